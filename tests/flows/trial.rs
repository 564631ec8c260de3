//! A trial: approved and ordered at 0.00, it ends by itself and is never invoiced (R16, R24, R47).

use jiff::SignedDuration;
use platform::oversight::reconciliation::rows;
use procurement::reconciliation::is_in_order;
use support::{Harness, Offered, Shopping};

const TRIAL: Offered =
    Offered { product: "prod-thimble-review", offer: Some("offer-thimble-review-trial"), fields: &[] };

#[tokio::test(flavor = "multi_thread")]
async fn a_trial_is_ordered_like_what_is_paid_for_and_costs_nothing_until_it_ends() {
    let harness = Harness::start().await;
    // The switches are for free products and for own licences.
    harness
        .change_coupa(|connection| {
            connection.settings.automatic_approval.free = true;
            connection.settings.automatic_approval.byol = true;
        })
        .await;
    let shopping = Shopping::start(harness.coupa()).await;
    let page = shopping.offer(TRIAL).await;
    assert!(page.says("Free of charge for 14 days. Then it ends by itself"), "{}", page.html);
    let order = Shopping::approved_order(harness.coupa(), TRIAL).await;
    let line = harness.coupa().requisitions()[0].lines[0].clone();
    assert!(line.price.is_zero() && line.description.contains("Free trial of 14 days"), "{line:?}");
    assert!(line.extrinsics.contains(&("TermDays".to_owned(), "14".to_owned())), "{line:?}");
    assert_eq!(harness.coupa().send_po(&order).await.expect("an answer").code(), Some(200));
    harness.sweep().await;

    let connection = harness.coupa_connection().await;
    let agreement = harness.agreements(&connection).await.remove(0);
    assert_eq!(agreement.end.map(|day| day.to_string()).as_deref(), Some("2026-11-15"));
    let shopping = Shopping::start(harness.coupa()).await;
    let page = shopping.open(&format!("/subscriptions/{}", agreement.requisition)).await;
    assert!(page.says("15 November 2026") && page.says("Free trial"), "{}", page.html);
    harness.advance(SignedDuration::from_hours(24 * 60));
    harness.sweep().await;
    assert!(harness.invoices(&connection).await.is_empty());
    assert!(is_in_order(&rows(harness.core(), &connection).await.expect("rows")));
}
