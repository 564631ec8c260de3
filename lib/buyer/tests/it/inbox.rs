//! The invoice inbox over HTTP.

use crate::start::{connected, ordered};
use buyer::{Buyer, InboxFault, System};
use std::time::Duration;

/// Only a scripted silence lasts this long.
const PATIENCE: Duration = Duration::from_secs(2);

fn invoice(buyer: &Buyer, number: &str, order: &str) -> String {
    let invoicing = buyer.invoicing();
    format!(
        "<?xml version=\"1.0\"?><!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.020/InvoiceDetail.dtd\">\
         <cXML payloadID=\"{number}@shop\" timestamp=\"2026-01-01T00:00:00+00:00\"><Header><From><Credential domain=\"DUNS\">\
         <Identity>shop</Identity></Credential></From><To><Credential domain=\"NetworkId\"><Identity>AN01000000001</Identity>\
         </Credential></To><Sender><Credential domain=\"{}\"><Identity>{}</Identity><SharedSecret>{}</SharedSecret></Credential>\
         <UserAgent>shop</UserAgent></Sender></Header><Request><InvoiceDetailRequest><InvoiceDetailRequestHeader \
         invoiceID=\"{number}\" purpose=\"standard\" operation=\"new\" invoiceDate=\"2026-01-01T00:00:00+00:00\">\
         <InvoiceDetailHeaderIndicator/><InvoiceDetailLineIndicator/></InvoiceDetailRequestHeader><InvoiceDetailOrder>\
         <InvoiceDetailOrderInfo><OrderReference><DocumentReference payloadID=\"{order}\"/></OrderReference>\
         </InvoiceDetailOrderInfo><InvoiceDetailItem invoiceLineNumber=\"1\" quantity=\"2\"><UnitOfMeasure>EA</UnitOfMeasure>\
         <UnitPrice><Money currency=\"EUR\">10.25</Money></UnitPrice><InvoiceDetailItemReference lineNumber=\"1\">\
         <Description xml:lang=\"en\">x</Description></InvoiceDetailItemReference></InvoiceDetailItem></InvoiceDetailOrder>\
         <InvoiceDetailSummary><SubtotalAmount><Money currency=\"EUR\">20.50</Money></SubtotalAmount><Tax><Money \
         currency=\"EUR\">0</Money><Description xml:lang=\"en\">tax</Description></Tax><NetAmount><Money currency=\"EUR\">20.50\
         </Money></NetAmount></InvoiceDetailSummary></InvoiceDetailRequest></Request></cXML>",
        invoicing.credential.domain, invoicing.credential.identity, invoicing.shared_secret,
    )
}

async fn post(buyer: &Buyer, text: String) -> Result<(u16, String), reqwest::Error> {
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build()?;
    let answer = client.post(buyer.invoice_url()).body(text).send().await?;
    let status = answer.status().as_u16();
    Ok((status, answer.text().await?))
}

async fn said(buyer: &Buyer, text: String) -> String {
    post(buyer, text).await.expect("an answer").1
}

#[tokio::test]
async fn an_invoice_is_taken_once() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await.number;
    let (http, text) = post(&buyer, invoice(&buyer, "INV-1", &order)).await.expect("an answer");
    assert!(http == 200 && text.contains("<cXML ") && text.contains("code=\"200\""), "{text}");
    assert!(said(&buyer, invoice(&buyer, "INV-1", &order)).await.contains("code=\"417\""));
    let about = buyer::About::Invoice("INV-1".into());
    let codes: Vec<_> = buyer
        .documents()
        .iter()
        .filter(|it| it.about == about)
        .filter_map(|it| it.status.as_ref().map(|it| it.code))
        .collect();
    assert_eq!(codes, [200, 200, 417, 417]);
    let received = buyer.received_invoices();
    assert_eq!(
        (received.len(), received[0].order.as_str(), received[0].net.to_string().as_str()),
        (1, "PO-4500001", "20.50")
    );
}

#[tokio::test]
async fn the_answer_can_be_a_bare_response() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let mut invoicing = buyer.invoicing();
    invoicing.bare_response = true;
    buyer.set_invoicing(invoicing);
    let text = said(&buyer, "rubbish".into()).await;
    assert!(
        !text.contains("cXML ") && text.contains("<Response>") && text.contains("code=\"406\""),
        "{text}"
    );
}

#[tokio::test]
async fn ariba_takes_no_invoices() {
    let (_marketplace, buyer) = connected(System::Ariba).await;
    let order = ordered(&buyer).await.number;
    assert!(said(&buyer, invoice(&buyer, "INV-1", &order)).await.contains("code=\"403\""));
    assert!(buyer.received_invoices().is_empty());
}

#[tokio::test]
async fn a_status_can_be_scripted_as_often_as_wanted() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await.number;
    buyer.fail_next_invoices(2, InboxFault::Status(500));
    for expected in ["code=\"500\"", "code=\"500\"", "code=\"200\""] {
        assert!(said(&buyer, invoice(&buyer, "INV-1", &order)).await.contains(expected));
    }
}

#[tokio::test]
async fn an_http_error_or_a_page_that_is_no_cxml_can_be_scripted() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await.number;
    buyer.fail_next_invoice(InboxFault::Http(503));
    buyer.fail_next_invoice(InboxFault::NotCxml);
    let (http, text) = post(&buyer, invoice(&buyer, "INV-1", &order)).await.expect("an answer");
    assert!(http == 503 && !text.contains("Status"));
    let (http, text) = post(&buyer, invoice(&buyer, "INV-1", &order)).await.expect("an answer");
    assert!(http == 200 && !text.contains("Status"));
    assert!(buyer.received_invoices().is_empty());
}

#[tokio::test]
async fn a_broken_or_silent_connection_leaves_nothing_unless_told_to_take_it_first() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await.number;
    for fault in [InboxFault::Drop, InboxFault::Hang] {
        buyer.fail_next_invoice(fault);
        assert!(post(&buyer, invoice(&buyer, "INV-1", &order)).await.is_err());
    }
    assert!(buyer.received_invoices().is_empty());
    for (fault, number) in [(InboxFault::DropAfterTaking, "INV-2"), (InboxFault::HangAfterTaking, "INV-3")] {
        buyer.fail_next_invoice(fault);
        assert!(post(&buyer, invoice(&buyer, number, &order)).await.is_err());
        assert!(said(&buyer, invoice(&buyer, number, &order)).await.contains("already used"));
    }
    assert_eq!(buyer.received_invoices().len(), 2);
}

#[tokio::test]
async fn a_get_is_a_ping() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let text = reqwest::get(buyer.invoice_url()).await.expect("an answer").text().await.expect("text");
    assert!(text.contains("Ping Response Message") && text.contains("code=\"200\""));
}
