//! A purchase through SAP Ariba: everything but the cart comes through the network.

use procurement::requisition::Status;
use support::{Harness, Offered, Shopping};

#[tokio::test(flavor = "multi_thread")]
async fn an_order_through_the_network_becomes_an_agreement_and_no_invoice() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.ariba(), Offered::LUMEN_LOGS).await;
    let answer = harness.ariba().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200), "{answer:?}");
    harness.sweep().await;

    let connection = harness.ariba_connection().await;
    let agreement = harness.agreements(&connection).await.remove(0);
    assert_eq!(agreement.order.order_id, order);
    assert_eq!(agreement.account.as_str(), "444455550001");
    assert!(harness.invoices(&connection).await.is_empty(), "cXML invoices are for Coupa only (R12)");
    assert_eq!(harness.mails().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_buyer_behind_the_network_is_known_by_from_and_not_by_sender() {
    let harness = Harness::start().await;
    let stranger = buyer::Fault::From(buyer::Credential::new("NetworkId", "AN09999999999"));
    let setup =
        harness.ariba().punch_out(buyer::PunchOut::create("ada").with(stranger)).await.expect("an answer");
    assert_eq!(setup.code(), Some(401));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_buyer_cannot_order_what_another_one_requested() {
    let harness = Harness::start().await;
    let coupa_order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let ariba_order = Shopping::approved_order(harness.ariba(), Offered::LUMEN_LOGS).await;
    let stolen = reference_of(harness.coupa(), &coupa_order);

    let fault = buyer::Fault::AuxiliaryId(1, stolen);
    let answer = harness.ariba().send_po_with(&ariba_order, &[fault]).await.expect("an answer");
    assert_eq!(answer.code(), Some(403), "{answer:?}");

    assert!(harness.agreements(&harness.ariba_connection().await).await.is_empty());
    let coupa = harness.coupa_connection().await;
    assert!(harness.agreements(&coupa).await.is_empty());
    let untouched = harness.requisitions(&coupa).await.remove(0);
    assert_eq!(untouched.status, Status::SentForApproval);
    harness.sweep().await;
    assert!(harness.mails().is_empty(), "the other buyer's requester hears nothing");
}

fn reference_of(buyer: &buyer::Buyer, order: &str) -> String {
    let order = buyer.order(order).expect("an order");
    let document = buyer.documents().into_iter().rev().find(|one| one.kind == "PunchOutOrderMessage");
    let text = document.unwrap_or_else(|| panic!("no cart for {}", order.number)).text;
    let start =
        text.find("<SupplierPartAuxiliaryID>").expect("a reference") + "<SupplierPartAuxiliaryID>".len();
    let end = text[start..].find('<').expect("its end");
    text[start..start + end].to_owned()
}
