//! Every page of the store looked at: no violation by axe-core, nothing wider than a telephone or a desk, in both languages,
//! and all of it without scripts.

use procurement::reference::Reference;
use support::browser::{Browser, Settings};
use support::{Harness, Shopping};

use super::way::shop;

const PAGES: [(&str, &str, &str, &str); 10] = [
    ("search", "", "What do you need?", "Was brauchen Sie?"),
    ("found", "?q=lumen&type=saas", "Lumen Logs", "Lumen Logs"),
    ("nothing", "?q=qqqqzzzz", "Nothing found", "Nichts gefunden"),
    ("product", "/products/prod-lumen-logs", "About this product", "Über dieses Produkt"),
    ("schedule", "/offers/offer-tally-ledger-5a02", "Total contract value", "Gesamtwert des Vertrags"),
    ("offer", "/offers/offer-lumen-logs-standard", "Contract length", "Vertragslaufzeit"),
    (
        "trial",
        "/offers/offer-thimble-review-trial",
        "Free of charge for 14 days",
        "Kostenlos, Dauer: 14 Tage",
    ),
    (
        "usage",
        "/products/prod-harbor-scan",
        "Billed monthly on actual consumption.",
        "Monatlich nach tatsächlichem Verbrauch abgerechnet.",
    ),
    ("requests", "/requests", "Your requests", "Ihre Anfragen"),
    ("subscriptions", "/subscriptions", "Your subscriptions", "Ihre Abonnements"),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_accessible_and_fits_in_english_and_in_german() {
    for (settings, language) in [(Settings::default(), "en"), (Settings::german(), "de")] {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        let order = Shopping::approved_order(harness.coupa(), support::Offered::LUMEN_LOGS).await;
        harness.coupa().send_po(&order).await.expect("an answer");
        harness.sweep().await;
        let home = shop(&browser, &harness).await;
        for (name, path, english, german) in PAGES {
            browser.open(format!("{home}{path}")).await;
            browser.expect(if language == "de" { german } else { english }).await;
            browser.see(&format!("store-{name}-{language}")).await;
        }
        browser.open(format!("{home}/requests")).await;
        browser.leave_by("Lumen Logs").await;
        browser.see(&format!("store-request-{language}")).await;
        browser.open(format!("{home}/subscriptions")).await;
        browser.leave_by("Lumen Logs").await;
        browser.see(&format!("store-subscription-{language}")).await;
        browser.open(approvers_link(&harness).await).await;
        browser.expect(&order).await;
        browser.see(&format!("store-approver-{language}")).await;
        browser.close().await;
    }
}

/// Where the cart leads an approver, who has no session.
async fn approvers_link(harness: &Harness) -> String {
    let request = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    let reference = Reference { requisition: request.id, offer: request.offer.id };
    let reference = reference.sign(&harness.core().keys.reference_key());
    harness.core().marketplace.url(&format!("offers/{reference}")).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn in_test_mode_no_page_can_be_mistaken_for_a_real_one() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::in_test_mode().await;
    let home = shop(&browser, &harness).await;
    for path in ["", "/products/prod-lumen-logs", "/offers/offer-lumen-agent-free", "/cart", "/requests"] {
        browser.open(format!("{home}{path}")).await;
        browser.expect("Nothing will be bought or charged.").await;
        assert!(browser.title().await.starts_with("TEST: "), "{path}");
    }
    browser.open(format!("{home}/cart")).await;
    browser.see("store-test-mode").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_in_the_form_is_shown_beside_its_field_without_scripts_too() {
    for settings in [Settings::default(), Settings::without_scripts()] {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        let home = shop(&browser, &harness).await;
        browser.open(format!("{home}/offers/offer-lumen-logs-standard")).await;
        browser.fill("Analyst seats", "many").await;
        browser.press("Request approval").await;
        browser.expect("Something needs your attention.").await;
        assert_eq!(browser.value("Analyst seats").await, "many");
        browser.see("store-form-fault").await;
        browser.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn coupas_own_search_leads_to_the_products_page() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    browser.open(harness.coupa().url()).await;
    browser.fill("Search all suppliers", "harbor scan").await;
    browser.press("Search").await;
    browser.see("coupa-search").await;
    browser.press("Open Harbor Scan").await;
    browser.expect("About this product").await;
    assert!(browser.url().await.ends_with("/products/prod-harbor-scan"));
    browser.close().await;
}
