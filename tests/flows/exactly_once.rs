//! The same order once, twice, fifty times at once, after a restart: one agreement and the same answer (R34, R35).

use std::sync::Arc;

use buyer::Fault;
use rust_decimal::Decimal;
use support::{Harness, Offered, Shopping};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread")]
async fn fifty_times_at_once_is_one_agreement_one_mail_one_invoice_and_one_answer() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let coupa = Arc::new(harness.coupa().clone());
    let mut sending = JoinSet::new();
    for _ in 0..50 {
        let (coupa, order) = (coupa.clone(), order.clone());
        sending.spawn(async move { coupa.send_po(&order).await.expect("an answer") });
    }
    let answers = sending.join_all().await;

    let documents = harness.coupa().documents();
    let text = |id| documents.iter().find(|one| one.id == id).map(|one| one.text.clone());
    let first = answers[0].received.and_then(text).expect("an answer's document");
    for answer in &answers {
        assert_eq!(answer.code(), Some(200), "{answer:?}");
        assert_eq!(answer.received.and_then(text).as_ref(), Some(&first), "the answer differs");
    }
    harness.sweep().await;
    let connection = harness.coupa_connection().await;
    assert_eq!(harness.agreements(&connection).await.len(), 1);
    assert_eq!(harness.mails().len(), 1);
    assert_eq!(harness.coupa().received_invoices().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn again_after_a_restart_is_the_same_answer_and_nothing_new() {
    let mut harness = Harness::on_a_file().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let before = harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    harness.restart().await;
    let after = harness.coupa().send_po_again(&order).await.expect("an answer");

    assert_eq!(before.code(), Some(200));
    assert_eq!(after.status, before.status);
    harness.sweep().await;
    let connection = harness.coupa_connection().await;
    assert_eq!(harness.agreements(&connection).await.len(), 1);
    assert_eq!(harness.mails().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_its_content_changed_it_is_a_conflict_and_changes_nothing() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    for change in [Fault::Quantity(1, Decimal::TWO), Fault::Comment("Please hurry".into())] {
        let answer = harness.coupa().send_po_with(&order, &[change]).await.expect("an answer");
        assert_eq!(answer.code(), Some(409), "{answer:?}");
        let words = answer.status.expect("a Status").message;
        assert!(words.contains("other content"), "{words}");
    }
    let same = harness.coupa().send_po_again(&order).await.expect("an answer");
    assert_eq!(same.code(), Some(200), "the order itself still stands");
    harness.sweep().await;
    assert_eq!(harness.agreements(&harness.coupa_connection().await).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_order_for_what_was_ordered_is_refused() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    let other = Fault::OrderId("PO-OTHER".into());
    let answer = harness.coupa().send_po_with(&order, &[other]).await.expect("an answer");
    assert_eq!(answer.code(), Some(409), "{answer:?}");
    let words = answer.status.expect("a Status").message;
    assert!(words.contains("ordered already, by purchase order"), "{words}");
    harness.sweep().await;
    assert_eq!(harness.agreements(&harness.coupa_connection().await).await.len(), 1);
}
