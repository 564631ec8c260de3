//! The invoice as Coupa needs it (R46).

use cxml::model::{
    Body, Document, InvoiceDetailItem, InvoiceDetailOrder, InvoiceDetailRequest, InvoiceLine, InvoiceOrders,
    InvoicedOrder, Request,
};
use procurement::agreement::Agreement;
use procurement::invoice::build;

use super::{agreement, invoice, issued};
use crate::example::{
    contract, days, decimal, delivery, instalments, marketplace, money, now, reference_of, request,
};

fn document(agreement: &Agreement, instalment: usize) -> Document {
    build(&invoice(agreement, instalment), agreement, &delivery(), "s3cret".into(), &marketplace())
}

fn body(document: &Document) -> &InvoiceDetailRequest {
    match &document.body {
        Body::Request { request: Request::InvoiceDetail(body), .. } => body,
        other => panic!("{other:?}"),
    }
}

fn order(document: &Document) -> &InvoiceDetailOrder {
    match &body(document).orders {
        InvoiceOrders::Lines(orders) => &orders[0],
        InvoiceOrders::Headers(_) => panic!("no lines"),
    }
}

fn item(document: &Document) -> &InvoiceDetailItem {
    match order(document).lines.as_slice() {
        [InvoiceLine::Item(item)] => item,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_po_number_stands_where_coupa_looks_for_it() {
    let document = document(&agreement(contract()), 0);
    let Some(InvoicedOrder::Reference(reference)) = &order(&document).order_info.order else {
        panic!("a reference")
    };
    assert_eq!((reference.payload_id.as_str(), reference.order_id.as_deref()), ("PO-1", Some("PO-1")));
    assert!(reference.order_date.is_some());
}

#[test]
fn line_unit_and_part_are_the_orders_own() {
    let document = document(&agreement(contract()), 0);
    let item = item(&document);
    assert_eq!((item.item_reference.line_number, item.unit_of_measure.as_str()), (Some(7), "EA"));
    let id = item.item_reference.item_id.as_ref().expect("an id");
    assert_eq!(id.supplier_part_id, "prod-lumen-logs");
    assert_eq!(id.supplier_part_auxiliary_id.as_deref(), Some(reference_of(&request(1)).as_str()));
}

#[test]
fn every_sum_is_the_amount_and_no_tax_is_added() {
    let document = document(&agreement(contract()), 0);
    let amount = Some(money("1200.00 USD").into());
    let (item, summary) = (item(&document), &body(&document).summary);
    assert_eq!((item.quantity, &item.unit_price), (Some(decimal("1")), &amount));
    for sum in [&item.subtotal_amount, &item.gross_amount, &item.net_amount] {
        assert_eq!(sum, &amount);
    }
    for sum in [&summary.subtotal_amount, &summary.gross_amount, &summary.net_amount, &summary.due_amount] {
        assert_eq!(sum, &amount);
    }
    let tax = summary.tax.as_ref().and_then(|tax| tax.amount.clone());
    assert_eq!(tax, Some(money("0.00 USD").into()));
}

#[test]
fn an_instalment_says_which_one_it_is() {
    let agreement = agreement(instalments());
    for (instalment, amount) in ["3333.33 USD", "3333.34 USD", "3333.33 USD"].into_iter().enumerate() {
        let document = document(&agreement, instalment);
        let item = item(&document);
        let text = item.item_reference.description.as_ref().map(|words| words.text.clone());
        assert_eq!(text, Some(format!("Lumen Logs, instalment {} of 3", instalment + 1)));
        assert_eq!(item.subtotal_amount, Some(money(amount).into()));
    }
}

#[test]
fn a_service_line_of_the_order_is_billed_as_a_service() {
    let mut agreement = agreement(contract());
    agreement.order.is_service = true;
    let document = document(&agreement, 0);
    let [InvoiceLine::Service(item)] = order(&document).lines.as_slice() else { panic!("a service") };
    assert_eq!(item.item_reference.line_number, Some(7));
    assert_eq!(item.subtotal_amount, Some(money("1200.00 USD").into()));
}

#[test]
fn the_marketplace_proves_itself_with_the_secret_of_the_delivery() {
    let header = document(&agreement(contract()), 0).header.expect("a header");
    assert_eq!(header.from.identity("DUNS"), Some("123456789"));
    assert_eq!(header.to.identity("DUNS"), Some("987654321"));
    let [sender] = header.sender.credentials.as_slice() else { panic!("one credential") };
    assert_eq!(sender.secret.as_ref().map(|secret| secret.expose()), Some("s3cret"));
    assert!(header.from.credentials.iter().all(|credential| credential.secret.is_none()));
}

#[test]
fn the_document_is_the_same_at_every_try() {
    let agreement = agreement(contract());
    let first = document(&agreement, 0);
    assert_eq!(first, document(&agreement, 0));
    assert_eq!(first.payload_id, "invoice-1@market.example");
    assert_eq!(first.timestamp.instant(), Some(now()));
    assert_eq!(body(&first).header.invoice_id, "PG-000000c0-000042");
    assert_eq!(body(&first).header.invoice_date, first.timestamp);
}

#[test]
fn an_invoice_carries_the_day_it_was_made_and_not_the_day_of_its_order() {
    let agreement = agreement(instalments());
    let (late, _) = issued(&agreement, 1, 0, now() + days(90));
    let document = build(&late, &agreement, &delivery(), "s3cret".into(), &marketplace());
    assert_eq!(body(&document).header.invoice_date.instant(), Some(now() + days(90)));
}
