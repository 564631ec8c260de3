//! Coupa's invoice inbox fails in every way it can (R48).

use buyer::InboxFault;
use jiff::SignedDuration;
use procurement::invoice::InvoiceState;
use support::{Harness, Offered, Shopping};

async fn ordered() -> Harness {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness
}

async fn state(harness: &Harness) -> InvoiceState {
    harness.invoices(&harness.coupa_connection().await).await.remove(0).state
}

#[tokio::test(flavor = "multi_thread")]
async fn a_5xx_a_broken_connection_and_what_is_not_cxml_are_tried_again_an_hour_later() {
    for fault in [InboxFault::Status(500), InboxFault::Drop, InboxFault::NotCxml, InboxFault::Http(503)] {
        let name = format!("{fault:?}");
        let harness = ordered().await;
        harness.coupa().fail_next_invoice(fault);
        harness.sweep().await;
        assert_eq!(state(&harness).await, InvoiceState::Due, "{name}");
        harness.advance(SignedDuration::from_mins(59));
        harness.sweep().await;
        assert!(harness.coupa().received_invoices().is_empty(), "{name}: tried too early");
        harness.advance(SignedDuration::from_mins(1));
        harness.sweep().await;
        assert_eq!(harness.coupa().received_invoices().len(), 1, "{name}");
        assert!(matches!(state(&harness).await, InvoiceState::Delivered { .. }), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_4xx_is_parked_with_its_reason_and_not_repeated() {
    let harness = ordered().await;
    harness.coupa().fail_next_invoice(InboxFault::Status(403));
    harness.sweep().await;
    let InvoiceState::Parked { reason, .. } = state(&harness).await else { panic!("not parked") };
    assert!(reason.starts_with("403"), "{reason}");
    harness.advance(SignedDuration::from_hours(24));
    harness.sweep().await;
    assert!(harness.coupa().received_invoices().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_that_was_taken_though_the_answer_was_lost_is_delivered_once() {
    let harness = ordered().await;
    harness.coupa().fail_next_invoice(InboxFault::DropAfterTaking);
    harness.sweep().await;
    assert_eq!(state(&harness).await, InvoiceState::Due);
    assert_eq!(harness.coupa().received_invoices().len(), 1, "Coupa has it already");
    harness.advance(SignedDuration::from_hours(1));
    harness.sweep().await;
    assert!(
        matches!(state(&harness).await, InvoiceState::Delivered { .. }),
        "\"already used\" means our own try"
    );
    assert_eq!(harness.coupa().received_invoices().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_ten_tries_a_person_must_look() {
    let harness = ordered().await;
    harness.coupa().fail_next_invoices(10, InboxFault::Status(500));
    for _ in 0..10 {
        harness.sweep().await;
        harness.advance(SignedDuration::from_hours(1));
    }
    let InvoiceState::Parked { reason, .. } = state(&harness).await else { panic!("not parked") };
    assert!(reason.contains("given up after 10 tries"), "{reason}");
    harness.sweep().await;
    assert!(harness.coupa().received_invoices().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn success_in_the_body_counts_whatever_http_says_and_an_error_there_too() {
    let harness = ordered().await;
    harness.coupa().fail_next_invoice(InboxFault::Status(406));
    harness.sweep().await;
    assert!(matches!(state(&harness).await, InvoiceState::Parked { .. }), "HTTP said 200, the body 406");
}
