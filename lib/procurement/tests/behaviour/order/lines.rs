//! A line must be what was requested (R36), and a refusal says what to do (R38, R40).

use cxml::model::{Detail, OrderRequest};
use procurement::job::Task;
use procurement::requisition::{Requisition, Status};

use super::{accepted, mails, refused};
use crate::example::{
    Desk, connection, contract, days, decimal, now, order, priced, reference_of, request, requested,
    strangers_connection,
};

fn refusal_of(order: &OrderRequest) -> (u16, String) {
    let refusal = refused(Desk::with(&[request(1), request(2)]).decide(order)).refusal;
    (refusal.code, refusal.reason)
}

/// The order for the first request, changed.
fn with(change: impl FnOnce(&mut OrderRequest)) -> OrderRequest {
    let mut order = order("PO-1", &[request(1)]);
    change(&mut order);
    order
}

fn in_status(status: Status) -> Desk {
    Desk::with(&[Requisition { status, ..request(1) }])
}

#[test]
fn another_price_is_refused_and_names_both() {
    let (code, reason) = refusal_of(&priced(order("PO-1", &[request(1)]), "1199.99", "USD"));
    assert_eq!(code, 400);
    assert_eq!(
        reason,
        "Line 1: the price is 1199.99 USD, but 1200.00 USD was requested. Order it at that price, or request \
         approval again. Nothing was bought."
    );
}

#[test]
fn a_higher_price_is_refused_as_a_lower_one_is() {
    for amount in ["1200.01", "12000.00", "-1200.00", "0"] {
        assert_eq!(refusal_of(&priced(order("PO-1", &[request(1)]), amount, "USD")).0, 400, "{amount}");
    }
}

#[test]
fn the_same_price_written_otherwise_is_the_same_price() {
    for amount in ["1200", "1200.0", "1200.0000"] {
        accepted(Desk::with(&[request(1)]).decide(&priced(order("PO-1", &[request(1)]), amount, " usd ")));
    }
}

#[test]
fn another_currency_or_none_that_is_known_is_refused() {
    for currency in ["EUR", "BUCKS", ""] {
        let (code, reason) = refusal_of(&priced(order("PO-1", &[request(1)]), "1200.00", currency));
        assert_eq!(code, 400);
        assert!(
            reason.contains(&format!("the price is in {currency}, but was requested in USD")),
            "{reason}"
        );
    }
}

#[test]
fn a_line_without_a_price_is_refused_and_the_price_is_named() {
    let (code, reason) = refusal_of(&with(|order| order.items[0].detail = None));
    assert_eq!(code, 400);
    assert!(reason.contains("no unit price. Order it at 1200.00 USD"), "{reason}");
}

#[test]
fn another_quantity_than_one_is_refused() {
    for quantity in ["0", "2", "0.5", "-1", "1.0000001"] {
        let (code, reason) = refusal_of(&with(|order| order.items[0].quantity = Some(decimal(quantity))));
        assert_eq!(code, 400);
        assert!(reason.contains(&format!("the quantity is {quantity}, but 1 was requested")), "{reason}");
    }
    accepted(
        Desk::with(&[request(1)]).decide(&with(|order| order.items[0].quantity = Some(decimal("1.00")))),
    );
}

#[test]
fn another_part_number_is_refused() {
    let (code, reason) = refusal_of(&with(|order| order.items[0].item_id.supplier_part_id = "prod-b".into()));
    assert_eq!(code, 400);
    assert!(reason.contains("the part number is prod-b, but prod-lumen-logs was requested"), "{reason}");
}

#[test]
fn a_missing_or_altered_reference_is_refused_as_missing() {
    let genuine = reference_of(&request(1));
    let altered = genuine.replace("standard", "cheapest");
    for reference in [None, Some(String::new()), Some(altered), Some(genuine[..genuine.len() - 1].into())] {
        let (code, reason) =
            refusal_of(&with(|order| order.items[0].item_id.supplier_part_auxiliary_id = reference));
        assert_eq!(code, 417);
        assert!(reason.contains("the SupplierPartAuxiliaryID is missing or was altered"), "{reason}");
    }
}

#[test]
fn a_reference_to_a_request_that_is_gone_is_refused_as_missing() {
    let (code, reason) = refusal_of(&order("PO-1", &[request(99)]));
    assert_eq!(code, 417);
    assert!(reason.contains("no longer exists"), "{reason}");
}

#[test]
fn another_buyers_request_is_refused_and_left_alone() {
    let theirs = requested(1, &strangers_connection(), contract());
    let outcome = refused(Desk::with(&[theirs]).decide(&order("PO-1", &[request(1)])));
    assert_eq!(outcome.refusal.code, 403);
    assert!(outcome.requisitions.is_empty() && mails(&outcome.jobs).is_empty());
    assert!(outcome.record.is_some_and(|record| record.requisitions.is_empty()));
}

#[test]
fn the_same_request_on_two_lines_is_refused() {
    let (code, reason) = refusal_of(&order("PO-1", &[request(1), request(2), request(1)]));
    assert_eq!(code, 400);
    assert!(reason.starts_with("Line 3: another line refers to the same request."), "{reason}");
}

#[test]
fn a_request_expires_on_its_day() {
    let mut desk = Desk::with(&[request(1)]);
    desk.now = now() + days(30);
    let refusal = refused(desk.decide(&order("PO-1", &[request(1)]))).refusal;
    assert_eq!(refusal.code, 409);
    assert!(refusal.reason.contains("expired on 2026-12-21"), "{refusal}");
    desk.now -= jiff::SignedDuration::from_secs(1);
    accepted(desk.decide(&order("PO-1", &[request(1)])));
}

#[test]
fn a_cancelled_request_and_one_that_was_never_sent_cannot_be_ordered() {
    let cancelled = Status::Cancelled { reason: "Taken out of the cart.".into() };
    for (status, words) in [(cancelled, "was cancelled"), (Status::InCart, "never sent for approval")] {
        let refusal = refused(in_status(status).decide(&order("PO-1", &[request(1)]))).refusal;
        assert_eq!(refusal.code, 409);
        assert!(refusal.reason.contains(words), "{refusal}");
    }
}

#[test]
fn a_request_that_was_refused_or_stale_may_be_ordered_when_it_is_right() {
    let reason = || "It was wrong.".to_owned();
    for status in [Status::Refused { reason: reason() }, Status::Stale { reason: reason() }] {
        accepted(in_status(status).decide(&order("PO-1", &[request(1)])));
    }
}

#[test]
fn one_wrong_line_refuses_the_whole_order_and_every_wrong_line_is_named() {
    let mut three = order("PO-1", &[request(1), request(2), request(3)]);
    three.items[0].quantity = Some(decimal("2"));
    if let Some(Detail::Item(detail)) = &mut three.items[2].detail {
        detail.unit_price = None;
    }
    let mut desk = Desk::with(&[request(1), request(2), request(3)]);
    let outcome = refused(desk.receive(&three));
    let reason = &outcome.refusal.reason;
    assert!(
        reason.starts_with("Line 1: the quantity is 2") && reason.contains(" Line 3: it has no unit price")
    );
    assert!(!reason.contains("Line 2") && reason.ends_with(" Nothing was bought."), "{reason}");
    assert!(desk.agreements.is_empty());
}

#[test]
fn a_refusal_is_shown_on_the_request_and_mailed_to_the_requester() {
    let mut desk = Desk::with(&[request(1)]);
    let outcome = refused(desk.receive(&priced(order("PO-1", &[request(1)]), "1.00", "USD")));
    let shown = desk.requisition(1);
    assert_eq!(shown.status, Status::Refused { reason: outcome.refusal.reason.clone() });
    assert!(
        shown.timeline.last().is_some_and(|entry| entry.text.starts_with("Purchase order PO-1 was refused."))
    );
    let task = Task::RefusedMail {
        requisition: request(1).id,
        order_id: "PO-1".into(),
        reason: outcome.refusal.reason,
    };
    assert_eq!(mails(&outcome.jobs).iter().map(|job| &job.task).collect::<Vec<_>>(), [&task]);
}

#[test]
fn a_peers_long_texts_are_cut_before_they_are_kept() {
    let outcome = refused(Desk::with(&[request(1)]).decide(&priced(
        order("PO-1", &[request(1)]),
        "1200.00",
        &"X".repeat(100_000),
    )));
    assert!(outcome.refusal.reason.len() < 1_000, "{} characters", outcome.refusal.reason.len());
}

#[test]
fn the_connection_decides_whose_request_it_is_and_not_its_organisation() {
    let same_house = connection();
    let theirs = requested(1, &strangers_connection(), contract());
    assert_eq!(theirs.account, request(1).account);
    let outcome = refused(Desk::with(&[theirs]).over(same_house).decide(&order("PO-1", &[request(1)])));
    assert_eq!(outcome.refusal.code, 403);
}
