//! Test mode: everything runs and nothing is bought (R9).

use procurement::connection::Mode;
use procurement::requisition::Status;
use support::{Harness, Offered, Shopping};

#[tokio::test(flavor = "multi_thread")]
async fn a_test_order_is_answered_200_and_leaves_no_agreement_no_mail_about_one_and_no_invoice() {
    let harness = Harness::in_test_mode().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200));
    let words = answer.status.expect("a Status").message;
    assert!(words.starts_with("TEST") && words.contains("Nothing was bought"), "{words}");
    harness.sweep().await;

    let connection = harness.coupa_connection().await;
    assert!(harness.agreements(&connection).await.is_empty());
    assert!(harness.invoices(&connection).await.is_empty());
    assert!(harness.mails().iter().all(|(name, _)| !name.starts_with("mail-subscribed")));
    let requisition = harness.requisitions(&connection).await.remove(0);
    assert_eq!(requisition.status, Status::TestCompleted { order_id: order });
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_test_session_says_test() {
    let harness = Harness::in_test_mode().await;
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    for path in ["", "/products/prod-lumen-logs", "/cart", "/requests", "/subscriptions"] {
        let page = shopping.open(path).await;
        assert!(page.says("TEST"), "{path} does not say TEST");
    }
    assert!(shopping.carrier().await.says("TEST"));
}

#[tokio::test(flavor = "multi_thread")]
async fn going_live_does_not_turn_an_old_test_request_into_a_purchase() {
    let harness = Harness::in_test_mode().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.change_coupa(|connection| connection.mode = Mode::Live).await;
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200));
    harness.sweep().await;
    assert!(harness.agreements(&harness.coupa_connection().await).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_answered_as_a_test_stays_a_test_when_it_comes_again_after_going_live() {
    let harness = Harness::in_test_mode().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let before = harness.coupa().send_po(&order).await.expect("an answer");
    harness.change_coupa(|connection| connection.mode = Mode::Live).await;
    let after = harness.coupa().send_po_again(&order).await.expect("an answer");
    assert_eq!(after.status, before.status);
    harness.sweep().await;
    assert!(harness.agreements(&harness.coupa_connection().await).await.is_empty());
}
