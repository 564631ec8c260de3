//! What follows an order, as people see it: an invoice that is set right and sent again, reconciliation, messages and their
//! replay, the story of a request, and every mail.

use buyer::{InboxFault, PunchOut};
use platform::oversight::agreements::meter;
use procurement::invoice::InvoiceState;
use procurement::mail::{Kind, Language};
use procurement::usage::{Metered, Tariff};
use rust_decimal::Decimal;
use support::browser::{Browser, Settings};
use support::{Harness, Offered, Shopping};
use thirtyfour::prelude::By;

/// The demonstration's administrator of the company that buys through Coupa.
const ADMINISTRATOR: &str = "111122223333";
/// Its operator.
const OPERATOR: &str = "999900001111";

/// Two orders; the second one's invoice is refused, and waits for a person.
async fn two_purchases() -> Harness {
    let harness = Harness::start().await;
    for fault in [None, Some(InboxFault::Status(403))] {
        fault.into_iter().for_each(|fault| harness.coupa().fail_next_invoice(fault));
        let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
        harness.coupa().send_po(&order).await.expect("an answer");
        harness.sweep().await;
    }
    harness
}

fn base(harness: &Harness) -> String {
    harness.core().marketplace.base_url.as_str().trim_end_matches('/').to_owned()
}

/// Signs in, and waits until the console is there: the page of the link leads on by itself.
async fn enter(browser: &Browser, harness: &Harness, heading: &str) {
    enter_as(browser, harness, ADMINISTRATOR, heading).await;
}

async fn enter_as(browser: &Browser, harness: &Harness, account: &str, heading: &str) {
    browser.open(format!("{}/demo/console/{account}", base(harness))).await;
    browser.expect(heading).await;
}

async fn look(browser: Browser, heading: &str, suffix: &str) {
    let harness = two_purchases().await;
    let connection = harness.coupa_connection().await;
    let at = format!("{}/console/connections/{}", base(&harness), connection.id);
    enter(&browser, &harness, heading).await;
    let messages = harness.core().store.documents_of(connection.id).await.expect("documents");
    let order = messages.iter().find(|kept| kept.about.kind == "OrderRequest").expect("an order");
    let request = harness.requisitions(&connection).await.remove(0);
    let invoices = harness.invoices(&connection).await;
    for (name, path) in [
        ("messages", "/messages".to_owned()),
        ("message", format!("/messages/{}", order.id)),
        ("request", format!("/requests/{}", request.id)),
        ("invoices", "/invoices".to_owned()),
        ("invoice", format!("/invoices/{}", invoices[1].number)),
        ("reconciliation", "/reconciliation".to_owned()),
    ] {
        browser.open(format!("{at}{path}")).await;
        browser.see(&format!("console-{name}{suffix}")).await;
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_after_the_order_is_shown_in_english() {
    let Some(browser) = Browser::start().await else { return };
    look(browser, "Connections", "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_after_the_order_is_shown_in_german() {
    let Some(browser) = Browser::with(Settings::german()).await else { return };
    look(browser, "Verbindungen", "-german").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mail_is_shown_as_it_would_look() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    browser.open(format!("{}/demo/mail/preview", base(&harness))).await;
    let page = browser.text().await;
    for kind in Kind::ALL {
        for language in Language::ALL {
            let heading = format!("{}, {}", kind.name(), language.tag());
            assert!(page.contains(&heading), "no {heading}: {page}");
        }
    }
    browser.see("mail-preview").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_invoice_is_set_right_sent_again_and_then_all_matches() {
    let Some(browser) = Browser::start().await else { return };
    let harness = two_purchases().await;
    let connection = harness.coupa_connection().await;
    let refused = harness.invoices(&connection).await.remove(1);
    enter(&browser, &harness, "Connections").await;
    browser.open(format!("{}/console/connections/{}/reconciliation", base(&harness), connection.id)).await;
    browser.expect("1 of 2 order lines does not match").await;

    browser.press("Invoices").await;
    browser.expect("Held back").await;
    browser.press(&refused.number).await;
    browser.fill("Unit of measure", "EA").await;
    browser.press("Send again").await;
    browser.expect("on its way again").await;
    harness.sweep().await;
    let invoice = harness.invoices(&connection).await.remove(1);
    assert!(matches!(invoice.state, InvoiceState::Delivered { .. }), "{:?}", invoice.state);
    browser.press("Reconciliation").await;
    browser.expect("All 2 order lines match").await;

    browser.press("Messages").await;
    browser.fill("Find", &order_of(&harness).await).await;
    browser.press("Search").await;
    browser.press("OrderRequest").await;
    browser.expect("The same would come of it now").await;
    browser.press("Run again").await;
    browser.expect("Nothing was changed").await;
    harness.sweep().await;
    assert_eq!(harness.agreements(&connection).await.len(), 2, "run again, it buys nothing twice");
    browser.close().await;
}

/// The number of the newest request's purchase order.
async fn order_of(harness: &Harness) -> String {
    let connection = harness.coupa_connection().await;
    let orders = harness.core().store.orders(connection.id, jiff::Timestamp::UNIX_EPOCH).await;
    orders.expect("orders").pop().expect("an order").key.order_id
}

/// One subscription in instalments, and one whose usage has passed its estimate.
async fn subscribed() -> Harness {
    let harness = Harness::start().await;
    for wanted in [Offered::TALLY_LEDGER, Offered::HARBOR_SCAN] {
        let order = Shopping::approved_order(harness.coupa(), wanted).await;
        harness.coupa().send_po(&order).await.expect("an answer");
    }
    harness.sweep().await;
    let metered = metered(&harness).await;
    let request = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    meter(harness.core(), request.id, &metered).await.expect("recorded");
    harness.sweep().await;
    harness
}

/// More of the newest request's product than its purchase order commits to.
async fn metered(harness: &Harness) -> Metered {
    let request = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    let tariff = Tariff::of(&request.offer.pricing).expect("a tariff");
    let rate = &tariff.rates[0];
    let quantity = (request.quote.total.amount / rate.price).ceil() + Decimal::TEN;
    Metered { id: "november".to_owned(), rate: rate.name.clone(), quantity, at: harness.now() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_subscription_is_changed_and_ended_by_the_operator_and_its_requester_sees_it() {
    let Some(browser) = Browser::start().await else { return };
    let harness = subscribed().await;
    let connection = harness.coupa_connection().await;
    let requests = harness.requisitions(&connection).await;
    let (usage, instalments) = (requests[0].id, requests[1].id);
    let page = |request| {
        format!("{}/console/connections/{}/requests/{request}/subscription", base(&harness), connection.id)
    };
    enter_as(&browser, &harness, OPERATOR, "Customers").await;
    browser.open(page(usage)).await;
    browser.expect("Usage has passed").await;
    browser.see("operator-subscription-usage").await;
    browser.open(page(instalments)).await;
    browser.see("operator-subscription-instalments").await;
    browser.fill("Why", "A part was not delivered.").await;
    let last = harness.agreements(&connection).await;
    let last = last.iter().find(|one| one.requisition == instalments).expect("an agreement").schedule[2];
    browser.fill(&format!("Due on {}", last.date), "100.00").await;
    browser.press("Change it").await;
    browser.expect("The subscription is changed").await;
    let reason = browser.element(By::Id("end-reason"), "the reason of the end").await;
    reason.send_keys("The seller has withdrawn it.").await.expect("typed");
    browser.press("End it now").await;
    browser.expect("The subscription is ended").await;
    browser.see("operator-subscription-ended").await;
    harness.sweep().await;

    let setup = harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    browser.open(setup.start_page.expect("a start page")).await;
    browser.leave_by("Subscriptions").await;
    browser.see("store-subscriptions").await;
    browser.press("Harbor Scan").await;
    browser.expect("Usage has passed").await;
    browser.see("store-subscription-usage").await;
    browser.leave_by("Subscriptions").await;
    browser.press("Tally Ledger").await;
    browser.expect("The marketplace ended this subscription").await;
    browser.see("store-subscription-ended").await;
    browser.close().await;
}
