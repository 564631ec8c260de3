//! What the procurement system would refuse is found before an invoice is sent (R49).

use cxml::model::{Body, Document, InvoiceDetailRequest, InvoiceLine, InvoiceOrders, Request};
use procurement::agreement::{Agreement, OrderLine};
use procurement::invoice::{InvoiceFault, Sum, build, check, in_words};
use procurement::money::Money;

use super::{agreement, invoice};
use crate::example::{contract, decimal, delivery, instalments, marketplace, money};

fn document(agreement: &Agreement) -> Document {
    build(&invoice(agreement, 0), agreement, &delivery(), "s3cret".into(), &marketplace())
}

fn none() -> Money {
    money("0.00 USD")
}

fn request(document: &mut Document) -> &mut InvoiceDetailRequest {
    match &mut document.body {
        Body::Request { request: Request::InvoiceDetail(request), .. } => request,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_invoice_as_it_is_made_is_in_order() {
    for agreement in [agreement(contract()), agreement(instalments())] {
        assert_eq!(check(&document(&agreement), &agreement.order, none()), []);
    }
    let mut service = agreement(contract());
    service.order.is_service = true;
    assert_eq!(check(&document(&service), &service.order, none()), []);
}

#[test]
fn an_order_that_says_otherwise_is_found() {
    let agreement = agreement(contract());
    let document = document(&agreement);
    let faults_of = |change: &dyn Fn(&mut OrderLine)| {
        let mut order = agreement.order.clone();
        change(&mut order);
        let faults = check(&document, &order, none());
        assert_eq!(faults.len(), 1, "{faults:?}");
        faults.into_iter().next().expect("one")
    };
    assert!(matches!(faults_of(&|order| order.order_id = "PO-2".into()), InvoiceFault::Order { .. }));
    assert!(matches!(faults_of(&|order| order.line = 8), InvoiceFault::Line { found: 7, ordered: 8 }));
    assert!(matches!(faults_of(&|order| order.is_service = true), InvoiceFault::Kind { line: 7, .. }));
    assert!(matches!(faults_of(&|order| order.unit_of_measure = "MON".into()), InvoiceFault::Unit { .. }));
    assert!(matches!(faults_of(&|order| order.part_id = "prod-other".into()), InvoiceFault::Part { .. }));
    assert!(matches!(
        faults_of(&|order| order.unit_price = money("1200.00 EUR")),
        InvoiceFault::Currency { .. }
    ));
    assert!(matches!(
        faults_of(&|order| order.unit_price = money("1199.99 USD")),
        InvoiceFault::TooMuch { .. }
    ));
}

#[test]
fn a_counted_line_without_a_unit_is_found() {
    let mut agreement = agreement(contract());
    agreement.order.unit_of_measure = String::new();
    let faults = check(&document(&agreement), &agreement.order, none());
    assert!(matches!(faults.as_slice(), [InvoiceFault::Unit { .. }]), "{faults:?}");
}

#[test]
fn more_than_was_ordered_is_not_billed_bit_by_bit_either() {
    let agreement = agreement(instalments());
    let document = document(&agreement);
    assert_eq!(check(&document, &agreement.order, money("6666.67 USD")), []);
    let faults = check(&document, &agreement.order, money("6666.68 USD"));
    assert!(matches!(faults.as_slice(), [InvoiceFault::TooMuch { .. }]), "{faults:?}");
}

#[test]
fn sums_that_do_not_add_up_are_found() {
    let agreement = agreement(contract());
    let mut wrong = document(&agreement);
    let summary = &mut request(&mut wrong).summary;
    summary.net_amount.as_mut().expect("a sum").amount = decimal("1200.01");
    let faults = check(&wrong, &agreement.order, none());
    assert!(matches!(faults.as_slice(), [InvoiceFault::Sum { what: Sum::Net, .. }]), "{faults:?}");
    assert!(in_words(&faults).contains("1200.01"), "{}", in_words(&faults));
}

#[test]
fn nothing_is_not_billed() {
    let agreement = agreement(contract());
    let mut nothing = document(&agreement);
    let InvoiceOrders::Lines(orders) = &mut request(&mut nothing).orders else { panic!("lines") };
    let InvoiceLine::Item(item) = &mut orders[0].lines[0] else { panic!("an item") };
    item.subtotal_amount.as_mut().expect("an amount").amount = decimal("0");
    let faults = check(&nothing, &agreement.order, none());
    assert!(faults.contains(&InvoiceFault::Nothing(decimal("0"))), "{faults:?}");
}
