//! What was ordered, agreed, invoiced and delivered (R50).

use jiff::Timestamp;
use procurement::agreement::Agreement;
use procurement::catalogue::Pricing;
use procurement::connection::{Connection, InvoiceChannel};
use procurement::id::InvoiceId;
use procurement::invoice::{How, Invoice, InvoiceCounter, InvoiceState, Verdict, issue};
use procurement::order::{OrderRecord, Outcome};
use procurement::reconciliation::{Books, Mismatch, Row, csv, is_in_order, reconcile};
use procurement::trouble::Trouble;

use crate::example::{
    Desk, connection, contract, days, instalments, money, now, order, requested, usage, uuid,
};

fn bought(pricing: Pricing) -> (OrderRecord, Agreement) {
    let requests = [requested(1, &connection(), pricing)];
    match Desk::with(&requests).decide(&order("PO-1", &requests)) {
        Outcome::Accepted(mut acceptance) => (acceptance.record, acceptance.lines.remove(0).agreement),
        other => panic!("{}", other.answer().text),
    }
}

fn issued(agreement: &Agreement, instalment: usize) -> Invoice {
    let ids = (InvoiceId::new(uuid(0xf0 + instalment as u128)), format!("i-{instalment}@market.example"));
    let counter = InvoiceCounter { version: instalment as u64 };
    issue(agreement, instalment, counter, ids.0, ids.1, now()).expect("an invoice").0
}

fn row_at(
    connection: &Connection,
    orders: &[OrderRecord],
    agreement: &Agreement,
    invoices: &[Invoice],
    now: Timestamp,
) -> Row {
    let agreements = std::slice::from_ref(agreement);
    let mut rows = reconcile(&Books { connection, orders, agreements, invoices, now });
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

#[test]
fn what_was_delivered_in_full_matches() {
    let (record, agreement) = bought(contract());
    let invoice = issued(&agreement, 0).after(&Verdict::Delivered, now());
    let row = row_at(&connection(), &[record], &agreement, &[invoice], now() + days(30));
    assert_eq!(row.mismatches, []);
    for sum in [row.ordered, row.agreed, row.invoiced, row.delivered] {
        assert_eq!(sum, Some(money("1200.00 USD")));
    }
}

#[test]
fn instalments_that_are_not_due_yet_are_not_missing() {
    let (record, agreement) = bought(instalments());
    let invoice = issued(&agreement, 0).after(&Verdict::Delivered, now());
    let orders = [record];
    let row = row_at(&connection(), &orders, &agreement, std::slice::from_ref(&invoice), now() + days(30));
    assert_eq!(row.mismatches, []);
    assert_eq!(row.invoiced, Some(money("3333.33 USD")));
    let later = row_at(&connection(), &orders, &agreement, &[invoice], now() + days(60));
    assert!(matches!(later.mismatches.as_slice(), [Mismatch::NotInvoiced { .. }]), "{later:?}");
}

#[test]
fn nothing_is_missing_where_nothing_is_invoiced() {
    let mut without = connection();
    without.settings.invoicing = InvoiceChannel::None;
    let (record, agreement) = bought(contract());
    assert_eq!(row_at(&without, &[record], &agreement, &[], now() + days(30)).mismatches, []);
    let (record, agreement) = bought(usage());
    assert_eq!(row_at(&connection(), &[record], &agreement, &[], now() + days(30)).mismatches, []);
}

#[test]
fn what_is_parked_stuck_or_not_uploaded_is_told() {
    let (record, agreement) = bought(contract());
    let orders = [record];
    let parked = issued(&agreement, 0).after(&Verdict::Parked { reason: Trouble::answered(403, "") }, now());
    let row = row_at(&connection(), &orders, &agreement, &[parked], now());
    assert!(matches!(row.mismatches.as_slice(), [Mismatch::Parked { .. }]));
    let due = issued(&agreement, 0);
    let on_its_way = row_at(&connection(), &orders, &agreement, std::slice::from_ref(&due), now());
    assert_eq!(on_its_way.mismatches, []);
    let row = row_at(&connection(), &orders, &agreement, std::slice::from_ref(&due), now() + days(1));
    assert!(matches!(row.mismatches.as_slice(), [Mismatch::Stuck { .. }]));
    let by_hand = due.with(InvoiceState::ToUpload { since: now() });
    let row = row_at(&connection(), &orders, &agreement, std::slice::from_ref(&by_hand), now() + days(7));
    assert_eq!(row.mismatches, []);
    let row = row_at(&connection(), &orders, &agreement, &[by_hand], now() + days(8));
    assert!(matches!(row.mismatches.as_slice(), [Mismatch::Stuck { .. }]));
}

#[test]
fn an_order_without_an_agreement_and_the_other_way_round_are_told() {
    let (record, agreement) = bought(usage());
    let connection = connection();
    let books =
        Books { connection: &connection, orders: &[record], agreements: &[], invoices: &[], now: now() };
    assert_eq!(reconcile(&books)[0].mismatches, [Mismatch::NoAgreement]);
    assert_eq!(row_at(&connection, &[], &agreement, &[], now()).mismatches, [Mismatch::NoOrder]);
}

#[test]
fn a_cancelled_invoice_counts_for_nothing() {
    let (record, agreement) = bought(contract());
    let cancelled = issued(&agreement, 0).with(InvoiceState::cancelled(now(), How::Withdrawn));
    let row = row_at(&connection(), &[record], &agreement, &[cancelled], now() + days(3));
    assert_eq!((row.invoiced, row.mismatches), (Some(money("0.00 USD")), vec![]));
}

#[test]
fn the_table_has_a_line_for_each_row_and_says_what_does_not_match() {
    let (_, agreement) = bought(usage());
    let row = row_at(&connection(), &[], &agreement, &[], now());
    assert!(!is_in_order(std::slice::from_ref(&row)));
    let table = csv([("Coupa", &row)]);
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(table.contains("no accepted order"), "{table}");
}
