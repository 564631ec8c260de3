//! Orders that are refused: with a 4xx, in words, and visible to the requester (R36–R40).

use buyer::Fault;
use jiff::SignedDuration;
use procurement::requisition::Status;
use rust_decimal::Decimal;
use support::{Harness, Offered, Shopping};

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_differs_from_what_was_requested_is_refused_and_says_how() {
    let cases = [
        (Fault::Price(1, Decimal::new(1, 0)), 400, "the price is"),
        (Fault::Quantity(1, Decimal::TWO), 400, "the quantity is 2"),
        (Fault::Currency("EUR".into()), 400, "in EUR"),
        (Fault::Part(1, "prod-harbor-scan".into()), 400, "part number"),
        (Fault::AuxiliaryId(1, "made-up".into()), 417, "missing or was altered"),
    ];
    for (fault, code, words) in cases {
        let harness = Harness::start().await;
        let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
        let name = format!("{fault:?}");
        let answer = harness.coupa().send_po_with(&order, &[fault]).await.expect("an answer");
        let status = answer.status.clone().expect("a Status");
        assert_eq!(status.code, code, "{name}: {status}");
        assert!(status.message.contains(words), "{name}: {status}");
        harness.sweep().await;
        let connection = harness.coupa_connection().await;
        assert!(harness.agreements(&connection).await.is_empty(), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_requester_sees_the_reason_and_gets_a_mail() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let fault = Fault::Price(1, Decimal::new(1, 0));
    harness.coupa().send_po_with(&order, &[fault]).await.expect("an answer");
    harness.sweep().await;

    let requisition = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    let Status::Refused { reason } = &requisition.status else { panic!("{:?}", requisition.status) };
    assert!(reason.contains("Order it at that price"), "{reason}");
    let shopping = Shopping::start(harness.coupa()).await;
    let page = shopping.open(&format!("/requests/{}", requisition.id)).await;
    assert!(page.says("Order it at that price"), "{}", page.html);
    let mails = harness.mails();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].1.contains("To: ada@buyer.example"), "{}", mails[0].1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_order_that_was_mended_is_accepted_under_its_number() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let fault = Fault::Price(1, Decimal::new(1, 0));
    harness.coupa().send_po_with(&order, &[fault]).await.expect("an answer");
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200), "{answer:?}");
    harness.sweep().await;
    assert_eq!(harness.agreements(&harness.coupa_connection().await).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_refusal_again_is_the_same_answer_and_one_mail() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let fault = || [Fault::Price(1, Decimal::new(1, 0))];
    let first = harness.coupa().send_po_with(&order, &fault()).await.expect("an answer");
    let again = harness.coupa().send_po_with(&order, &fault()).await.expect("an answer");
    assert_eq!(again.status, first.status);
    harness.sweep().await;
    assert_eq!(harness.mails().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_for_an_expired_offer_is_refused_and_the_request_is_stale() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::FERNHOLLOW_BACKUP).await;
    harness.advance(SignedDuration::from_hours(49));
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(409), "{answer:?}");
    harness.sweep().await;

    let connection = harness.coupa_connection().await;
    assert!(harness.agreements(&connection).await.is_empty());
    let requisition = harness.requisitions(&connection).await.remove(0);
    let Status::Stale { reason } = &requisition.status else { panic!("{:?}", requisition.status) };
    assert!(reason.contains("expired on 2026-11-04"), "{reason}");
    let refused = harness.mails().into_iter().find(|(name, _)| name.starts_with("mail-refused"));
    assert!(
        refused.is_some_and(|(_, mail)| mail.contains("/offers/pg1.")),
        "the mail has no link to the offer"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_connection_still_honours_orders_for_carts_returned_before() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.change_coupa(|connection| connection.enabled = false).await;
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200), "{answer:?}");
    harness.sweep().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_after_thirty_days_is_refused_as_expired() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.advance(SignedDuration::from_hours(24 * 30));
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(409), "{answer:?}");
    harness.sweep().await;
    assert!(harness.agreements(&harness.coupa_connection().await).await.is_empty());
}
