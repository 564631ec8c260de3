//! A sound invoice, and every Status that another one gets.

use super::*;
use crate::{Delivery, DocumentId, Line, LineType, OrderKind};
use jiff::Timestamp;

const INVOICE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.020/InvoiceDetail.dtd">
<cXML payloadID="9@shop" timestamp="2026-01-02T03:04:05+00:00">
<Header>
<From><Credential domain="DUNS"><Identity>shop</Identity></Credential></From>
<To><Credential domain="NetworkId"><Identity>buyer</Identity></Credential></To>
<Sender><Credential domain="DUNS"><Identity>marketplace-invoices</Identity><SharedSecret>s3</SharedSecret></Credential><UserAgent>Shop</UserAgent></Sender>
</Header>
<Request><InvoiceDetailRequest>
<InvoiceDetailRequestHeader invoiceID="INV-1" purpose="standard" operation="new" invoiceDate="2026-01-02T03:04:05+00:00"><InvoiceDetailHeaderIndicator/><InvoiceDetailLineIndicator/></InvoiceDetailRequestHeader>
<InvoiceDetailOrder>
<InvoiceDetailOrderInfo><OrderReference><DocumentReference payloadID="PO-1"/></OrderReference></InvoiceDetailOrderInfo>
<InvoiceDetailItem invoiceLineNumber="1" quantity="2"><UnitOfMeasure>EA</UnitOfMeasure><UnitPrice><Money currency="EUR">10.25</Money></UnitPrice><InvoiceDetailItemReference lineNumber="1"><ItemID><SupplierPartID>prod-1</SupplierPartID></ItemID><Description xml:lang="en">Log search</Description></InvoiceDetailItemReference><SubtotalAmount><Money currency="EUR">20.50</Money></SubtotalAmount></InvoiceDetailItem>
<InvoiceDetailServiceItem invoiceLineNumber="2"><InvoiceDetailServiceItemReference lineNumber="2"><Description xml:lang="en">Set-up</Description></InvoiceDetailServiceItemReference><SubtotalAmount><Money currency="EUR">5.00</Money></SubtotalAmount></InvoiceDetailServiceItem>
</InvoiceDetailOrder>
<InvoiceDetailSummary><SubtotalAmount><Money currency="EUR">25.50</Money></SubtotalAmount><Tax><Money currency="EUR">0.00</Money><Description xml:lang="en">tax</Description></Tax><NetAmount><Money currency="EUR">25.50</Money></NetAmount></InvoiceDetailSummary>
</InvoiceDetailRequest></Request>
</cXML>"#;

fn line(number: u32, line_type: LineType) -> Line {
    Line {
        number,
        part: format!("prod-{number}"),
        auxiliary: format!("ref-{number}"),
        description: "x".into(),
        quantity: Decimal::TWO,
        unit: "EA".into(),
        price: Decimal::new(1025, 2),
        currency: "EUR".into(),
        unspsc: "81162000".into(),
        line_type,
        extrinsics: Vec::new(),
    }
}

fn order() -> PurchaseOrder {
    PurchaseOrder {
        number: "PO-1".into(),
        version: 1,
        kind: OrderKind::New,
        requisition: 1001,
        requester: "ada".into(),
        lines: vec![line(1, LineType::Quantity), line(2, LineType::Amount)],
        currency: "EUR".into(),
        payload_id: "1@h".into(),
        dated: Timestamp::UNIX_EPOCH,
        delivery: Delivery::Accepted,
        answers: Vec::new(),
        repeats: 0,
    }
}

fn invoicing() -> Invoicing {
    Invoicing {
        enabled: true,
        credential: Credential::new("DUNS", "marketplace-invoices"),
        shared_secret: "s3".into(),
        takes_cancellations: true,
        bare_response: false,
    }
}

fn judged_by(invoicing: &Invoicing, invoices: &[Invoice], text: &str) -> Verdict<Judged> {
    let supplier = Credential::new("DUNS", "shop");
    let inbox = Inbox { invoicing, supplier: Some(&supplier), orders: &[order()], invoices };
    judge_invoice(text.as_bytes(), &inbox)
}

fn judged(text: &str) -> Verdict<Judged> {
    judged_by(&invoicing(), &[], text)
}

/// The Status code once this text is replaced, which must be there.
fn code_after(from: &str, to: &str) -> u16 {
    assert!(INVOICE.contains(from), "the invoice has no {from}");
    match judged(&INVOICE.replacen(from, to, 1)) {
        Err(status) => status.code,
        Ok(_) => 200,
    }
}

fn known(cancelled: bool) -> Invoice {
    Invoice {
        number: "INV-1".into(),
        order: "PO-1".into(),
        dated: String::new(),
        currency: "EUR".into(),
        lines: Vec::new(),
        subtotal: Decimal::ONE,
        tax: Decimal::ZERO,
        net: Decimal::ONE,
        payload_id: String::new(),
        cancelled,
        received: Timestamp::UNIX_EPOCH,
        document: DocumentId(1),
    }
}

#[test]
fn a_sound_invoice_is_booked_with_its_lines_and_order() {
    let Ok(Judged::Book(invoice)) = judged(INVOICE) else {
        panic!("{:?}", judged(INVOICE));
    };
    assert_eq!((invoice.number.as_str(), invoice.order.as_str()), ("INV-1", "PO-1"));
    assert_eq!(invoice.net, Decimal::new(2550, 2));
    assert_eq!(invoice.lines.len(), 2);
    assert!(!invoice.lines[0].service && invoice.lines[1].service);
}

#[test]
fn what_does_not_parse_or_is_not_valid_gets_406() {
    assert_eq!(code_after("</cXML>", ""), 406);
    assert_eq!(code_after("<InvoiceDetailHeaderIndicator/>", ""), 406);
    assert_eq!(code_after("InvoiceDetail.dtd", "cXML.dtd"), 406);
    assert_eq!(
        code_after(
            "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.020/InvoiceDetail.dtd\">",
            ""
        ),
        406
    );
}

#[test]
fn a_service_item_with_its_unit_before_the_subtotal_gets_406() {
    let subtotal = "<SubtotalAmount><Money currency=\"EUR\">5.00</Money></SubtotalAmount>";
    let swapped = format!("<UnitOfMeasure>EA</UnitOfMeasure>{subtotal}");
    assert_eq!(code_after(subtotal, &swapped), 406);
}

#[test]
fn another_sender_or_secret_gets_401() {
    assert_eq!(code_after("<Identity>marketplace-invoices<", "<Identity>somebody<"), 401);
    assert_eq!(code_after("<SharedSecret>s3<", "<SharedSecret>s4<"), 401);
    assert_eq!(code_after("<SharedSecret>s3<", "<SharedSecret><"), 401);
    assert_eq!(code_after("<SharedSecret>s3</SharedSecret>", ""), 401);
}

#[test]
fn an_empty_secret_never_matches_an_empty_one() {
    let empty = Invoicing { shared_secret: String::new(), ..invoicing() };
    let verdict = judged_by(&empty, &[], &INVOICE.replace("<SharedSecret>s3<", "<SharedSecret><"));
    assert_eq!(verdict.map_err(|status| status.code), Err(401));
}

#[test]
fn an_invoice_where_none_are_enabled_gets_403() {
    let off = Invoicing { enabled: false, ..invoicing() };
    assert_eq!(judged_by(&off, &[], INVOICE).map_err(|status| status.code), Err(403));
}

#[test]
fn an_unsupported_version_or_request_gets_450() {
    assert_eq!(code_after("1.2.020", "1.2.069"), 450);
    let order = INVOICE.replace("InvoiceDetailRequest>", "OrderRequest>");
    assert_eq!(judged(&order).map_err(|status| status.code), Err(450));
    assert_eq!(code_after("purpose=\"standard\"", "purpose=\"creditMemo\""), 450);
}

#[test]
fn a_wrong_order_gets_417() {
    assert_eq!(code_after("payloadID=\"PO-1\"", "payloadID=\"PO-2\""), 417);
}

#[test]
fn an_invoice_number_that_is_already_used_gets_417_even_when_cancelled() {
    for cancelled in [false, true] {
        let verdict = judged_by(&invoicing(), &[known(cancelled)], INVOICE);
        let refusal = verdict.err().map(|status| (status.code, status.message));
        assert_eq!(refusal, Some((417, "Invoice number INV-1 is already used".into())));
    }
}

#[test]
fn wrong_attributes_and_sums_get_417() {
    assert_eq!(code_after("invoiceID=\"INV-1\"", "invoiceID=\"\""), 417);
    assert_eq!(code_after("invoiceDate=\"2026-01-02T03:04:05+00:00\"", "invoiceDate=\"yesterday\""), 417);
    assert_eq!(code_after("<SupplierPartID>prod-1<", "<SupplierPartID>prod-9<"), 417);
    assert_eq!(code_after("quantity=\"2\"", "quantity=\"3\""), 417);
    assert_eq!(code_after("<Money currency=\"EUR\">5.00", "<Money currency=\"USD\">5.00"), 417);
    assert_eq!(
        code_after("<NetAmount><Money currency=\"EUR\">25.50", "<NetAmount><Money currency=\"EUR\">25.51"),
        417
    );
    assert_eq!(code_after("invoiceLineNumber=\"2\"", "invoiceLineNumber=\"1\""), 417);
    assert_eq!(
        code_after(
            "<From><Credential domain=\"DUNS\"><Identity>shop",
            "<From><Credential domain=\"DUNS\"><Identity>x"
        ),
        417
    );
}

#[test]
fn a_wrong_line_or_unit_gets_500() {
    assert_eq!(
        code_after(
            "<InvoiceDetailItemReference lineNumber=\"1\"",
            "<InvoiceDetailItemReference lineNumber=\"7\""
        ),
        500
    );
    assert_eq!(code_after("<UnitOfMeasure>EA<", "<UnitOfMeasure>MON<"), 500);
}

#[test]
fn an_item_for_a_service_line_and_the_other_way_round_get_500() {
    assert_eq!(
        code_after(
            "<InvoiceDetailItemReference lineNumber=\"1\"",
            "<InvoiceDetailItemReference lineNumber=\"2\""
        ),
        500
    );
    assert_eq!(
        code_after(
            "<InvoiceDetailServiceItemReference lineNumber=\"2\"",
            "<InvoiceDetailServiceItemReference lineNumber=\"1\""
        ),
        500
    );
}

#[test]
fn a_standing_invoice_is_cancelled_by_delete_once() {
    let delete = INVOICE.replace("operation=\"new\"", "operation=\"delete\"");
    assert_eq!(judged_by(&invoicing(), &[known(false)], &delete), Ok(Judged::Cancel("INV-1".into())));
    let again = judged_by(&invoicing(), &[known(true)], &delete);
    assert_eq!(again.map_err(|status| status.code), Err(417));
}

#[test]
fn a_cancellation_gets_450_where_none_are_taken() {
    let delete = INVOICE.replace("operation=\"new\"", "operation=\"delete\"");
    let strict = Invoicing { takes_cancellations: false, ..invoicing() };
    let verdict = judged_by(&strict, &[known(false)], &delete);
    assert_eq!(verdict.map_err(|status| status.code), Err(450));
}
