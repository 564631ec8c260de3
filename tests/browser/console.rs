//! The console, clicked: from nothing to a purchase, with the values that it shows and nothing else.

use buyer::Buyer;
use support::Harness;
use support::browser::{Browser, Settings};
use thirtyfour::By;

/// An account that stands alone, and has no connection yet.
const JANE: &str = "777788889999";
pub(super) const OPERATOR: &str = "999900001111";

#[tokio::test(flavor = "multi_thread")]
async fn coupa_is_set_up_from_nothing_and_buys() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    sign_in(&browser, &harness, JANE).await;
    browser.see("console-no-connections").await;
    browser.leave_by("Set up Coupa integration").await;
    browser.see("console-set-up-coupa").await;
    set_up(&browser, "Your Coupa’s host", harness.coupa()).await;
    browser.see("console-coupa-is-set-up").await;
    type_in(&browser, harness.coupa()).await;

    buy(&browser, harness.coupa(), true).await;
    sign_in(&browser, &harness, JANE).await;
    browser.expect("test order has arrived").await;
    browser.see("console-connections").await;
    browser.press("View").await;
    browser.tick("Test mode", false).await;
    browser.press("Save").await;
    browser.expect("Saved.").await;
    browser.see("console-coupa").await;

    buy(&browser, harness.coupa(), true).await;
    sign_in(&browser, &harness, JANE).await;
    browser.press("View").await;
    browser.press("Requests").await;
    browser.expect("Test completed, nothing bought").await;
    browser.expect("Subscribed").await;
    browser.see("console-requests").await;
    for page in ["Setup guide", "Check", "Health"] {
        browser.leave_by(page).await;
        browser.see(&format!("console-{}", page.to_lowercase().replace(' ', "-"))).await;
    }
    browser.press("Check").await;
    browser.press("Check this connection").await;
    browser.expect("Nothing stands in the way.").await;
    browser.see("console-checked").await;
    harness.sweep().await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sap_ariba_is_set_up_with_the_operators_part_and_buys() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    sign_in(&browser, &harness, JANE).await;
    browser.press("Set up Ariba integration").await;
    browser.fill("Ariba Network ID (ANID)", "AN01000000042").await;
    browser.see("console-set-up-ariba").await;
    set_up(&browser, "Your SAP Ariba’s host", harness.ariba()).await;
    type_in(&browser, harness.ariba()).await;

    sign_in(&browser, &harness, OPERATOR).await;
    browser.see("console-customers").await;
    browser.leave_by("Ariba onboarding").await;
    browser.see("console-onboarding").await;
    browser.press("Instructions are sent").await;
    browser.expect("The step is taken.").await;
    browser.leave_by("Testing has begun").await;
    buy(&browser, harness.ariba(), true).await;

    sign_in(&browser, &harness, JANE).await;
    browser.press("View").await;
    browser.expect("would have bought").await;
    browser.press("Ask to go live").await;
    browser.expect("The operator is asked").await;
    browser.see("console-ariba").await;
    sign_in(&browser, &harness, OPERATOR).await;
    browser.press("Ariba onboarding").await;
    browser.press("Take live").await;
    browser.expect("The step is taken.").await;
    browser.see("console-ariba-of-the-operator").await;

    buy(&browser, harness.ariba(), true).await;
    sign_in(&browser, &harness, JANE).await;
    browser.press("View").await;
    browser.press("Requests").await;
    browser.expect("Subscribed").await;
    harness.sweep().await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_console_needs_no_scripts() {
    let Some(browser) = Browser::with(Settings::without_scripts()).await else { return };
    let harness = Harness::start().await;
    sign_in(&browser, &harness, JANE).await;
    browser.press("Set up Coupa integration").await;
    set_up(&browser, "Your Coupa’s host", harness.coupa()).await;
    type_in(&browser, harness.coupa()).await;
    buy(&browser, harness.coupa(), false).await;
    sign_in(&browser, &harness, JANE).await;
    browser.press("Disable").await;
    browser.expect("The connection is disabled.").await;
    harness.sweep().await;
    browser.close().await;
}

pub(super) fn base(harness: &Harness) -> String {
    harness.core().marketplace.base_url.to_string()
}

/// The demonstration asks for a link as a signed request would, and follows it.
pub(super) async fn sign_in(browser: &Browser, harness: &Harness, account: &str) {
    let base = base(harness);
    browser.open(format!("{base}demo/console/{account}")).await;
    browser.open(format!("{base}console")).await;
    browser.element(By::Css("form[action$='/console/leave']"), "a way out").await;
}

async fn set_up(browser: &Browser, host: &str, buyer: &Buyer) {
    browser.fill("Name", "Purchasing").await;
    browser.fill(host, buyer.form_post_host().trim_start_matches("http://")).await;
    browser.press("Save and show the values").await;
    browser.expect("“Purchasing” is set up").await;
}

/// Types what **Purchase information** shows into the procurement system, and nothing else (R7).
async fn type_in(browser: &Browser, buyer: &Buyer) {
    let labels = [
        "Punch-out URL",
        "Purchase order URL",
        "Supplier domain",
        "Supplier identity",
        "Buyer domain",
        "Buyer identity",
        "Shared secret",
    ];
    let mut values = Vec::new();
    for label in labels {
        values.push(browser.value(label).await);
    }
    browser.open(format!("{}/settings", buyer.url().trim_end_matches('/'))).await;
    for (label, value) in labels.iter().zip(values) {
        browser.fill(label, &value).await;
    }
    browser.press("Save").await;
    browser.expect("The marketplace is connected.").await;
}

/// Shops, approves and orders.
async fn buy(browser: &Browser, buyer: &Buyer, scripts: bool) {
    browser.open(buyer.url()).await;
    browser.press("Shop Online").await;
    browser.fill("What do you need?", "lumen log").await;
    browser.press("Search").await;
    browser.press("Lumen Logs").await;
    browser.press("Request approval").await;
    browser.tick("12 months", true).await;
    browser.fill("Analyst seats", "5").await;
    browser.choose("Account to subscribe", JANE).await;
    browser.press("Request approval").await;
    browser.expect("Your cart").await;
    browser.press("Send to").await;
    if !scripts {
        browser.press("Continue to").await;
    }
    browser.press("Submit for approval").await;
    browser.press("Approve and order").await;
    browser.expect("Accepted").await;
}
