//! What follows from an agreement: a mail, and an invoice where one is due (R44, R46, R47).

use jiff::Timestamp;
use procurement::catalogue::{Offer, Pricing};
use procurement::connection::Connection;
use procurement::invoice::{first_job, next_job};
use procurement::job::{Job, Task};
use procurement::mail::{refused_recipients, subscribed_recipients};
use procurement::order::Fulfilment;

use super::accepted;
use crate::example::{
    Desk, ariba_connection, connection, contract, dimension, instalments, moment, now, offer, order, product,
    request, requested, requested_of, usage,
};

fn fulfilment(connection: &Connection, offer: &Offer) -> Fulfilment {
    let requests = [requested_of(1, connection, &product(), offer)];
    let desk = Desk::with(&requests).over(connection.clone());
    accepted(desk.decide(&order("PO-1", &requests))).lines.remove(0)
}

fn under(pricing: Pricing) -> Fulfilment {
    fulfilment(&connection(), &offer(pricing))
}

fn invoices(fulfilment: &Fulfilment) -> Vec<&Job> {
    fulfilment.jobs.iter().filter(|job| matches!(job.task, Task::Invoice { .. })).collect()
}

fn days(fulfilment: &Fulfilment) -> Vec<String> {
    fulfilment.agreement.schedule.iter().map(|part| format!("{} {}", part.date, part.amount)).collect()
}

#[test]
fn every_agreement_is_mailed_once_at_once() {
    for pricing in crate::example::every_pricing() {
        let fulfilment = under(pricing);
        let (requisition, agreement) = (request(1).id, fulfilment.agreement.id);
        let mails: Vec<_> =
            fulfilment.jobs.iter().filter(|job| matches!(job.task, Task::SubscribedMail { .. })).collect();
        let [mail] = mails.as_slice() else { panic!("one mail") };
        assert_eq!(mail.task, Task::SubscribedMail { requisition, agreement });
        assert_eq!(mail.id, format!("mail-subscribed-{agreement}"));
        assert_eq!(mail.due(), Some(fulfilment.agreement.start));
    }
}

#[test]
fn a_contract_is_invoiced_at_once_in_one_sum() {
    let fulfilment = under(contract());
    assert_eq!(days(&fulfilment), ["2026-11-21 1200.00 USD"]);
    let [job] = invoices(&fulfilment)[..] else { panic!("one invoice") };
    assert_eq!(job.id, format!("invoice-{}-0", fulfilment.agreement.id));
    assert_eq!(job.task, Task::Invoice { requisition: request(1).id, instalment: 0 });
    assert_eq!(job.due(), Some(fulfilment.agreement.start));
    assert_eq!(next_job(&fulfilment.agreement, 0, now()), None);
}

#[test]
fn instalments_are_invoiced_one_after_the_other_each_on_its_day() {
    let fulfilment = under(instalments());
    assert_eq!(
        days(&fulfilment),
        ["2026-11-21 3333.33 USD", "2027-01-01 3333.34 USD", "2027-05-21 3333.33 USD"]
    );
    assert_eq!(invoices(&fulfilment).len(), 1, "the next one follows from the one before");
    let due = |after| next_job(&fulfilment.agreement, after, now()).and_then(|job| job.due());
    assert_eq!(due(0), Some(moment("2027-01-01T00:00:00Z")));
    assert_eq!(due(1), Some(moment("2027-05-21T00:00:00Z")));
    assert_eq!(due(2), None);
}

#[test]
fn an_instalment_that_should_have_been_billed_is_billed_now() {
    let late = moment("2027-03-01T10:00:00Z");
    let job = next_job(&under(instalments()).agreement, 0, late).expect("a job");
    assert_eq!(job.due(), Some(late));
}

#[test]
fn usage_free_own_licences_and_trials_are_never_invoiced() {
    for pricing in [usage(), Pricing::Free, Pricing::Byol, Pricing::FreeTrial { days: 30 }] {
        let fulfilment = under(pricing);
        assert!(fulfilment.agreement.schedule.is_empty() && invoices(&fulfilment).is_empty());
    }
}

#[test]
fn a_contract_at_zero_is_paid_for_by_nobody() {
    let free_seats = vec![dimension("seats", "seat", &[(12, "0.00")])];
    let fulfilment =
        under(Pricing::Contract { currency: iso_currency::Currency::USD, dimensions: free_seats });
    assert!(invoices(&fulfilment).is_empty());
}

#[test]
fn nothing_is_invoiced_to_ariba() {
    let fulfilment = fulfilment(&ariba_connection(), &offer(instalments()));
    assert!(invoices(&fulfilment).is_empty());
    assert_eq!(first_job(&fulfilment.agreement, &ariba_connection(), Timestamp::UNIX_EPOCH), None);
}

#[test]
fn ids_of_jobs_follow_from_their_cause() {
    let (first, again) = (under(instalments()), under(instalments()));
    assert_eq!(first.jobs, again.jobs);
}

#[test]
fn the_mail_goes_to_the_account_and_to_the_requester_where_that_is_another_address() {
    let mut agreement = under(contract()).agreement;
    assert_eq!(subscribed_recipients(&agreement), ["research@acme.example", "ada@acme.example"]);
    agreement.requester.email = Some("Research@ACME.example".into());
    assert_eq!(subscribed_recipients(&agreement), ["research@acme.example"]);
    agreement.requester.email = None;
    assert_eq!(subscribed_recipients(&agreement), ["research@acme.example"]);
}

#[test]
fn a_refusal_goes_to_the_requester_or_else_to_the_account() {
    let mut asked = requested(1, &connection(), contract());
    assert_eq!(refused_recipients(&asked), ["ada@acme.example"]);
    asked.requester.email = None;
    assert_eq!(refused_recipients(&asked), ["research@acme.example"]);
}
