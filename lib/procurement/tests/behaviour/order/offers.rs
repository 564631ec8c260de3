//! Offers are checked again when the order comes (R37).

use procurement::catalogue::{Audience, Offer, Pricing, ProductType};
use procurement::job::Task;
use procurement::order::RefusedOrder;
use procurement::requisition::{Requisition, Status};

use super::{accepted, mails, refused};
use crate::example::{
    Desk, MANAGEMENT_ACCOUNT, MEMBER_ACCOUNT, account_id, connection, contract, moment, offer, order, priced,
    product, request, requested, requested_of, usage,
};

/// What comes of an order for the first request, the offer being this one today.
fn today(offer: Option<Offer>) -> (Desk, RefusedOrder) {
    let mut desk = Desk::with(&[request(1)]);
    desk.offers = offer.into_iter().collect();
    let outcome = refused(desk.receive(&order("PO-1", &[request(1)])));
    (desk, outcome)
}

fn asked() -> Offer {
    offer(contract())
}

#[test]
fn every_change_of_the_offer_makes_the_request_stale_and_says_what_to_do() {
    let ended = moment("2026-11-21T12:30:00Z");
    let cases = [
        (None, "withdrawn the offer. Choose another offer"),
        (Some(Offer { revision: 4, ..asked() }), "has been revised since approval. Resend the revised offer"),
        (
            Some(Offer { pricing: usage(), ..asked() }),
            "price or the terms of the offer have changed since approval. Resend the revised offer",
        ),
        (
            Some(Offer { expires: Some(ended), ..asked() }),
            "expiry date of the offer has changed since approval. Resend the revised offer",
        ),
        (
            Some(Offer { replaced_by: Some("offer-next".parse().expect("an id")), ..asked() }),
            "replaced the offer by offer-next. Open the product and resend the revised offer",
        ),
    ];
    for (offer, words) in cases {
        let (desk, outcome) = today(offer);
        assert_eq!(outcome.refusal.code, 409);
        assert!(outcome.refusal.reason.contains(words), "{}", outcome.refusal);
        assert_eq!(desk.requisition(1).status, Status::Stale { reason: outcome.refusal.reason });
        assert!(desk.agreements.is_empty());
    }
}

#[test]
fn an_offer_that_ended_while_approval_took_its_time_is_stale() {
    let ends = Offer { expires: Some(moment("2026-11-21T12:30:00Z")), ..asked() };
    let mut desk = Desk::with(&[requested_of(1, &connection(), &product(), &ends)]);
    let outcome = refused(desk.receive(&order("PO-1", &[request(1)])));
    assert!(outcome.refusal.reason.contains("expired on 2026-11-21. Ask the seller"), "{}", outcome.refusal);
    assert!(matches!(desk.requisition(1).status, Status::Stale { .. }));
}

#[test]
fn a_stale_request_is_mailed_to_its_requester_with_the_reason() {
    let (_, outcome) = today(None);
    let [job] = mails(&outcome.jobs)[..] else { panic!("one mail") };
    let Task::RefusedMail { requisition, order_id, reason } = &job.task else { panic!("{:?}", job.task) };
    assert_eq!((*requisition, order_id.as_str()), (request(1).id, "PO-1"));
    assert_eq!(*reason, outcome.refusal.reason);
    assert_eq!(job.id, format!("mail-refused-{}-2", request(1).id));
}

#[test]
fn a_withdrawn_product_makes_the_request_stale() {
    let mut desk = Desk::with(&[request(1)]);
    desk.products[0].withdrawn = true;
    assert_eq!(refused(desk.receive(&order("PO-1", &[request(1)]))).refusal.code, 409);
    assert!(matches!(desk.requisition(1).status, Status::Stale { .. }));
    desk.products.clear();
    assert_eq!(refused(desk.receive(&order("PO-2", &[request(1)]))).refusal.code, 409);
}

#[test]
fn an_order_is_refused_for_a_product_type_that_may_no_longer_be_bought() {
    let mut desk = Desk::with(&[request(1)]);
    desk.products[0].product_type = ProductType::Ami;
    let outcome = refused(desk.decide(&order("PO-1", &[request(1)])));
    assert!(outcome.refusal.reason.contains("A machine image under a contract"), "{}", outcome.refusal);
}

#[test]
fn a_private_offer_holds_for_the_organisation_and_for_the_requesters_account() {
    for account in [MANAGEMENT_ACCOUNT, MEMBER_ACCOUNT] {
        let private = Offer { audience: Audience::Private(vec![account_id(account)]), ..asked() };
        let requests = [requested_of(1, &connection(), &product(), &private)];
        accepted(Desk::with(&requests).decide(&order("PO-1", &requests)));
    }
}

#[test]
fn a_private_offer_that_was_taken_away_from_the_buyer_is_stale() {
    let elsewhere = Offer { audience: Audience::Private(vec![account_id("999988887777")]), ..asked() };
    let (desk, outcome) = today(Some(elsewhere));
    assert_eq!(outcome.refusal.code, 409);
    assert!(matches!(desk.requisition(1).status, Status::Stale { .. }));
}

#[test]
fn beside_a_stale_line_the_other_requests_are_refused_and_not_stale() {
    let free = Offer { id: "offer-free".parse().expect("an id"), ..offer(Pricing::Free) };
    let requests = [request(1), requested_of(2, &connection(), &product(), &free)];
    let mut desk = Desk::with(&requests);
    desk.offers.retain(|offer| offer.id != free.id);
    refused(desk.receive(&order("PO-1", &requests)));
    assert!(matches!(desk.requisition(1).status, Status::Refused { .. }));
    assert!(matches!(desk.requisition(2).status, Status::Stale { .. }));
}

#[test]
fn a_wrong_price_is_not_blamed_on_the_offer() {
    let mut desk = Desk::with(&[request(1)]);
    refused(desk.receive(&priced(order("PO-1", &[request(1)]), "1.00", "USD")));
    assert!(matches!(desk.requisition(1).status, Status::Refused { .. }));
}

#[test]
fn a_request_for_usage_is_ordered_at_the_blanket_amount() {
    let requests: [Requisition; 1] = [requested(1, &connection(), usage())];
    let acceptance = accepted(Desk::with(&requests).decide(&order("PO-1", &requests)));
    assert_eq!(acceptance.lines[0].agreement.quote.total.to_string(), "10000.00 USD");
}
