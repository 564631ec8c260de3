//! An organisation's list of approved products: made in the console, kept by the store, its search, its links and by Coupa's
//! search (R23).

use buyer::PunchOut;
use support::Harness;
use support::browser::{Browser, Settings};

use super::way::{shop, start_page};
use crate::browser::console::{base, sign_in};

/// The administrator of the company that buys through Coupa.
const ADMINISTRATOR: &str = "111122223333";

/// What a language calls it.
struct Words {
    apply: &'static str,
    products: &'static str,
    save: &'static str,
    saved: &'static str,
    one: &'static str,
    none: &'static str,
    refused: &'static str,
    name: &'static str,
}

const ENGLISH: Words = Words {
    apply: "Apply the list",
    products: "Product numbers",
    save: "Save the list",
    saved: "Saved.",
    one: "1 product",
    none: "Nothing found",
    refused: "Your organisation has not approved this product",
    name: "en",
};

const GERMAN: Words = Words {
    apply: "Liste anwenden",
    products: "Produktnummern",
    save: "Liste speichern",
    saved: "Gespeichert.",
    one: "1 Produkt",
    none: "Nichts gefunden",
    refused: "Ihre Organisation hat dieses Produkt nicht freigegeben",
    name: "de",
};

#[tokio::test(flavor = "multi_thread")]
async fn what_the_administrator_has_not_approved_is_neither_found_nor_opened() {
    for (settings, words) in [(Settings::default(), ENGLISH), (Settings::german(), GERMAN)] {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        sign_in(&browser, &harness, ADMINISTRATOR).await;
        browser.open(format!("{}console/organisation", base(&harness))).await;
        browser.tick(words.apply, true).await;
        browser.fill(words.products, "prod-lumen-agent").await;
        browser.leave_by(words.save).await;
        browser.expect(words.saved).await;
        browser.see(&format!("console-approved-products-{}", words.name)).await;

        let home = shop(&browser, &harness).await;
        browser.expect(words.one).await;
        browser.expect("Lumen Collector").await;
        let text = browser.text().await;
        assert!(!text.contains("Lumen Logs") && !text.contains("Harbor Scan"), "{text}");
        browser.see(&format!("store-approved-{}", words.name)).await;
        browser.open(format!("{home}?q=harbor+scan")).await;
        browser.expect(words.none).await;
        browser.open(format!("{home}/products/prod-harbor-scan")).await;
        browser.expect(words.refused).await;
        browser.see(&format!("store-not-approved-{}", words.name)).await;

        let selected = PunchOut::create("ada").select("prod-harbor-scan", None);
        browser.open(start_page(&harness, selected).await.0).await;
        browser.expect(words.refused).await;
        let coupa = harness.coupa().url().to_string();
        browser.open(format!("{}/search?q=harbor+scan", coupa.trim_end_matches('/'))).await;
        browser.expect("The marketplace has nothing like that.").await;
        browser.close().await;
    }
}
