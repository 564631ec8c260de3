//! The way into the store, for tests that begin there.

use buyer::PunchOut;
use support::Harness;
use support::browser::Browser;
use url::Url;

/// A StartPage that nobody opened yet, and its session at the procurement system.
pub async fn start_page(harness: &Harness, punch_out: PunchOut) -> (Url, u32) {
    let setup = harness.coupa().punch_out(punch_out).await.expect("an answer");
    (setup.start_page.expect("a StartPage"), setup.session)
}

/// Opens a session of Ada's; the address of its first page.
pub async fn shop(browser: &Browser, harness: &Harness) -> String {
    let (start, _) = start_page(harness, PunchOut::create("ada")).await;
    browser.open(start).await;
    browser.url().await
}

/// Puts a free product in the cart, which asks for nothing but an account.
pub async fn request(browser: &Browser, home: &str) {
    browser.open(format!("{home}/offers/offer-lumen-agent-free")).await;
    browser.choose("Account to subscribe", "111122220001").await;
    browser.press("Request approval").await;
    browser.expect("Your cart").await;
}
