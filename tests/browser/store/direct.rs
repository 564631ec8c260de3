//! Visits without a punch-out, in a real browser (R11, R13, R18).

use procurement::connection::ProcurementSystem;
use support::Harness;
use support::browser::{Browser, Settings};

use super::way::{shop, visit};

#[tokio::test(flavor = "multi_thread")]
async fn a_direct_choice_leads_to_coupa_and_is_in_the_cart_of_the_next_punch_out() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let requests = format!("{}/requisitions", harness.coupa().url().trim_end_matches('/'));
    harness
        .change_coupa(|connection| {
            connection.settings.redirect = true;
            connection.settings.approval_url = Some(requests.parse().expect("a URL"));
        })
        .await;
    let home = visit(&browser, &harness, "ada").await;
    browser.expect("Your organisation buys through Coupa").await;
    browser.see("store-direct-redirected").await;
    browser.open(format!("{home}/offers/offer-lumen-agent-free")).await;
    browser.see("store-direct-choice").await;
    browser.leave_by("Request approval").await;
    browser.expect("Requests").await;
    assert_eq!(browser.url().await, requests, "the browser is at the procurement system");

    let home = shop(&browser, &harness).await;
    assert!(home.ends_with("/cart"), "{home}");
    browser.expect("Lumen Collector").await;
    browser.press("Send to Coupa for approval").await;
    browser.expect("Submit for approval").await;
    assert_eq!(harness.coupa().requisitions().len(), 1);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_approval_in_the_way_the_account_subscribes_in_either_language_without_scripts_too() {
    let subscribed = [
        (Settings::default(), "Subscribe", "Bought on the marketplace itself", "en"),
        (Settings::german(), "Abonnieren", "Auf dem Marktplatz selbst gekauft", "de"),
        (Settings::without_scripts(), "Subscribe", "Bought on the marketplace itself", "plain"),
    ];
    for (settings, button, words, name) in subscribed {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        let home = visit(&browser, &harness, "ada@buyer.example").await;
        browser.see(&format!("store-direct-search-{name}")).await;
        browser.open(format!("{home}/offers/offer-lumen-agent-free")).await;
        browser.see(&format!("store-direct-offer-{name}")).await;
        browser.press(button).await;
        browser.expect(words).await;
        browser.see(&format!("store-direct-subscription-{name}")).await;
        harness.sweep().await;
        let mails = harness.mails();
        assert_eq!(mails.len(), 1, "{mails:?}");
        browser.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_of_an_ariba_organisation_is_shown_where_to_start() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    harness.change_coupa(|connection| connection.system = ProcurementSystem::SapAriba).await;
    let home = visit(&browser, &harness, "ada").await;
    browser.open(format!("{home}/offers/offer-lumen-agent-free")).await;
    browser.expect("Purchases of your organisation begin in SAP Ariba").await;
    browser.see("store-direct-ariba").await;
    browser.close().await;
}
