//! An invoice is taken back (R48): void, withdrawn, or credited.

use cxml::model::{
    Body, Document, InvoiceDetailRequest, InvoiceOperation, InvoiceOrders, InvoicePurpose, Request,
};
use procurement::connection::{CancelBy, Connection, InvoiceChannel, TaxRate};
use procurement::id::InvoiceId;
use procurement::invoice::{
    Cancellation, CannotCancel, Invoice, InvoiceCounter, InvoiceState, Verdict, build, cancel, credit,
    withdrawal,
};
use procurement::trouble::Trouble;

use super::{agreement, invoice};
use crate::example::{connection, contract, decimal, delivery, marketplace, money, now, uuid};

fn cancels_by(by: CancelBy) -> Connection {
    let mut connection = connection();
    connection.settings.invoices.cancel_by = by;
    connection
}

fn delivered() -> Invoice {
    invoice(&agreement(contract()), 0).after(&Verdict::Delivered, now())
}

fn credited(invoice: &Invoice, connection: &Connection) -> (Invoice, Invoice) {
    let ids = (InvoiceId::new(uuid(0xf1)), "credit@market.example".to_owned());
    let (before, credit, counter, job) =
        credit(invoice, connection, InvoiceCounter { version: 42 }, ids, now());
    assert_eq!((counter.version, job.is_some()), (43, true));
    (before, credit)
}

fn body(document: Document) -> InvoiceDetailRequest {
    match document.body {
        Body::Request { request: Request::InvoiceDetail(body), .. } => *body,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_never_left_is_void_and_keeps_its_number() {
    let parked = invoice(&agreement(contract()), 0)
        .after(&Verdict::Parked { reason: Trouble::answered(406, "") }, now());
    let Ok(Cancellation::Void(void)) = cancel(&parked, &connection(), now()) else { panic!("void") };
    assert!(matches!(void.state, InvoiceState::Cancelled { .. }));
    assert_eq!(void.number, parked.number);
}

#[test]
fn what_may_have_arrived_is_taken_back_like_what_did() {
    let tried = invoice(&agreement(contract()), 0).after(&Verdict::Retry { reason: Trouble::Silent }, now());
    assert_eq!(cancel(&tried, &connection(), now()), Err(CannotCancel::UnderWay(tried.number.clone())));
    let given_up = tried.after(&Verdict::Parked { reason: Trouble::Silent }, now());
    assert!(matches!(cancel(&given_up, &connection(), now()), Ok(Cancellation::Withdraw { .. })));
}

#[test]
fn a_delivered_invoice_is_withdrawn_by_operation_delete() {
    let before = delivered();
    let Ok(Cancellation::Withdraw { invoice, .. }) = cancel(&before, &connection(), now()) else {
        panic!("withdrawn")
    };
    let document = withdrawal(&invoice, &agreement(contract()), &delivery(), "s3cret".into(), &marketplace());
    assert_ne!(document.payload_id, before.payload_id);
    let header = body(document).header;
    assert_eq!(header.operation, InvoiceOperation::Delete);
    assert_eq!(header.document_reference.as_deref(), Some(before.payload_id.as_str()));
    assert_eq!(header.invoice_id, before.number);
    assert!(matches!(cancel(&invoice, &connection(), now()), Err(CannotCancel::Cancelled(_))));
}

#[test]
fn a_credit_is_negative_and_names_what_it_takes_back() {
    let mut taxed = cancels_by(CancelBy::LineCredit);
    taxed.settings.invoices.tax =
        Some(TaxRate { category: "vat".into(), percent: decimal("19"), description: "VAT 19 %".into() });
    let invoice = invoice(&agreement(contract()), 0).adapted(&taxed).after(&Verdict::Delivered, now());
    assert_eq!(cancel(&invoice, &taxed, now()), Ok(Cancellation::Credit));
    let (before, credit) = credited(&invoice, &taxed);
    let InvoiceState::Cancelled { how, .. } = &before.state else { panic!("{:?}", before.state) };
    assert_eq!(how, "credited by PG-000000c0-000043");
    let request = body(build(&credit, &agreement(contract()), &delivery(), "s3cret".into(), &marketplace()));
    assert_eq!(request.header.purpose, InvoicePurpose::LineLevelCreditMemo);
    assert_eq!(request.header.document_reference.as_deref(), Some(invoice.payload_id.as_str()));
    assert_eq!(request.summary.due_amount.expect("due").amount, decimal("-1428.00"));
    assert_eq!(request.summary.tax.expect("tax").amount.expect("an amount").amount, decimal("-228.00"));
    assert!(!request.header.header_indicator.is_header_invoice);
    assert_eq!(credit.amount, money("1200.00 USD"));
    assert!(matches!(cancel(&credit, &taxed, now()), Err(CannotCancel::Credit(_))));
}

#[test]
fn a_credit_on_the_whole_has_no_lines() {
    let connection = cancels_by(CancelBy::Credit);
    let (_, credit) = credited(&delivered(), &connection);
    let request = body(build(&credit, &agreement(contract()), &delivery(), "s3cret".into(), &marketplace()));
    assert_eq!(request.header.purpose, InvoicePurpose::CreditMemo);
    assert!(request.header.header_indicator.is_header_invoice);
    let InvoiceOrders::Headers(orders) = &request.orders else { panic!("lines") };
    assert_eq!(orders[0].summary.net_amount.as_ref().expect("net").amount, decimal("-1200.00"));
}

#[test]
fn an_invoice_that_was_uploaded_by_hand_is_credited_by_hand() {
    let mut by_hand = connection();
    by_hand.settings.invoicing = InvoiceChannel::SupplierPortal;
    let invoice = invoice(&agreement(contract()), 0).adapted(&by_hand);
    assert!(matches!(invoice.state, InvoiceState::ToUpload { .. }));
    assert!(matches!(cancel(&invoice, &by_hand, now()), Ok(Cancellation::Void(_))));
    let uploaded = invoice.after(&Verdict::Delivered, now());
    assert_eq!(cancel(&uploaded, &by_hand, now()), Ok(Cancellation::Credit));
    let ids = (InvoiceId::new(uuid(0xf1)), "credit@market.example".to_owned());
    let (_, credit, _, job) = credit(&uploaded, &by_hand, InvoiceCounter { version: 42 }, ids, now());
    assert!(job.is_none() && matches!(credit.state, InvoiceState::ToUpload { .. }));
}
