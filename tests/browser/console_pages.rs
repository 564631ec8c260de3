//! Every page of the console, judged in both languages: once over a connection that bought something, once over one that
//! did not.

use support::Harness;
use support::browser::{Browser, Settings};

use super::console::{OPERATOR, base, sign_in};
use super::demonstration::{order_what_came_back, put_a_product_in_the_cart};

/// The customer that buys through Coupa.
const ANALYTICS: &str = "111122223333";

fn languages() -> [(&'static str, Settings); 2] {
    [("en", Settings::default()), ("de", Settings::german())]
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_over_purchases_are_accessible_in_both_languages() {
    let harness = Harness::start().await;
    let Some(browser) = Browser::start().await else { return };
    browser.open(harness.coupa().url()).await;
    browser.press("Shop Online").await;
    put_a_product_in_the_cart(&browser).await;
    browser.press("Send to Coupa for approval").await;
    order_what_came_back(&browser).await;
    browser.expect("Accepted").await;
    browser.close().await;
    harness.sweep().await;

    let coupa = format!("{}console/connections/{}", base(&harness), harness.coupa_connection().await.id);
    for (language, settings) in languages() {
        let Some(browser) = Browser::with(settings).await else { return };
        sign_in(&browser, &harness, ANALYTICS).await;
        for page in ["requests", "messages", "invoices", "reconciliation", "health"] {
            browser.open(format!("{coupa}/{page}")).await;
            browser.see(&format!("console-{language}-coupa-{page}")).await;
        }
        for (list, one) in [("requests", "Lumen Logs"), ("messages", "OrderRequest"), ("invoices", "PG-")] {
            browser.open(format!("{coupa}/{list}")).await;
            browser.press(one).await;
            browser.see(&format!("console-{language}-coupa-{list}-one")).await;
        }
        browser.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_other_page_is_accessible_in_both_languages() {
    for (language, settings) in languages() {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::in_test_mode().await;
        let base = base(&harness);
        let see = async |page: &str, name: &str| {
            browser.open(format!("{base}console/{page}")).await;
            browser.see(&format!("console-{language}-{name}")).await;
        };
        see("sign-in", "sign-in").await;
        sign_in(&browser, &harness, ANALYTICS).await;
        for (page, name) in [
            ("connections", "connections"),
            ("connections/new/coupa", "new-coupa"),
            ("connections/new/ariba", "new-ariba"),
            ("organisation", "organisation"),
            ("audit", "audit"),
            ("which?account=111122220001", "which"),
            ("which?account=12", "which-wrong"),
            ("customers", "not-allowed"),
            ("nowhere", "nowhere"),
        ] {
            see(page, name).await;
        }
        let coupa = format!("connections/{}", harness.coupa_connection().await.id);
        see(&coupa, "coupa").await;
        see(&format!("{coupa}/check"), "coupa-check").await;
        browser
            .press(if language == "en" { "Check this connection" } else { "Diese Verbindung prüfen" })
            .await;
        browser.expect("127.0.0.1").await;
        browser.see(&format!("console-{language}-coupa-checked")).await;

        sign_in(&browser, &harness, OPERATOR).await;
        for (page, name) in
            [("customers", "customers"), ("customers/111122223333", "customer"), ("onboarding", "onboarding")]
        {
            see(page, name).await;
        }
        let ariba = format!("connections/{}", harness.ariba_connection().await.id);
        let pages =
            ["", "/guide", "/health", "/requests", "/messages", "/invoices", "/reconciliation", "/remove"];
        for page in pages {
            see(&format!("{ariba}{page}"), &format!("ariba{}", page.replace('/', "-"))).await;
        }
        browser.close().await;
    }
}
