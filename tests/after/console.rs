//! What an administrator sees in the console after the order, and does about it (R48, R50, R57, R58).

use buyer::InboxFault;
use procurement::connection::InvoiceChannel;
use procurement::invoice::InvoiceState;
use support::{Harness, Offered, Shopping};

use super::visitor::{ADMINISTRATOR, Visitor};

/// A form without fields.
const NOTHING: &[(&str, &str)] = &[];

async fn bought(harness: &Harness) -> String {
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    order
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parked_invoice_is_set_right_and_sent_again_from_its_page_and_then_all_matches() {
    let harness = Harness::start().await;
    harness.coupa().fail_next_invoice(InboxFault::Status(403));
    let order = bought(&harness).await;
    let connection = harness.coupa_connection().await;
    let at = format!("/console/connections/{}", connection.id);
    let ada = Visitor::enter(&harness, ADMINISTRATOR, "en").await;
    let invoice = harness.invoices(&connection).await.remove(0);

    let reconciliation = ada.page(&format!("{at}/reconciliation")).await;
    assert!(reconciliation.contains("1 of 1 order lines does not match"), "{reconciliation}");
    let list = ada.page(&format!("{at}/invoices")).await;
    assert!(list.contains(&invoice.number) && list.contains("Held back") && list.contains("403"), "{list}");
    let own = format!("{at}/invoices/{}", invoice.number);
    let page = ada.page(&own).await;
    assert!(page.contains("Set right and send again") && page.contains(&order), "{page}");
    let sent = ada.post(&format!("{own}/again"), &[("order", ""), ("unit", "EA"), ("line", "1")]).await;
    assert!(sent.contains("on its way again"), "{sent}");
    harness.sweep().await;
    let invoice = harness.invoices(&connection).await.remove(0);
    assert!(matches!(invoice.state, InvoiceState::Delivered { .. }), "{:?}", invoice.state);
    let reconciliation = ada.page(&format!("{at}/reconciliation")).await;
    assert!(reconciliation.contains("All 1 order lines match"), "{reconciliation}");

    let (kind, pdf) = ada.file(&format!("{own}/pdf")).await;
    assert!(kind == "application/pdf" && pdf.starts_with(b"%PDF-"));
    for path in [format!("{own}/csv"), format!("{at}/reconciliation/csv")] {
        let (kind, table) = ada.file(&path).await;
        assert!(kind.starts_with("text/csv") && String::from_utf8_lossy(&table).contains(&order));
    }
    let back = ada.post(&format!("{own}/take-back"), NOTHING).await;
    assert!(back.contains("taken back"), "{back}");
    harness.sweep().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_for_a_supplier_portal_is_downloaded_and_noted_as_uploaded_in_either_language() {
    for (language, waits, uploaded) in
        [("en", "To be uploaded", "Delivered"), ("de", "Hochzuladen", "Zugestellt")]
    {
        let harness = Harness::start().await;
        harness
            .change_coupa(|connection| connection.settings.invoicing = InvoiceChannel::SupplierPortal)
            .await;
        let order = bought(&harness).await;
        let connection = harness.coupa_connection().await;
        let invoice = harness.invoices(&connection).await.remove(0);
        let own = format!("/console/connections/{}/invoices/{}", connection.id, invoice.number);
        let ada = Visitor::enter(&harness, ADMINISTRATOR, language).await;
        assert!(ada.page(&own).await.contains(waits), "{}", ada.page(&own).await);
        let (kind, pdf) = ada.file(&format!("{own}/pdf")).await;
        assert!(kind == "application/pdf" && pdf.starts_with(b"%PDF-"));
        let (kind, table) = ada.file(&format!("{own}/csv")).await;
        assert!(kind.starts_with("text/csv") && String::from_utf8_lossy(&table).contains(&order));
        let noted = ada.post(&format!("{own}/uploaded"), NOTHING).await;
        assert!(noted.contains(uploaded), "{noted}");
        let (status, again) = ada.ask(&format!("{own}/uploaded"), NOTHING).await;
        assert_eq!(status, 409, "{again}");
        assert!(harness.coupa().received_invoices().is_empty(), "it is posted nowhere");
        harness.sweep().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_are_found_shown_masked_and_run_again_and_a_request_tells_its_story() {
    let harness = Harness::start().await;
    let order = bought(&harness).await;
    let connection = harness.coupa_connection().await;
    let at = format!("/console/connections/{}", connection.id);
    for (language, says) in [
        ("en", ["The same would come of it now", "Run again", "What happened", "was delivered"]),
        ("de", ["Jetzt würde dasselbe daraus", "Erneut ausführen", "Was geschah", "wurde zugestellt"]),
    ] {
        let ada = Visitor::enter(&harness, ADMINISTRATOR, language).await;
        let found = ada.page(&format!("{at}/messages?find={order}")).await;
        let id =
            found.split(&format!("{at}/messages/")).skip(1).find(|rest| rest.contains("OrderRequest</a>"));
        let id = id.and_then(|rest| rest.split('"').next()).expect("an order").to_owned();
        let shown = ada.page(&format!("{at}/messages/{id}")).await;
        let is_order = shown.contains(says[0]);
        assert!(!shown.contains("ada@buyer.example"), "{shown}");
        if is_order {
            assert!(shown.contains(says[1]), "{shown}");
            ada.post(&format!("{at}/messages/{id}/replay"), NOTHING).await;
        }
        let requisition = harness.requisitions(&connection).await.remove(0);
        let story = ada.page(&format!("{at}/requests/{}", requisition.id)).await;
        assert!(story.contains(says[2]) && story.contains(&order) && story.contains(says[3]), "{story}");
    }
    harness.sweep().await;
    assert_eq!(harness.agreements(&connection).await.len(), 1, "run again, it buys nothing twice");
}
