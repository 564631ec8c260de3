//! What the requester says about lines and about usage is what the procurement system orders (R17, R19).

use procurement::connection::LineRule;
use support::Harness;
use support::browser::Browser;

use super::way::{approve_and_order, shop};

#[tokio::test(flavor = "multi_thread")]
async fn by_line_each_item_becomes_a_line_of_its_own_where_the_requester_wants_that() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    harness.change_coupa(|connection| connection.settings.line_rule = LineRule::ByLine).await;
    let home = shop(&browser, &harness).await;
    browser.open(format!("{home}/offers/offer-lumen-logs-standard")).await;
    browser.tick("12 months", true).await;
    browser.fill("Daily ingest", "1").await;
    browser.fill("Analyst seats", "2").await;
    browser.tick("A line for each item", true).await;
    browser.choose("Account to subscribe", "111122220001").await;
    browser.see("store-offer-by-line").await;
    browser.leave_by("Request approval").await;
    browser.expect("1,320.00 USD").await;
    browser.expect("696.00 USD").await;
    browser.see("store-cart-by-line").await;
    browser.leave_by("Send to Coupa for approval").await;
    approve_and_order(&browser).await;
    harness.sweep().await;
    let lines = harness.coupa().requisitions()[0].lines.len();
    let agreements = harness.agreements(&harness.coupa_connection().await).await.len();
    assert_eq!((lines, agreements), (2, 2));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_estimate_of_usage_that_was_typed_is_what_the_order_commits_to() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let home = shop(&browser, &harness).await;
    browser.open(format!("{home}/offers/offer-harbor-scan-payg")).await;
    browser.fill("Expected cost in USD", "500").await;
    browser.choose("Account to subscribe", "111122220001").await;
    browser.see("store-offer-usage").await;
    browser.leave_by("Request approval").await;
    browser.expect("500.00 USD").await;
    browser.leave_by("Send to Coupa for approval").await;
    approve_and_order(&browser).await;
    harness.sweep().await;
    let agreement = harness.agreements(&harness.coupa_connection().await).await.remove(0);
    assert_eq!(agreement.quote.total.to_string(), "500.00 USD");
    browser.close().await;
}
