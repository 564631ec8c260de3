//! A cart that the procurement system opens again: to change it, or only to look at it (R21).

use procurement::requisition::Status;
use support::browser::{Browser, Settings};
use support::{Harness, Offered, Shopping};

use super::way::{approve_and_order, request};

/// A cart with one line that went back; its number in Coupa.
async fn returned(harness: &Harness) -> u32 {
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    shopping.check_out().await
}

/// Presses what Coupa has beside the line.
async fn reopen(browser: &Browser, harness: &Harness, requisition: u32, button: &str) {
    let coupa = harness.coupa().url().to_string();
    browser.open(format!("{}/requisitions/{requisition}", coupa.trim_end_matches('/'))).await;
    browser.leave_by(button).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_that_is_looked_at_offers_nothing_but_the_way_back_and_stays_as_it_is() {
    let english = ["It can be looked at, but not changed.", "Waiting for approval", "Back to Coupa"];
    let german =
        ["Er kann angesehen, aber nicht geändert werden.", "Wartet auf Genehmigung", "Zurück zu Coupa"];
    for (settings, [note, status, back], name) in [
        (Settings::default(), english, "en"),
        (Settings::german(), german, "de"),
        (Settings::without_scripts(), english, "plain"),
    ] {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        let requisition = returned(&harness).await;
        let lines = harness.coupa().requisition(requisition).expect("it").lines;
        reopen(&browser, &harness, requisition, "Inspect").await;
        for told in [note, status, "Lumen Logs"] {
            browser.expect(told).await;
        }
        let source = browser.source().await;
        assert!(!source.contains("/return\"") && !source.contains("/cart/remove\""), "{source}");
        browser.see(&format!("store-inspect-{name}")).await;
        browser.leave_by(back).await;
        if !settings.scripts {
            browser.leave_by("Continue to Coupa").await;
        }
        browser.expect("your cart is unchanged").await;
        assert_eq!(harness.coupa().requisition(requisition).expect("it").lines, lines);
        let kept = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
        assert_eq!(kept.status, Status::SentForApproval);
        browser.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_that_is_looked_at_after_its_purchase_order_shows_the_subscription() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    let requisition = harness.coupa().requisitions()[0].number;
    reopen(&browser, &harness, requisition, "Inspect").await;
    browser.expect("Subscribed").await;
    browser.expect(&order).await;
    browser.see("store-inspect-subscribed").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_that_was_changed_comes_back_as_the_same_one_and_is_ordered_as_it_is_now() {
    for (settings, name) in [(Settings::default(), "en"), (Settings::without_scripts(), "plain")] {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        let requisition = returned(&harness).await;
        reopen(&browser, &harness, requisition, "Edit").await;
        browser.expect("You are changing a cart").await;
        browser.see(&format!("store-edit-{name}")).await;
        let cart = browser.url().await;
        request(&browser, cart.trim_end_matches("/cart")).await;
        browser.expect("Lumen Collector").await;
        browser.expect("Lumen Logs").await;
        browser.leave_by("Send to Coupa for approval").await;
        if !settings.scripts {
            browser.leave_by("Continue to Coupa").await;
        }
        approve_and_order(&browser).await;
        harness.sweep().await;
        let [changed] = harness.coupa().requisitions().try_into().expect("the same requisition");
        assert_eq!((changed.number, changed.lines.len()), (requisition, 2));
        assert_eq!(harness.agreements(&harness.coupa_connection().await).await.len(), 2);
        browser.close().await;
    }
}
