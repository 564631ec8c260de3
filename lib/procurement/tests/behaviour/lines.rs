//! Lines by rule, from the cart over the purchase order to the invoice (R19).

use cxml::model::{Body, InvoiceLine, InvoiceOrders, ItemOut, OrderRequest, Request};
use procurement::agreement::Agreement;
use procurement::catalogue::Pricing;
use procurement::connection::{Connection, LineRule};
use procurement::invoice::{InvoiceCounter, build, check, issue};
use procurement::money::Money;
use procurement::order::Outcome;
use procurement::requisition::{CartLine, LineForm, Requisition};

use crate::example::{
    Desk, connection, contract, decimal, delivery, instalments, marketplace, money, now, offer, order,
    product, quote_of_two, requested, requested_with, usage, uuid,
};

fn by_line() -> Connection {
    let mut connection = connection();
    connection.settings.line_rule = LineRule::ByLine;
    connection
}

fn asked(pricing: Pricing) -> Requisition {
    requested(1, &by_line(), pricing)
}

/// Seats and hosts: two charges.
fn two_charges() -> Requisition {
    let (choice, quote) = quote_of_two();
    requested_with(1, &by_line(), &product(), &offer(contract()), choice, quote)
}

/// The order as a procurement system makes it of the cart's line.
fn ordered(request: &Requisition) -> OrderRequest {
    let line = request.cart_line();
    let mut order = order("PO-1", std::slice::from_ref(request));
    let item: &mut ItemOut = &mut order.items[0];
    item.quantity = Some(line.quantity);
    if let Some(cxml::model::Detail::Item(detail)) = &mut item.detail {
        detail.unit_price = Some(line.unit_price.into());
        detail.extrinsics.extend(line.line_type.map(|kind| cxml::model::Extrinsic::new("LineType", kind)));
    }
    order
}

fn agreement(request: &Requisition, order: &OrderRequest) -> Agreement {
    match Desk::with(std::slice::from_ref(request)).decide(order) {
        Outcome::Accepted(mut acceptance) => acceptance.lines.remove(0).agreement,
        other => panic!("{}", other.answer().text),
    }
}

fn refusal(request: &Requisition, order: &OrderRequest) -> String {
    match Desk::with(std::slice::from_ref(request)).decide(order) {
        Outcome::Refused(refused) => refused.refusal.reason,
        other => panic!("{}", other.answer().text),
    }
}

fn invoiced(agreement: &Agreement, instalment: usize) -> InvoiceLine {
    let id = procurement::id::InvoiceId::new(uuid(0xf0));
    let counter = InvoiceCounter::default();
    let issued = issue(agreement, instalment, counter, id, "invoice-1@market.example".into(), now());
    let document = build(&issued.expect("an invoice").0, agreement, &delivery(), "s".into(), &marketplace());
    let nothing = Money::zero(agreement.quote.total.currency);
    assert_eq!(check(&document, &agreement.order, nothing), Vec::new());
    let Body::Request { request: Request::InvoiceDetail(body), .. } = document.body else {
        panic!("invoice")
    };
    let InvoiceOrders::Lines(mut orders) = body.orders else { panic!("lines") };
    orders.remove(0).lines.remove(0)
}

#[test]
fn one_charge_that_is_not_usage_is_a_service_of_one_at_the_whole_price() {
    for (request, price) in [
        (asked(contract()), "1200.00 USD"),
        (asked(Pricing::Free), "0.00 USD"),
        (asked(Pricing::Byol), "0.00 USD"),
        (asked(Pricing::FreeTrial { days: 30 }), "0.00 USD"),
    ] {
        let service = CartLine {
            quantity: decimal("1"),
            unit_price: money(price),
            unspsc: "81162000",
            line_type: Some("Service"),
        };
        assert_eq!(request.cart_line(), service);
    }
}

#[test]
fn usage_several_dimensions_and_instalments_are_material_in_smallest_units() {
    for (request, quantity) in
        [(asked(usage()), "1000000"), (two_charges(), "120035"), (asked(instalments()), "1000000")]
    {
        let material = CartLine {
            quantity: decimal(quantity),
            unit_price: money("0.01 USD"),
            unspsc: "43232701",
            line_type: Some("Material"),
        };
        assert_eq!(request.cart_line(), material);
    }
}

#[test]
fn by_product_a_line_is_one_at_the_whole_price_and_names_no_type() {
    for pricing in [contract(), instalments(), usage()] {
        let line = requested(1, &connection(), pricing).cart_line();
        assert_eq!((line.quantity, line.unspsc, line.line_type), (decimal("1"), "81162000", None));
    }
}

#[test]
fn an_item_stays_the_line_that_it_was_when_the_rule_changes() {
    let request = requested(1, &connection(), usage());
    assert_eq!(request.line_form, LineForm::ByProduct);
    let mut desk = Desk::with(std::slice::from_ref(&request)).over(by_line());
    assert!(matches!(desk.receive(&ordered(&request)), Outcome::Accepted(_)));
}

#[test]
fn a_material_is_ordered_in_units_and_each_instalment_billed_in_them() {
    let request = asked(instalments());
    let agreement = agreement(&request, &ordered(&request));
    assert_eq!(agreement.order.quantity, decimal("1000000"));
    let InvoiceLine::Item(item) = invoiced(&agreement, 0) else { panic!("a counted line") };
    assert_eq!((item.quantity, item.unit_price), (Some(decimal("333333")), Some(money("0.01 USD").into())));
    assert_eq!(item.subtotal_amount, Some(money("3333.33 USD").into()));
}

#[test]
fn a_service_is_billed_as_one() {
    let request = asked(contract());
    let agreement = agreement(&request, &ordered(&request));
    assert!(agreement.order.is_service);
    let InvoiceLine::Service(item) = invoiced(&agreement, 0) else { panic!("a service") };
    assert_eq!(item.subtotal_amount, Some(money("1200.00 USD").into()));
}

#[test]
fn a_material_that_comes_back_as_one_amount_is_the_same_money() {
    let request = asked(instalments());
    let one = order("PO-1", std::slice::from_ref(&request));
    let agreement = agreement(&request, &one);
    let InvoiceLine::Item(item) = invoiced(&agreement, 0) else { panic!("a counted line") };
    assert_eq!((item.quantity, item.unit_price), (Some(decimal("1")), Some(money("3333.33 USD").into())));
}

#[test]
fn a_unit_more_or_less_is_refused_and_names_what_was_requested() {
    let request = asked(usage());
    for quantity in ["999999", "1000001", "2"] {
        let mut order = ordered(&request);
        order.items[0].quantity = Some(decimal(quantity));
        let reason = refusal(&request, &order);
        assert!(
            reason.contains(&format!("the quantity is {quantity}, but 1000000 was requested")),
            "{reason}"
        );
    }
}

#[test]
fn a_request_from_before_there_were_rules_reads_as_by_product() {
    let mut kept = serde_json::to_value(requested(1, &connection(), usage())).expect("JSON");
    kept.as_object_mut().expect("a record").remove("line_form");
    let read: Requisition = serde_json::from_value(kept).expect("a request");
    assert_eq!(read.line_form, LineForm::ByProduct);
}
