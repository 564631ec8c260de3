//! The way into the store, for tests that begin there.

use buyer::PunchOut;
use procurement::configuration::Permissions;
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

/// Somebody of the research account opens the link that a signed request got; the address of the first page.
pub async fn visit(browser: &Browser, harness: &Harness, name: &str) -> String {
    let configuration = punchgate::marketplace::configuration(harness.world().marketplace.parts());
    let account = "111122220001".parse().expect("an account");
    let arn = format!("arn:aws:iam::{account}:user/{name}");
    let nothing = Permissions { put: false, describe: false };
    let caller = configuration.caller(account, arn, nothing).await.expect("a caller");
    let (link, _) = configuration.store_link(&caller).await.expect("a link");
    browser.open(link).await;
    browser.url().await
}

/// In Coupa, from the cart that came back to the purchase order that was accepted.
pub async fn approve_and_order(browser: &Browser) {
    browser.leave_by("Submit for approval").await;
    browser.leave_by("Approve and order").await;
    browser.expect("Accepted").await;
}
