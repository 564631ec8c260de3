//! Purchase order management: a PO number that is typed in beside a direct purchase, instead of an integration (R18).

use support::Harness;
use support::browser::Browser;

use super::way::visit;
use crate::browser::console::{base, sign_in};

/// The administrator of the company that buys through Coupa.
const ADMINISTRATOR: &str = "111122223333";

/// Presses the switch and saves.
async fn switch_on(browser: &Browser, harness: &Harness) {
    browser.open(format!("{}console/organisation", base(harness))).await;
    browser.tick("Purchase order management", true).await;
    browser.leave_by("Save").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn either_is_on_and_a_number_that_was_typed_is_on_the_subscription() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    sign_in(&browser, &harness, ADMINISTRATOR).await;
    switch_on(&browser, &harness).await;
    browser.expect("Disable every connection first.").await;
    browser.see("console-order-numbers-refused").await;
    browser.open(format!("{}console/connections", base(&harness))).await;
    browser.leave_by("Disable").await;
    browser.expect("The connection is disabled.").await;
    switch_on(&browser, &harness).await;
    browser.expect("Saved.").await;
    browser.open(format!("{}console/connections", base(&harness))).await;
    browser.leave_by("Enable").await;
    browser.expect("Switch it off in the organisation's settings first.").await;

    let home = visit(&browser, &harness, "ada").await;
    browser.open(format!("{home}/offers/offer-lumen-logs-standard")).await;
    browser.tick("12 months", true).await;
    browser.fill("Analyst seats", "2").await;
    browser.fill("Purchase order number", "4500-0815 / Ada").await;
    browser.choose("Account to subscribe", "111122220001").await;
    browser.see("store-direct-order-number").await;
    browser.leave_by("Subscribe").await;
    browser.expect("4500-0815 / Ada").await;
    browser.see("store-direct-order-number-subscription").await;
    harness.sweep().await;
    browser.close().await;
}
