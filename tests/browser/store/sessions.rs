//! Sessions as browsers bring them about: two at once, stale ones, back, twice (R25, R28).

use buyer::{Checkout, PunchOut};
use jiff::SignedDuration;
use procurement::requisition::Status;
use support::Harness;
use support::browser::Browser;
use thirtyfour::prelude::By;

use super::way::{request, shop, start_page};

#[tokio::test(flavor = "multi_thread")]
async fn two_sessions_of_one_person_do_not_meet() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let (left, right) = (shop(&browser, &harness).await, shop(&browser, &harness).await);
    assert_ne!(left, right);
    request(&browser, &left).await;
    browser.open(format!("{right}/cart")).await;
    browser.expect("The cart is empty").await;
    browser.open(format!("{left}/cart")).await;
    browser.expect("Lumen Collector").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_sixty_idle_minutes_a_click_is_told_that_the_session_ended_and_a_new_one_works() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let stale = shop(&browser, &harness).await;
    browser.press("Extend the session").await;
    browser.expect("The session goes on for another 60 minutes.").await;
    harness.advance(SignedDuration::from_mins(61));
    browser.press("Requests").await;
    browser.expect("Your shopping session has ended").await;
    browser.see("store-session-over").await;
    let fresh = shop(&browser, &harness).await;
    assert_ne!(stale, fresh);
    browser.expect("What do you need?").await;
    browser.open(&stale).await;
    browser.expect("Your shopping session has ended").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_was_opened_before_says_so() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let (start, _) = start_page(&harness, PunchOut::create("ada")).await;
    browser.open(&start).await;
    browser.expect("What do you need?").await;
    browser.open(&start).await;
    browser.expect("This link was used already").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_after_leaving_shows_that_the_cart_was_sent_and_sends_the_same_one_again() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let home = shop(&browser, &harness).await;
    request(&browser, &home).await;
    browser.press("Send to Coupa for approval").await;
    browser.expect("Submit for approval").await;
    // The page before is shown as it was; what it sends is what was sent.
    browser.page.back().await.expect("a page before");
    browser.press("Send to Coupa for approval").await;
    browser.expect("Submit for approval").await;
    browser.open(format!("{home}/cart")).await;
    browser.expect("Your cart was sent").await;
    browser.see("store-cart-was-sent").await;
    browser.press("Send the cart again").await;
    browser.expect("Submit for approval").await;
    assert_eq!(harness.coupa().requisitions().len(), 1, "it is the same cart");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_puts_one_item_in_the_cart_and_sends_one_cart() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let home = shop(&browser, &harness).await;
    browser.open(format!("{home}/offers/offer-lumen-agent-free")).await;
    browser.choose("Account to subscribe", "111122220001").await;
    twice(&browser, "form[action$='/request'] button").await;
    browser.expect("Your cart").await;
    browser.expect("1 EA").await;
    assert_eq!(harness.requisitions(&harness.coupa_connection().await).await.len(), 1);
    twice(&browser, "form[action$='/return'] button").await;
    browser.expect("Submit for approval").await;
    assert_eq!(harness.coupa().requisitions().len(), 1);
    browser.close().await;
}

async fn twice(browser: &Browser, button: &str) {
    let button = browser.element(By::Css(button), "a button").await;
    browser.page.action_chain().double_click_element(&button).perform().await.expect("two clicks");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_is_opened_again_changed_and_emptied() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let home = shop(&browser, &harness).await;
    request(&browser, &home).await;
    browser.press("Send to Coupa for approval").await;
    browser.expect("Submit for approval").await;
    let requisition = harness.coupa().requisitions()[0].number;

    let (start, session) = start_page(&harness, PunchOut::edit(requisition, &[])).await;
    browser.open(start).await;
    browser.expect("You are changing a cart").await;
    browser.press("Remove").await;
    browser.press("Send the empty cart to Coupa").await;
    browser.expect("Submit for approval").await;
    let stage = harness.coupa().session(session).expect("a session").stage;
    let emptied = matches!(&stage, buyer::Stage::Returned { checkout: Checkout::Emptied { .. }, .. });
    assert!(emptied, "{stage:?}");
    let gone = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    assert!(matches!(gone.status, Status::Cancelled { .. }), "{:?}", gone.status);
    browser.close().await;
}
