//! What people look up afterwards: documents without secrets, and what happened to a request (R57, R58).

use buyer::Fault;
use platform::oversight::documents::{find, show};
use platform::oversight::timeline::of_request;
use platform::store::KeptDocument;
use procurement::requisition::Status;
use support::{Harness, Offered, Shopping};

async fn found(harness: &Harness, words: Option<&str>) -> Vec<KeptDocument> {
    let connection = harness.coupa_connection().await;
    find(harness.core(), connection.id, words).await.expect("documents")
}

fn kinds(documents: &[KeptDocument]) -> Vec<&str> {
    documents.iter().map(|kept| kept.about.kind.as_str()).collect()
}

async fn bought(harness: &Harness) -> String {
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    order
}

async fn told(harness: &Harness) -> (Status, Vec<String>) {
    let requisition = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    let (requisition, lines) =
        of_request(harness.core(), requisition.id).await.expect("a read").expect("a request");
    (requisition.status, lines.into_iter().map(|one| one.cause.to_string()).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_document_in_and_out_of_a_purchase_is_kept_and_shows_no_secret_and_no_address() {
    let harness = Harness::start().await;
    bought(&harness).await;
    let all = found(&harness, None).await;
    for kind in ["PunchOutSetupRequest", "PunchOutOrderMessage", "OrderRequest", "InvoiceDetailRequest"] {
        assert!(kinds(&all).contains(&kind), "{:?}", kinds(&all));
    }
    let answers: Vec<_> = all.iter().filter(|kept| kept.about.kind == "Response").collect();
    assert_eq!(answers.len(), 3, "of setup, order and invoice");
    assert!(answers.iter().all(|kept| kept.about.code == Some(200)), "{answers:?}");
    let secret = harness.coupa().invoicing().shared_secret;
    for kept in all {
        let text = show(harness.core(), &kept.id).await.expect("a read").expect("a document");
        assert!(!text.contains("ada@buyer.example") && !text.contains(&secret), "{text}");
        for secret in text.split("<SharedSecret>").skip(1) {
            assert!(secret.starts_with("********"), "{text}");
        }
        let raw = harness.core().store.document(&kept.id).await.expect("a read").expect("a document");
        let raw = String::from_utf8_lossy(&raw).into_owned();
        assert!(raw.split("<SharedSecret>").skip(1).all(|rest| rest.starts_with("****")), "kept: {raw}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_are_found_by_po_number_payload_id_and_requester() {
    let harness = Harness::start().await;
    let first = bought(&harness).await;
    let second = bought(&harness).await;
    let of_first = found(&harness, Some(&first)).await;
    for kind in ["OrderRequest", "InvoiceDetailRequest", "Response"] {
        assert!(kinds(&of_first).contains(&kind), "{:?}", kinds(&of_first));
    }
    assert!(!kinds(&of_first).contains(&"PunchOutSetupRequest"));
    assert!(of_first.iter().all(|kept| !kept.about.names.contains(&second)), "{of_first:?}");

    let order = of_first.iter().find(|kept| kept.about.kind == "OrderRequest").expect("an order");
    let by_id = found(&harness, Some(&order.about.payload_id)).await;
    let mut kinds_by_id = kinds(&by_id);
    kinds_by_id.sort_unstable();
    assert_eq!(kinds_by_id, ["OrderRequest", "Response"], "the document and its answer");

    let by_person = found(&harness, Some("ADA@buyer.example")).await;
    for kind in ["PunchOutSetupRequest", "PunchOutOrderMessage", "OrderRequest", "InvoiceDetailRequest"] {
        assert!(kinds(&by_person).contains(&kind), "{:?}", kinds(&by_person));
    }
    assert!(found(&harness, Some("ben@buyer.example")).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_tells_what_happened_to_it_up_to_its_invoice() {
    let harness = Harness::start().await;
    let order = bought(&harness).await;
    let (_, lines) = told(&harness).await;
    assert!(lines.first().is_some_and(|first| first.contains("asked for Lumen Logs")), "{lines:?}");
    for happened in [order.as_str(), "was delivered", "Mail about the subscription: done"] {
        assert!(lines.iter().any(|line| line.contains(happened)), "{happened}: {lines:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_refused_before_its_lines_are_looked_at_shows_on_the_request() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let number = Fault::OrderId("4".repeat(300));
    for _ in 0..2 {
        let answer =
            harness.coupa().send_po_with(&order, std::slice::from_ref(&number)).await.expect("an answer");
        assert_eq!(answer.code(), Some(400), "{answer:?}");
    }
    harness.sweep().await;
    let (status, lines) = told(&harness).await;
    assert!(matches!(&status, Status::Refused { reason } if reason.contains("orderID")), "{status:?}");
    assert_eq!(lines.iter().filter(|line| line.contains("was refused")).count(), 1, "{lines:?}");
    assert_eq!(harness.mails().len(), 1, "its requester is told, once");

    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200), "mended, it is taken");
    harness.sweep().await;
}
