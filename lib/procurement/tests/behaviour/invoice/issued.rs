//! How an invoice gets its number, and how it goes on from there.

use procurement::connection::{Connection, InvoiceChannel};
use procurement::id::InvoiceId;
use procurement::invoice::{InvoiceCounter, InvoiceState, Verdict, channel, issue};
use procurement::trouble::Trouble;

use super::{agreement, invoice, issued};
use crate::example::{
    ariba_connection, connection, contract, delivery, instalments, money, now, usage, uuid,
};

#[test]
fn numbers_have_no_gaps_within_a_connection() {
    let agreement = agreement(instalments());
    let mut counter = InvoiceCounter::default();
    let mut numbers = Vec::new();
    for instalment in 0..3 {
        let (invoice, next) = issued(&agreement, instalment, counter.version, now());
        assert_eq!(next.version, counter.version + 1);
        numbers.push(invoice.number);
        counter = next;
    }
    assert_eq!(numbers, ["PG-000000c0-000001", "PG-000000c0-000002", "PG-000000c0-000003"]);
}

#[test]
fn a_number_names_the_random_end_of_its_connection() {
    let mut agreement = agreement(contract());
    agreement.connection =
        procurement::id::ConnectionId::new(uuid(0x0191_5e3c_7f3a_7000_8000_1234_7f3a_9c21));
    assert_eq!(issued(&agreement, 0, 41, now()).0.number, "PG-7f3a9c21-000042");
    assert_eq!(issued(&agreement, 0, 9_999_999, now()).0.number, "PG-7f3a9c21-10000000");
}

#[test]
fn an_invoice_is_for_one_part_of_the_schedule() {
    let agreement = agreement(instalments());
    let invoice = invoice(&agreement, 1);
    assert_eq!((invoice.amount, invoice.date.to_string()), (money("3333.34 USD"), "2027-01-01".to_owned()));
    assert_eq!((invoice.agreement, invoice.requisition), (agreement.id, agreement.requisition));
    assert_eq!((invoice.state, invoice.version, invoice.created), (InvoiceState::Due, 1, now()));
}

#[test]
fn there_is_no_invoice_beyond_the_schedule() {
    for (agreement, instalment) in [(agreement(contract()), 1), (agreement(usage()), 0)] {
        let id = InvoiceId::new(uuid(1));
        let counter = InvoiceCounter::default();
        assert_eq!(issue(&agreement, instalment, counter, id, String::new(), now()), None);
    }
}

#[test]
fn only_coupa_connections_with_the_cxml_channel_are_sent_to() {
    assert_eq!(channel(&connection()), Some(&delivery()));
    assert_eq!(channel(&ariba_connection()), None);
    let mut without: Connection = connection();
    without.settings.invoicing = InvoiceChannel::None;
    assert_eq!(channel(&without), None);
}

#[test]
fn a_verdict_moves_the_invoice_one_version_on() {
    let invoice = invoice(&agreement(contract()), 0);
    let reason = || Trouble::answered(417, "wrong line");
    for (verdict, state) in [
        (Verdict::Delivered, InvoiceState::Delivered { at: now() }),
        (Verdict::Parked { reason: reason() }, InvoiceState::parked(now(), reason())),
        (Verdict::Retry { reason: reason() }, InvoiceState::Due),
    ] {
        let after = invoice.clone().after(&verdict, now());
        assert_eq!((after.version, after.state), (2, state));
        assert_eq!((after.number, after.payload_id), (invoice.number.clone(), invoice.payload_id.clone()));
    }
}
