//! Requests and subscriptions: each requester sees their own (R40, R42, R58).

use procurement::connection::Mode;
use procurement::requisition::Status;

use crate::world::{MEMBER, PunchOut, World};

#[tokio::test]
async fn a_request_shows_status_reason_and_timeline() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-lumen-metrics-payg", &[("estimate", "50")]).await;
    world.send_for_approval(item).await;
    let sent = world.requisition(item).await;
    let reason = "The price of the offer has changed.";
    let stale = sent.with(Status::Stale { reason: reason.to_owned() }, "PO-3 was refused.", world.now());
    world.core.store.put_requisition(&stale).await.expect("written");

    world.get(&format!("{home}/requests")).await.is(200).says("Lumen Metrics").says("Stale").says(reason);
    let page = world.get(&format!("{home}/requests/{item}")).await;
    page.is(200).says("Stale").says(reason).says(MEMBER).says("50.00 USD");
    page.says("jim Person asked for Lumen Metrics at 50.00 USD.").says("PO-3 was refused.");
    let again = page.attributes(".notice a.button", "href");
    assert_eq!(again, [format!("{home}/offers/offer-lumen-metrics-payg")]);
}

#[tokio::test]
async fn a_requester_does_not_see_anothers_requests_and_subscriptions() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    world.send_for_approval(item).await;
    world.buy(item, "PO-1").await;
    let other = world.shop_as(PunchOut { requester: "ann", ..PunchOut::default() }).await;
    world.get(&format!("{other}/requests")).await.is(200).does_not_say("Thornwatch");
    world.get(&format!("{other}/requests/{item}")).await.is(404).does_not_say("Thornwatch");
    world.get(&format!("{other}/subscriptions")).await.is(200).does_not_say("Thornwatch");
    world.get(&format!("{other}/subscriptions/{item}")).await.is(404).does_not_say("Thornwatch");
    for id in ["nonsense", "req-00000000000000000000000000000000"] {
        world.get(&format!("{home}/requests/{id}")).await.is(404).says("This request is not among yours");
        world.get(&format!("{home}/subscriptions/{id}")).await.is(404);
    }
}

#[tokio::test]
async fn a_subscription_shows_purchase_order_charges_dates_and_where_to_set_it_up() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    world.send_for_approval(item).await;
    world.buy(item, "PO-4711").await;
    let list = world.get(&format!("{home}/subscriptions")).await;
    list.is(200).says("Thornwatch").says("PO-4711").says("68,450.50 USD").says("21 November 2026");
    let page = world.get(&format!("{home}/subscriptions/{item}")).await;
    page.is(200).says("PO-4711").says("20 November 2027").says("21 February 2027").says("Not invoiced yet");
    page.says("17,112.62 USD").says("17,112.63 USD").says(MEMBER);
    let link = page.attributes("a.button", "href");
    assert!(link[0].starts_with("https://"), "{link:?}");
    assert_eq!(page.attributes("a.button", "rel"), ["noopener noreferrer"]);
    world.get(&format!("{home}/requests/{item}")).await.says("Subscribed").says("PO-4711");
}

#[tokio::test]
async fn usage_has_no_charges_to_list() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-lumen-metrics-payg", &[]).await;
    world.send_for_approval(item).await;
    world.buy(item, "PO-2").await;
    world.get(&format!("{home}/subscriptions/{item}")).await.says("billed monthly on a statement");
}

#[tokio::test]
async fn a_setup_address_that_is_no_web_address_is_no_link() {
    let world = World::new(Mode::Live).await;
    let mut listing = world.listing("prod-lumen-agent").await;
    listing.product.setup_url = "javascript:alert(1)".parse().expect("a URL");
    world.stock(&[listing]).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-lumen-agent-free", &[]).await;
    world.send_for_approval(item).await;
    world.buy(item, "PO-2").await;
    for page in [format!("{home}/subscriptions"), format!("{home}/subscriptions/{item}")] {
        assert!(!world.get(&page).await.body.contains("javascript:"));
    }
}

#[tokio::test]
async fn a_test_request_stays_a_test_when_the_connection_goes_live() {
    let mut world = World::new(Mode::Test).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-lumen-agent-free", &[]).await;
    world.change_connection(|connection| connection.mode = Mode::Live).await;
    assert_eq!(world.get(&format!("{home}/requests")).await.text_of(".row .tag.test"), "TEST");
    let page = world.get(&format!("{home}/requests/{item}")).await;
    assert_eq!(page.count(".test-banner"), 1);
}

#[tokio::test]
async fn nothing_asked_for_yet_says_what_to_do() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world.get(&format!("{home}/requests")).await.says("You have not asked for anything yet");
    world.get(&format!("{home}/subscriptions")).await.says("There is none yet");
}
