//! Blanket orders commit to an amount and not to units (R39).

use cxml::model::{BlanketItemDetail, Money as Price, OrderType};
use procurement::order::read;

use super::{accepted, refused};
use crate::example::{Desk, blanket_order, connection, decimal, order, request, requested, usage};

fn price(amount: &str) -> Price {
    Price::new(decimal(amount), "USD")
}

fn detail(max_amount: Option<&str>) -> BlanketItemDetail {
    BlanketItemDetail { max_amount: max_amount.map(price), ..BlanketItemDetail::default() }
}

fn blanket(total: &str, max_amount: Option<&str>) -> cxml::model::OrderRequest {
    let requests = [requested(1, &connection(), usage())];
    blanket_order(order("PO-1", &requests), price(total), detail(max_amount))
}

fn desk() -> Desk {
    Desk::with(&[requested(1, &connection(), usage())])
}

#[test]
fn a_blanket_line_commits_to_its_max_amount() {
    let acceptance = accepted(desk().decide(&blanket("10000.00", Some("10000.00"))));
    assert_eq!(acceptance.lines[0].agreement.order.unit_price.to_string(), "10000.00 USD");
}

#[test]
fn a_sole_blanket_line_without_a_max_amount_commits_to_the_total() {
    accepted(desk().decide(&blanket("10000.00", None)));
    assert_eq!(refused(desk().decide(&blanket("9999.00", None))).refusal.code, 400);
}

#[test]
fn a_blanket_line_for_another_amount_is_refused() {
    assert_eq!(refused(desk().decide(&blanket("10000.00", Some("9000.00")))).refusal.code, 400);
}

#[test]
fn a_blanket_order_whose_total_is_less_than_its_line_commits_to_the_total_only() {
    let refusal = refused(desk().decide(&blanket("5000.00", Some("10000.00")))).refusal;
    assert!(refusal.reason.contains("the price is 5000.00 USD, but 10000.00 USD was requested"), "{refusal}");
}

#[test]
fn the_total_says_nothing_about_one_of_several_blanket_lines() {
    let requests = [requested(1, &connection(), usage()), request(2)];
    let two = blanket_order(order("PO-1", &requests), price("11200.00"), detail(None));
    let refusal = refused(Desk::with(&requests).decide(&two)).refusal;
    assert!(refusal.reason.contains("Line 1: it has no unit price"), "{refusal}");
}

#[test]
fn a_blanket_line_may_give_its_amount_as_the_price_of_one() {
    let one = BlanketItemDetail { unit_price: Some(price("10000.00")), ..BlanketItemDetail::default() };
    let requests = [requested(1, &connection(), usage())];
    accepted(desk().decide(&blanket_order(order("PO-1", &requests), price("10000.00"), one)));
}

#[test]
fn a_release_against_a_blanket_order_is_not_supported_and_says_why() {
    let mut release = order("PO-1", &[request(1)]);
    release.header.order_type = OrderType::Release;
    let refusal = read("po@acme.example", &release).expect_err("a refusal");
    assert_eq!(refusal.code, 450);
    assert!(refusal.reason.contains("Send a regular or a blanket order."), "{refusal}");
}
