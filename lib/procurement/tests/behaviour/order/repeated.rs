//! The same order is answered the same, another one under its number is a conflict (R34, R35).

use procurement::order::{OrderResult, Outcome};
use procurement::requisition::Status;

use super::{accepted, mails, refused};
use crate::example::{Desk, altered, days, order, priced, request};

#[test]
fn the_same_order_six_times_makes_one_agreement_and_one_answer() {
    let mut desk = Desk::with(&[request(1)]);
    let first = desk.receive(&order("PO-1", &[request(1)]));
    let kept = desk.clone();
    for _ in 0..5 {
        desk.now += days(1);
        assert_eq!(
            desk.receive(&order("PO-1", &[request(1)])),
            Outcome::AlreadyAnswered(first.answer().clone())
        );
    }
    assert_eq!((desk.agreements.len(), desk.jobs.len()), (1, kept.jobs.len()));
    assert_eq!((desk.orders, desk.requisitions), (kept.orders, kept.requisitions));
}

#[test]
fn the_same_order_in_another_envelope_is_the_same_order() {
    let bought = order("PO-1", &[request(1)]);
    let first = procurement::order::read("po-1@acme.example", &bought).expect("an order");
    let again = procurement::order::read("po-2@acme.example", &bought).expect("an order");
    assert_eq!(first.digest, again.digest);
    assert_ne!(first.digest, procurement::order::read("", &altered(bought)).expect("an order").digest);
}

#[test]
fn an_order_with_other_content_under_the_same_number_is_a_conflict_and_changes_nothing() {
    let mut desk = Desk::with(&[request(1), request(2)]);
    desk.receive(&order("PO-1", &[request(1)]));
    let (orders, agreements) = (desk.orders.clone(), desk.agreements.clone());
    let outcome = refused(desk.receive(&order("PO-1", &[request(2)])));
    assert_eq!((outcome.refusal.code, outcome.record), (409, None));
    assert!(outcome.refusal.reason.contains("received before with other content"), "{}", outcome.refusal);
    assert!(outcome.refusal.reason.contains("a new number or a new orderVersion"), "{}", outcome.refusal);
    assert_eq!((desk.orders, desk.agreements), (orders, agreements));
}

#[test]
fn a_conflict_is_seen_in_the_history_of_a_request_and_takes_no_subscription_away() {
    let mut desk = Desk::with(&[request(1)]);
    desk.receive(&order("PO-1", &[request(1)]));
    let before = desk.requisition(1).clone();
    let outcome = refused(desk.receive(&altered(order("PO-1", &[request(1)]))));
    let after = desk.requisition(1);
    assert_eq!(after.status, before.status);
    assert_eq!(after.timeline.len(), before.timeline.len() + 1);
    assert!(mails(&outcome.jobs).is_empty(), "no mail about what is subscribed");
}

#[test]
fn a_repeated_conflict_writes_nothing_more() {
    let mut desk = Desk::with(&[request(1)]);
    desk.receive(&order("PO-1", &[request(1)]));
    desk.receive(&altered(order("PO-1", &[request(1)])));
    let again = refused(desk.receive(&altered(order("PO-1", &[request(1)]))));
    assert_eq!((again.refusal.code, again.requisitions.len(), again.jobs.len()), (409, 0, 0));
}

#[test]
fn a_new_version_of_an_order_has_a_place_of_its_own() {
    let mut desk = Desk::with(&[request(1), request(2)]);
    desk.receive(&order("PO-1", &[request(1)]));
    let mut second = order("PO-1", &[request(2)]);
    second.header.order_version = Some("2".into());
    accepted(desk.receive(&second));
    assert_eq!((desk.orders.len(), desk.agreements.len()), (2, 2));
}

#[test]
fn a_refused_order_holds_no_place_and_may_be_mended() {
    let mut desk = Desk::with(&[request(1)]);
    refused(desk.receive(&priced(order("PO-1", &[request(1)]), "1.00", "USD")));
    accepted(desk.receive(&order("PO-1", &[request(1)])));
    let [record] = desk.orders.as_slice() else { panic!("one record") };
    assert_eq!((record.version, record.result), (2, OrderResult::Accepted));
}

#[test]
fn the_same_refusal_again_writes_nothing() {
    let mut desk = Desk::with(&[request(1)]);
    let wrong = priced(order("PO-1", &[request(1)]), "1.00", "USD");
    let first = desk.receive(&wrong);
    desk.now += days(1);
    assert_eq!(desk.receive(&wrong), Outcome::AlreadyAnswered(first.answer().clone()));
}

#[test]
fn the_same_order_that_is_refused_for_another_reason_gets_the_new_answer() {
    let mut desk = Desk::with(&[request(1)]);
    let wrong = priced(order("PO-1", &[request(1)]), "1.00", "USD");
    let first = refused(desk.receive(&wrong));
    desk.now += days(31);
    let second = refused(desk.receive(&wrong));
    assert_eq!((first.refusal.code, second.refusal.code), (400, 409));
    assert_eq!(second.record.map(|record| (record.version, record.answer)), Some((2, second.answer)));
}

#[test]
fn a_refused_order_is_judged_anew_when_the_cause_is_gone() {
    let mut desk = Desk::with(&[request(1)]);
    let offers = std::mem::take(&mut desk.offers);
    let bought = order("PO-1", &[request(1)]);
    refused(desk.receive(&bought));
    assert!(matches!(desk.requisition(1).status, Status::Stale { .. }));
    desk.offers = offers;
    accepted(desk.receive(&bought));
    assert!(matches!(desk.requisition(1).status, Status::Subscribed { .. }));
}

#[test]
fn a_request_that_one_order_bought_is_not_bought_again_by_another() {
    let mut desk = Desk::with(&[request(1)]);
    desk.receive(&order("PO-1", &[request(1)]));
    let outcome = refused(desk.receive(&order("PO-2", &[request(1)])));
    assert_eq!(outcome.refusal.code, 409);
    assert!(
        outcome.refusal.reason.contains("ordered already, by purchase order PO-1"),
        "{}",
        outcome.refusal
    );
    assert_eq!(desk.agreements.len(), 1);
}
