//! Test orders are checked like any other and buy nothing (R9).

use procurement::connection::Connection;
use procurement::order::{OrderResult, Outcome};
use procurement::requisition::{Requisition, Status};

use super::{refused, test_completed};
use crate::example::{Desk, connection, contract, order, priced, request, requested, test_connection};

fn test_request(number: u128) -> Requisition {
    requested(number, &test_connection(), contract())
}

fn desk(requests: &[Requisition], connection: Connection) -> Desk {
    Desk::with(requests).over(connection)
}

#[test]
fn an_order_over_a_connection_in_test_mode_is_answered_200_and_buys_nothing() {
    let mut desk = desk(&[test_request(1)], test_connection());
    let test = test_completed(desk.receive(&order("PO-1", &[test_request(1)])));
    assert_eq!((test.record.answer.code, test.record.result), (200, OrderResult::TestCompleted));
    assert!(test.record.answer.text.starts_with("TEST:"), "{}", test.record.answer.text);
    assert!(test.record.answer.text.ends_with("Nothing was bought."), "{}", test.record.answer.text);
    assert!(desk.agreements.is_empty() && desk.jobs.is_empty());
}

#[test]
fn a_test_request_says_test_in_its_history() {
    let mut desk = desk(&[test_request(1)], test_connection());
    desk.receive(&order("PO-1", &[test_request(1)]));
    let request = desk.requisition(1);
    assert_eq!(request.status, Status::TestCompleted { order_id: "PO-1".into() });
    assert!(request.timeline.last().is_some_and(|entry| entry.text.starts_with("TEST:")));
    assert!(request.status.label().contains("nothing bought"));
}

#[test]
fn going_live_does_not_turn_a_test_request_into_a_real_one() {
    let mut desk = desk(&[test_request(1)], connection());
    test_completed(desk.receive(&order("PO-1", &[test_request(1)])));
    assert!(desk.agreements.is_empty() && desk.jobs.is_empty());
}

#[test]
fn a_completed_test_order_that_comes_again_after_going_live_is_answered_as_before() {
    let mut desk = desk(&[test_request(1)], test_connection());
    let first = desk.receive(&order("PO-1", &[test_request(1)]));
    desk.connection = connection();
    assert_eq!(
        desk.receive(&order("PO-1", &[test_request(1)])),
        Outcome::AlreadyAnswered(first.answer().clone())
    );
}

#[test]
fn a_completed_test_request_is_not_bought_by_a_later_order_on_the_live_connection() {
    let mut desk = desk(&[test_request(1)], test_connection());
    desk.receive(&order("PO-1", &[test_request(1)]));
    desk.connection = connection();
    assert_eq!(refused(desk.receive(&order("PO-2", &[test_request(1)]))).refusal.code, 409);
    assert!(desk.agreements.is_empty());
}

#[test]
fn a_live_request_over_a_connection_that_went_back_to_test_mode_buys_nothing() {
    let mut desk = desk(&[request(1)], test_connection());
    test_completed(desk.receive(&order("PO-1", &[request(1)])));
    assert!(desk.agreements.is_empty() && desk.jobs.is_empty());
}

#[test]
fn test_and_real_requests_in_one_order_are_refused_and_the_test_lines_are_named() {
    let requests = [request(1), test_request(2), request(3)];
    let outcome = refused(desk(&requests, connection()).decide(&order("PO-1", &requests)));
    assert_eq!(outcome.refusal.code, 400);
    assert!(
        outcome.refusal.reason.starts_with("Line 2: it was requested in test mode"),
        "{}",
        outcome.refusal
    );
    assert!(!outcome.refusal.reason.contains("Line 1") && !outcome.refusal.reason.contains("Line 3"));
}

#[test]
fn in_test_mode_a_mixed_order_is_a_test_like_any_other() {
    let requests = [request(1), test_request(2)];
    let test = test_completed(desk(&requests, test_connection()).decide(&order("PO-1", &requests)));
    assert_eq!(test.requisitions.len(), 2);
}

#[test]
fn a_test_order_is_checked_as_strictly_as_a_real_one() {
    let desk = desk(&[test_request(1)], test_connection());
    let outcome = refused(desk.decide(&priced(order("PO-1", &[test_request(1)]), "1.00", "USD")));
    assert_eq!(outcome.refusal.code, 400);
}
