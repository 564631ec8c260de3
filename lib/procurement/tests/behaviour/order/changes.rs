//! Updates and deletions, before fulfilment and after (R39).

use cxml::model::OrderKind::{Delete, Update};
use procurement::order::{OrderResult, Outcome};
use procurement::requisition::{Requisition, Status};

use super::{accepted, cancelled, refused, test_completed};
use crate::example::{
    Desk, changed, contract, order, priced, request, requested, strangers_connection, test_connection,
};

#[test]
fn an_update_of_what_was_refused_is_taken() {
    for version in ["1", "2"] {
        let mut desk = Desk::with(&[request(1)]);
        refused(desk.receive(&priced(order("PO-1", &[request(1)]), "1.00", "USD")));
        accepted(desk.receive(&changed(order("PO-1", &[request(1)]), Update, version)));
    }
}

#[test]
fn an_update_of_an_order_that_never_came_is_taken_as_the_order() {
    accepted(Desk::with(&[request(1)]).decide(&changed(order("PO-1", &[request(1)]), Update, "2")));
}

#[test]
fn an_update_or_a_deletion_after_fulfilment_is_a_conflict_and_says_what_to_do_instead() {
    for kind in [Update, Delete] {
        for version in ["1", "2"] {
            let mut desk = Desk::with(&[request(1)]);
            desk.receive(&order("PO-1", &[request(1)]));
            let before = desk.requisition(1).status.clone();
            let refusal =
                refused(desk.receive(&changed(order("PO-1", &[request(1)]), kind, version))).refusal;
            assert_eq!(refusal.code, 409, "{kind:?} {version}");
            assert!(refusal.reason.contains("has been fulfilled"), "{kind:?} {version}: {refusal}");
            assert!(refusal.reason.contains("Ask the seller"), "{kind:?} {version}: {refusal}");
            assert_eq!(desk.requisition(1).status, before);
            assert_eq!(desk.agreements.len(), 1);
        }
    }
}

#[test]
fn a_deletion_before_fulfilment_cancels_the_requests() {
    let mut desk = Desk::with(&[request(1)]);
    let outcome = cancelled(desk.receive(&changed(order("PO-1", &[request(1)]), Delete, "1")));
    assert_eq!((outcome.record.answer.code, outcome.record.result), (200, OrderResult::Cancelled));
    assert_eq!(outcome.record.answer.text, "Purchase order PO-1 was taken back; nothing had been bought.");
    assert!(matches!(desk.requisition(1).status, Status::Cancelled { .. }));
    assert_eq!(refused(desk.receive(&order("PO-2", &[request(1)]))).refusal.code, 409);
}

#[test]
fn a_deletion_of_what_was_refused_cancels_the_requests() {
    let mut desk = Desk::with(&[request(1)]);
    refused(desk.receive(&priced(order("PO-1", &[request(1)]), "1.00", "USD")));
    cancelled(desk.receive(&changed(order("PO-1", &[request(1)]), Delete, "1")));
    assert!(matches!(desk.requisition(1).status, Status::Cancelled { .. }));
}

#[test]
fn a_deletion_that_comes_again_is_answered_the_same() {
    let mut desk = Desk::with(&[request(1)]);
    let deletion = changed(order("PO-1", &[request(1)]), Delete, "1");
    let first = desk.receive(&deletion);
    assert_eq!(desk.receive(&deletion), Outcome::AlreadyAnswered(first.answer().clone()));
}

#[test]
fn a_deletion_leaves_another_buyers_requests_alone() {
    let theirs = requested(1, &strangers_connection(), contract());
    let mut desk = Desk::with(&[theirs]);
    let outcome = refused(desk.receive(&changed(order("PO-1", &[request(1)]), Delete, "1")));
    assert_eq!(outcome.refusal.code, 417, "{}", outcome.refusal);
    assert!(outcome.requisitions.is_empty());
}

#[test]
fn a_deletion_leaves_alone_what_no_order_could_buy() {
    let completed = Status::TestCompleted { order_id: "PO-0".into() };
    let cancelled_before = Status::Cancelled { reason: "Taken out of the cart.".into() };
    for status in [Status::InCart, completed, cancelled_before] {
        let mut desk = Desk::with(&[Requisition { status: status.clone(), ..request(1) }]);
        let outcome = cancelled(desk.receive(&changed(order("PO-1", &[request(1)]), Delete, "1")));
        assert!(outcome.requisitions.is_empty());
        assert_eq!(desk.requisition(1).status, status);
    }
}

#[test]
fn a_deletion_of_one_order_does_not_take_back_what_another_order_bought() {
    let mut desk = Desk::with(&[request(1)]);
    desk.receive(&order("PO-1", &[request(1)]));
    let refusal = refused(desk.receive(&changed(order("PO-2", &[request(1)]), Delete, "1"))).refusal;
    assert_eq!(refusal.code, 409);
    assert!(refusal.reason.contains("PO-1"), "{refusal}");
    assert!(matches!(desk.requisition(1).status, Status::Subscribed { .. }));
}

#[test]
fn a_change_of_a_completed_test_says_that_nothing_was_bought() {
    for kind in [Update, Delete] {
        let requests = [requested(1, &test_connection(), contract())];
        let mut desk = Desk::with(&requests).over(test_connection());
        test_completed(desk.receive(&order("PO-1", &requests)));
        let refusal = refused(desk.receive(&changed(order("PO-1", &requests), kind, "1"))).refusal;
        assert_eq!(refusal.code, 409);
        assert!(
            refusal.reason.starts_with("TEST:") && refusal.reason.contains("othing was bought"),
            "{refusal}"
        );
    }
}
