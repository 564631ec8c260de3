//! Carts survive trouble: whatever becomes of the procurement system's page, the same cart is sent again (R28).

use procurement::requisition::Status;
use serde_json::json;
use support::Harness;
use support::browser::{Browser, Settings};

use super::way::{request, shop};

/// Lets the browser reach the page that takes carts, or not.
async fn reach(browser: &Browser, reached: bool) {
    let network = browser.page.cdp();
    network.send_raw("Network.enable", json!({})).await.expect("the network");
    let blocked = if reached { json!([]) } else { json!(["*/punchout/checkout*"]) };
    network.send_raw("Network.setBlockedURLs", json!({ "urls": blocked })).await.expect("a rule");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_that_did_not_arrive_is_sent_again_and_arrives_as_it_was() {
    for settings in [Settings::default(), Settings::without_scripts()] {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        let home = shop(&browser, &harness).await;
        request(&browser, &home).await;
        reach(&browser, false).await;
        browser.press("Send to Coupa for approval").await;
        if !settings.scripts {
            browser.press("Continue to Coupa").await;
        }
        browser.expect("blocked").await;
        assert!(harness.coupa().requisitions().is_empty());
        let document = sent(&harness, &home).await;

        // The requester comes back to the store, an hour and a half later, and finds the way on.
        harness.advance(jiff::SignedDuration::from_mins(90));
        reach(&browser, true).await;
        browser.open(format!("{home}/cart")).await;
        browser.expect("Your cart was sent").await;
        browser.press("Send the cart again").await;
        if !settings.scripts {
            browser.press("Continue to Coupa").await;
        }
        browser.expect("Submit for approval").await;
        assert_eq!(harness.coupa().requisitions().len(), 1);
        assert_eq!(sent(&harness, &home).await, document, "it is the same document");
        let sent = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
        assert_eq!(sent.status, Status::SentForApproval);
        browser.close().await;
    }
}

/// The document that the session of this page sends.
async fn sent(harness: &Harness, home: &str) -> String {
    let key = home.rsplit_once("/s/").expect("a session's page").1;
    let session = harness.core().store.session(key).await.expect("a read").expect("a session");
    match session.state {
        procurement::session::SessionState::Returned { document } => document,
        other => panic!("nothing was sent: {other:?}"),
    }
}
