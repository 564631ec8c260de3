//! The store in a frame of another site's page, in a browser that keeps no cookies of frames (R25).

use buyer::PunchOut;
use support::Harness;
use support::browser::{Browser, Settings};

use super::way::start_page;

#[tokio::test(flavor = "multi_thread")]
async fn a_purchase_is_made_in_a_frame_of_another_site_without_cookies() {
    let Some(browser) = Browser::with(Settings::strict_about_cookies()).await else { return };
    let harness = Harness::start().await;
    let (start, session) = start_page(&harness, PunchOut::create("ada").in_a_frame(true)).await;
    // Another host name is another site to a browser.
    let elsewhere = start.as_str().replace("127.0.0.1", "localhost");
    browser.open(harness.coupa().url()).await;
    frame(&browser, &elsewhere).await;
    browser.page.enter_frame(0).await.expect("a frame");

    browser.fill("What do you need?", "lumen log").await;
    browser.press("Search").await;
    browser.press("Lumen Logs").await;
    browser.press("Request approval").await;
    browser.tick("12 months", true).await;
    browser.fill("Analyst seats", "2").await;
    browser.choose("Account to subscribe", "111122220001").await;
    browser.press("Request approval").await;
    browser.press("Send to Coupa for approval").await;
    browser.expect("Go to the cart").await;

    browser.press("Go to the cart").await;
    browser.page.enter_default_frame().await.expect("the page around it");
    browser.expect("Submit for approval").await;
    let requisitions = harness.coupa().requisitions();
    assert_eq!(requisitions.len(), 1, "the cart arrived");
    assert_eq!(requisitions[0].session, session);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_a_host_that_the_connection_does_not_allow_cannot_frame_the_store() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let (start, _) = start_page(&harness, PunchOut::create("ada")).await;
    let hosts = vec!["acme.coupahost.com".to_owned()];
    harness.change_coupa(|connection| connection.settings.form_hosts = hosts).await;
    browser.open(harness.coupa().url()).await;
    frame(&browser, start.as_str()).await;
    browser.page.enter_frame(0).await.expect("a frame");
    assert!(!browser.text().await.contains("What do you need?"), "the page was framed");
    browser.close().await;
}

/// Puts a frame on the page that is open.
async fn frame(browser: &Browser, address: &str) {
    let script = "const frame = document.createElement('iframe'); frame.src = arguments[0]; \
                  frame.style = 'width: 100%; height: 700px'; document.body.replaceChildren(frame);";
    browser.page.execute(script, vec![address.into()]).await.expect("a frame");
}
