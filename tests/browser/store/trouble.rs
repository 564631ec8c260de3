//! Carts survive trouble: whatever becomes of the procurement system's page, the same cart is sent again (R28).

use procurement::requisition::Status;
use procurement::session::SessionState;
use support::Harness;
use support::browser::{Browser, Settings};
use url::Url;

use super::way::{request, shop};

/// An address at which nobody listens any more.
fn nowhere() -> Url {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    format!("http://{address}/punchout/checkout").parse().expect("a URL")
}

/// From now on the cart of this session goes to that address.
async fn goes_to(harness: &Harness, home: &str, address: &Url) {
    let (store, key) = (&harness.core().store, key(home));
    let mut session = store.session(key).await.expect("a read").expect("a session");
    session.version += 1;
    session.form_post = address.clone();
    store.put_session(key, &session, &[]).await.expect("written");
}

fn key(home: &str) -> &str {
    home.rsplit_once("/s/").expect("a session's page").1
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_that_did_not_arrive_is_sent_again_and_arrives_as_it_was() {
    for settings in [Settings::default(), Settings::without_scripts()] {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        let home = shop(&browser, &harness).await;
        request(&browser, &home).await;
        let address = harness.core().store.session(key(&home)).await.expect("a read").expect("it").form_post;
        goes_to(&harness, &home, &nowhere()).await;
        browser.press("Send to Coupa for approval").await;
        if !settings.scripts {
            browser.press("Continue to Coupa").await;
        }
        browser.expect("refused to connect").await;
        assert!(harness.coupa().requisitions().is_empty());
        let document = sent(&harness, &home).await;

        // The requester comes back to the store, an hour and a half later, and finds the way on.
        harness.advance(jiff::SignedDuration::from_mins(90));
        goes_to(&harness, &home, &address).await;
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
    let session = harness.core().store.session(key(home)).await.expect("a read").expect("a session");
    match session.state {
        SessionState::Returned { document } => document,
        other => panic!("nothing was sent: {other:?}"),
    }
}
