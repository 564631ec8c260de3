//! Updates and deletions of purchase orders, before fulfilment and after it (R39).

use buyer::{Delivery, Fault};
use procurement::requisition::Status;
use rust_decimal::Decimal;
use support::{Harness, Offered, Shopping};

/// An order that was refused because of its price; nothing was bought.
async fn refused(harness: &Harness) -> String {
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let wrong = Fault::Price(1, Decimal::ONE);
    let answer = harness.coupa().send_po_with(&order, &[wrong]).await.expect("an answer");
    assert_eq!(answer.code(), Some(400), "{answer:?}");
    order
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_before_fulfilment_is_taken_and_buys_once() {
    let harness = Harness::start().await;
    let order = refused(&harness).await;
    let updated = harness.coupa().update_po(&order, |_| ()).expect("an order");
    for _ in 0..2 {
        let answer = harness.coupa().send_po(&order).await.expect("an answer");
        assert_eq!(answer.code(), Some(200), "{answer:?}");
    }
    harness.sweep().await;
    let [agreement] =
        harness.agreements(&harness.coupa_connection().await).await.try_into().expect("one agreement");
    assert_eq!((agreement.order.order_id, updated.version), (order, 2));
    assert_eq!(harness.coupa().received_invoices().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_before_fulfilment_takes_the_request_back_and_buys_nothing() {
    let harness = Harness::start().await;
    let order = refused(&harness).await;
    harness.coupa().cancel_po(&order).expect("an order");
    for _ in 0..2 {
        let answer = harness.coupa().send_po(&order).await.expect("an answer");
        assert_eq!(answer.code(), Some(200), "{answer:?}");
        let said = answer.status.expect("a Status").message;
        assert!(said.contains("was taken back; nothing had been bought"), "{said}");
    }
    harness.sweep().await;
    let connection = harness.coupa_connection().await;
    assert!(harness.agreements(&connection).await.is_empty());
    let request = harness.requisitions(&connection).await.remove(0);
    assert!(matches!(request.status, Status::Cancelled { .. }), "{:?}", request.status);
    let shopping = Shopping::start(harness.coupa()).await;
    let page = shopping.open(&format!("/requests/{}", request.id)).await;
    assert!(page.says("Cancelled") && page.says(&order), "{}", page.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_fulfilment_both_are_refused_for_good_and_say_what_to_do_instead() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    let connection = harness.coupa_connection().await;
    let bought = harness.agreements(&connection).await;
    for deletes in [false, true] {
        let more = |order: &mut buyer::PurchaseOrder| order.lines[0].quantity += Decimal::ONE;
        match deletes {
            true => harness.coupa().cancel_po(&order).expect("an order"),
            false => harness.coupa().update_po(&order, more).expect("an order"),
        };
        let answer = harness.coupa().send_po(&order).await.expect("an answer");
        assert_eq!(answer.code(), Some(409), "{answer:?}");
        assert!(matches!(answer.delivery, Delivery::Refused(_)), "Coupa does not send it again: {answer:?}");
        let said = answer.status.expect("a Status").message;
        assert!(said.contains("has been fulfilled") && said.contains("Ask the seller"), "{said}");
        harness.sweep().await;
        assert_eq!(harness.agreements(&connection).await, bought);
        assert_eq!(harness.coupa().received_invoices().len(), 1);
        let request = harness.requisitions(&connection).await.remove(0);
        assert!(matches!(request.status, Status::Subscribed { .. }), "{:?}", request.status);
    }
}
