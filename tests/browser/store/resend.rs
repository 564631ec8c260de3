//! A request whose offer changed is asked for again, from the refusal to the subscription (R37, R40).

use procurement::requisition::Status;
use support::browser::{Browser, Settings};
use support::{Harness, Offered, Shopping};

use super::way::{approve_and_order, shop};

/// What a language calls it.
struct Words {
    requests: &'static str,
    stale: &'static str,
    why: &'static str,
    resend: &'static str,
    again: &'static str,
    request: &'static str,
    cart: &'static str,
    send: &'static str,
    name: &'static str,
}

const ENGLISH: Words = Words {
    requests: "Requests",
    stale: "Stale",
    why: "The offer has been revised since approval",
    resend: "Resend",
    again: "You are sending this again",
    request: "Request approval",
    cart: "Your cart",
    send: "Send to Coupa for approval",
    name: "en",
};

const GERMAN: Words = Words {
    requests: "Anfragen",
    stale: "Veraltet",
    why: "Das Angebot wurde seit der Genehmigung überarbeitet",
    resend: "Erneut senden",
    again: "Sie senden dies erneut",
    request: "Genehmigung anfragen",
    cart: "Ihr Warenkorb",
    send: "Zur Genehmigung an Coupa senden",
    name: "de",
};

/// A purchase order that came after the seller had revised the offer.
async fn refused(harness: &Harness) {
    let order = Shopping::approved_order(harness.coupa(), Offered::FERNHOLLOW_BACKUP).await;
    let store = &harness.core().store;
    let id = Offered::FERNHOLLOW_BACKUP.product.parse().expect("an id");
    let mut listing = store.listing(&id).await.expect("a read").expect("a listing");
    listing.offers.iter_mut().for_each(|offer| offer.revision += 1);
    store.put_listing(&listing).await.expect("written");
    assert_eq!(harness.coupa().send_po(&order).await.expect("an answer").code(), Some(409));
    harness.sweep().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_request_says_why_and_is_sent_again_up_to_the_subscription() {
    let plain = Words { name: "plain", ..ENGLISH };
    for (settings, words) in
        [(Settings::default(), ENGLISH), (Settings::german(), GERMAN), (Settings::without_scripts(), plain)]
    {
        let Some(browser) = Browser::with(settings).await else { return };
        let harness = Harness::start().await;
        refused(&harness).await;
        shop(&browser, &harness).await;
        browser.leave_by(words.requests).await;
        browser.expect(words.stale).await;
        browser.see(&format!("store-requests-stale-{}", words.name)).await;
        browser.leave_by("Fernhollow Backup").await;
        browser.expect(words.why).await;
        browser.see(&format!("store-request-stale-{}", words.name)).await;
        browser.leave_by(words.resend).await;
        browser.expect(words.again).await;
        browser.see(&format!("store-resend-{}", words.name)).await;
        browser.leave_by(words.request).await;
        browser.expect(words.cart).await;
        browser.leave_by(words.send).await;
        if !settings.scripts {
            browser.leave_by("Continue to Coupa").await;
        }
        approve_and_order(&browser).await;
        harness.sweep().await;
        let connection = harness.coupa_connection().await;
        assert_eq!(harness.agreements(&connection).await.len(), 1);
        let [again, former] = harness.requisitions(&connection).await.try_into().expect("two");
        assert!(matches!(again.status, Status::Subscribed { .. }), "{:?}", again.status);
        assert!(matches!(former.status, Status::Cancelled { .. }), "{:?}", former.status);
        browser.close().await;
    }
}
