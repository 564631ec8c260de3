//! What can be refused of an order without looking anything up.

use cxml::model::OrderRequest;
use procurement::order::{MAX_LINES, OrderAction, PurchaseOrder, read};
use procurement::refusal::Refusal;
use rust_decimal::Decimal;

use crate::example::{order, request};

fn with(change: impl FnOnce(&mut OrderRequest)) -> Result<PurchaseOrder, Refusal> {
    let mut order = order("PO-1", &[request(1)]);
    change(&mut order);
    read("po-1@acme.example", &order)
}

fn version(text: Option<&str>) -> Result<u32, u16> {
    let read = with(|order| order.header.order_version = text.map(str::to_owned));
    read.map(|order| order.order_version).map_err(|refusal| refusal.code)
}

#[test]
fn an_order_without_a_version_is_the_first() {
    assert_eq!(version(None), Ok(1));
    assert_eq!(version(Some("")), Ok(1));
    assert_eq!(version(Some("  ")), Ok(1));
    assert_eq!(version(Some(" 7 ")), Ok(7));
    assert_eq!(version(Some("4294967295")), Ok(u32::MAX));
}

#[test]
fn a_version_that_is_no_whole_number_is_refused() {
    for text in ["1.0", "two", "-1", "4294967296", "1 2"] {
        assert_eq!(version(Some(text)), Err(400), "{text}");
    }
}

#[test]
fn an_order_needs_a_number_of_its_own() {
    for id in ["", "   ", &"9".repeat(256)] {
        let refusal = with(|order| order.header.order_id = id.to_owned()).expect_err("a refusal");
        assert_eq!(refusal.code, 400);
    }
    let trimmed = with(|order| order.header.order_id = "  PO 17 ".into()).expect("an order");
    assert_eq!(trimmed.order_id, "PO 17");
}

#[test]
fn an_order_has_one_line_at_least_and_no_more_than_fit_into_a_transaction() {
    assert_eq!(with(|order| order.items.clear()).expect_err("a refusal").code, 400);
    let lines = |count: u128| {
        let requests: Vec<_> = (1..=count).map(request).collect();
        read("po-1@acme.example", &order("PO-1", &requests))
    };
    assert_eq!(lines(MAX_LINES as u128).expect("an order").lines.len(), MAX_LINES);
    let refusal = lines(MAX_LINES as u128 + 1).expect_err("a refusal");
    assert_eq!(refusal.code, 400);
    assert!(refusal.reason.contains("21 lines; 1 to 20 are taken"), "{refusal}");
    assert!(refusal.reason.contains("Split it into several orders."), "{refusal}");
}

#[test]
fn a_line_without_a_quantity_is_for_one() {
    let order = with(|order| order.items[0].quantity = None).expect("an order");
    assert_eq!(order.lines[0].quantity, Decimal::ONE);
}

#[test]
fn an_order_date_that_cannot_be_understood_is_none() {
    let order = with(|order| order.header.order_date = "last Tuesday".into()).expect("an order");
    assert_eq!((order.order_date, order.action), (None, OrderAction::New));
}

#[test]
fn spaces_around_a_part_number_do_not_count() {
    let padded = " prod-lumen-logs\n";
    let order = with(|order| order.items[0].item_id.supplier_part_id = padded.into()).expect("an order");
    assert_eq!(order.lines[0].part_id, "prod-lumen-logs");
}
