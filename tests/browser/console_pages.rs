//! The console's pages, judged in both languages; those over purchases are judged where they are clicked, and after the order.

use support::Harness;
use support::browser::{Browser, Settings};

use super::console::{OPERATOR, base, sign_in};

/// The customer that buys through Coupa.
const ANALYTICS: &str = "111122223333";

fn languages() -> [(&'static str, Settings); 2] {
    [("en", Settings::default()), ("de", Settings::german())]
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_accessible_in_both_languages() {
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
            ("bypass", "bypass-none"),
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
            .leave_by(if language == "en" { "Check this connection" } else { "Diese Verbindung prüfen" })
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
