//! What the organisation no longer approves is not bought (R23).

use std::collections::BTreeSet;

use procurement::approved_products::ApprovedProducts;
use procurement::order;
use procurement::reference::Reference;
use procurement::requisition::Status;

use super::{accepted, refused};
use crate::example::{Desk, MANAGEMENT_ACCOUNT, account_id, now, order as order_for, references, request};

fn list(ids: &[&str]) -> ApprovedProducts {
    let products: BTreeSet<_> = ids.iter().map(|id| id.parse().expect("an id")).collect();
    ApprovedProducts::new(account_id(MANAGEMENT_ACCOUNT), products, now()).expect("a list")
}

fn desk(list: ApprovedProducts) -> Desk {
    Desk { approved: Some(list), ..Desk::with(&[request(1)]) }
}

#[test]
fn an_order_for_a_product_that_is_approved_is_accepted() {
    let mut desk = desk(list(&["prod-lumen-logs"]));
    assert_eq!(accepted(desk.receive(&order_for("PO-1", &[request(1)]))).lines.len(), 1);
}

#[test]
fn an_order_for_a_product_that_is_approved_no_longer_is_refused_for_good_with_that_reason() {
    let mut desk = desk(list(&["prod-other"]));
    let outcome = refused(desk.receive(&order_for("PO-1", &[request(1)])));
    assert_eq!(outcome.refusal.code, 409);
    assert!(
        outcome.refusal.reason.contains("has not approved this product, or approves it no longer"),
        "{}",
        outcome.refusal
    );
    assert_eq!(desk.requisition(1).status, Status::Refused { reason: outcome.refusal.reason });
    assert!(desk.agreements.is_empty());
}

#[test]
fn the_same_order_is_accepted_once_the_product_is_approved_again() {
    let mut desk = desk(list(&[]));
    refused(desk.receive(&order_for("PO-1", &[request(1)])));
    desk.approved = Some(list(&["prod-lumen-logs"]));
    assert_eq!(accepted(desk.receive(&order_for("PO-1", &[request(1)]))).lines.len(), 1);
}

#[test]
fn an_order_that_was_accepted_keeps_its_answer_whatever_is_approved_later() {
    let mut desk = desk(list(&["prod-lumen-logs"]));
    let first = accepted(desk.receive(&order_for("PO-1", &[request(1)]))).record.answer;
    desk.approved = Some(list(&[]));
    assert_eq!(desk.receive(&order_for("PO-1", &[request(1)])).answer(), &first);
}

#[test]
fn the_lines_of_a_cart_name_the_organisation_so_that_one_read_finds_its_list() {
    let organisation = account_id(MANAGEMENT_ACCOUNT);
    let mut request_of_two = order_for("PO-1", &[request(1), request(2)]);
    for (item, number) in request_of_two.items.iter_mut().zip(1..) {
        let reference = Reference { requisition: request(number).id, offer: request(number).offer.id };
        item.item_id.supplier_part_auxiliary_id = Some(reference.sign_for(organisation, &references()));
    }
    let read = order::read("po@acme.example", &request_of_two).expect("an order");
    assert_eq!(read.organisations(&references()), [organisation]);
    let older = order::read("po@acme.example", &order_for("PO-1", &[request(1)])).expect("an order");
    assert_eq!(older.organisations(&references()), []);
}
