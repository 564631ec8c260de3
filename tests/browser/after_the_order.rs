//! The console's pages about what came after the order, and every mail, as a browser shows them.

use buyer::InboxFault;
use support::browser::{Browser, Settings};
use support::{Harness, Offered, Shopping};

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

async fn look(browser: Browser, suffix: &str) {
    let harness = two_purchases().await;
    let base = harness.core().marketplace.base_url.as_str().trim_end_matches('/').to_owned();
    let connection = harness.coupa_connection().await;
    let at = format!("{base}/console/connections/{}", connection.id);
    browser.open(format!("{base}/demo/console/111122223333")).await;
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
    browser.open(format!("{base}/demo/mail/preview")).await;
    browser.see(&format!("mail-preview{suffix}")).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_after_the_order_is_shown_in_english() {
    let Some(browser) = Browser::start().await else { return };
    look(browser, "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_after_the_order_is_shown_in_german() {
    let Some(browser) = Browser::with(Settings::german()).await else { return };
    look(browser, "-german").await;
}
