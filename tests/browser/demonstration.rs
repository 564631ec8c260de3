//! The demonstration's way, clicked: from Shop Online to the invoice.

use support::Harness;
use support::browser::{Browser, Settings};

#[tokio::test(flavor = "multi_thread")]
async fn a_purchase_is_clicked_from_shop_online_to_the_invoice() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;

    browser.open(harness.coupa().url()).await;
    browser.see("coupa-home").await;
    browser.press("Shop Online").await;
    put_a_product_in_the_cart(&browser).await;
    browser.see("store-cart").await;
    browser.press("Send to Coupa for approval").await;
    order_what_came_back(&browser).await;
    browser.expect("Accepted").await;
    browser.see("coupa-order").await;

    harness.sweep().await;
    assert_eq!(harness.agreements(&harness.coupa_connection().await).await.len(), 1, "one subscription");
    assert_eq!(harness.mails().len(), 1, "one mail");
    browser.open(format!("{}/invoices", harness.coupa().url().trim_end_matches('/'))).await;
    browser.expect("Lumen Logs").await;
    browser.see("coupa-invoices").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purchase_needs_no_scripts() {
    let Some(browser) = Browser::with(Settings::without_scripts()).await else { return };
    let harness = Harness::start().await;

    browser.open(harness.coupa().url()).await;
    browser.press("Shop Online").await;
    put_a_product_in_the_cart(&browser).await;
    browser.press("Send to Coupa for approval").await;
    browser.see("cart-on-its-way").await;
    browser.press("Continue to Coupa").await;
    order_what_came_back(&browser).await;
    browser.expect("Accepted").await;

    harness.sweep().await;
    assert_eq!(harness.agreements(&harness.coupa_connection().await).await.len(), 1, "one subscription");
    browser.close().await;
}

/// Finds Lumen Logs, and asks for a year of it.
async fn put_a_product_in_the_cart(browser: &Browser) {
    browser.fill("What do you need?", "lumen log").await;
    browser.press("Search").await;
    browser.press("Lumen Logs").await;
    browser.press("Request approval").await;
    browser.tick("12 months", true).await;
    browser.fill("Analyst seats", "5").await;
    browser.choose("Account to subscribe", "111122220001").await;
    browser.press("Request approval").await;
    browser.expect("Your cart").await;
}

/// Submits, approves and orders in the procurement system.
async fn order_what_came_back(browser: &Browser) {
    browser.expect("Submit for approval").await;
    browser.see("coupa-cart").await;
    browser.press("Submit for approval").await;
    browser.press("Approve and order").await;
}
