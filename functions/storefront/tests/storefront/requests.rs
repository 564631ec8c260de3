//! Requests and subscriptions: each requester sees their own (R40, R42, R58).

use procurement::connection::Mode;
use procurement::requisition::{Happened, Status};

use crate::world::{MEMBER, PunchOut, World};

#[tokio::test]
async fn a_request_shows_status_reason_and_timeline() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-lumen-metrics-payg", &[("estimate", "50")]).await;
    world.send_for_approval(item).await;
    let sent = world.requisition(item).await;
    let reason = "The price of the offer has changed.";
    let stale = sent.with(Status::Stale { reason: reason.to_owned() }, refused(reason), world.now());
    world.core.store.put_requisition(&stale).await.expect("written");

    world.get(&format!("{home}/requests")).await.is(200).says("Lumen Metrics").says("Stale").says(reason);
    let page = world.get(&format!("{home}/requests/{item}")).await;
    page.is(200).says("Stale").says(reason).says(MEMBER).says("50.00 USD");
    page.says("jim Person asked for Lumen Metrics at 50.00 USD.").says("PO-3 was refused.");
    let again = page.attributes(".notice a.button", "href");
    assert_eq!(again, [format!("{home}/requests/{item}/resend")]);
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

/// As records say from before causes were kept.
fn refused(reason: &str) -> Happened {
    let (order_id, text) = ("PO-3".to_owned(), reason.to_owned());
    Happened::Refused { order_id, text, because: Vec::new(), faults: Vec::new() }
}

/// A request that a purchase order found stale.
async fn stale(
    world: &World,
    home: &str,
    offer: &str,
    fields: &[(&str, &str)],
) -> procurement::id::RequisitionId {
    let item = world.request(home, offer, fields).await;
    world.send_for_approval(item).await;
    let reason = "The offer has been revised.";
    let status = Status::Stale { reason: reason.into() };
    let stale = world.requisition(item).await.with(status, refused(reason), world.now());
    world.core.store.put_requisition(&stale).await.expect("written");
    item
}

#[tokio::test]
async fn a_stale_request_is_sent_again_with_what_was_chosen_at_the_price_of_today() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let chosen = [("months", "24"), ("quantity.seats", "3")];
    let item = stale(&world, &home, "offer-lumen-logs-standard", &chosen).await;
    let way = world.get(&format!("{home}/requests/{item}/resend")).await;
    way.is(303);
    let form = world.get(way.location()).await;
    form.is(200).says("You are sending this again").says("at 1,983.60 USD");
    assert_eq!(form.attributes("#quantity-seats", "value"), ["3"]);
    assert_eq!(form.attributes("[name=months][checked]", "value"), ["24"]);
    assert_eq!(form.attributes("#account option[selected]", "value"), [MEMBER]);
    assert_eq!(form.attributes("[name=replaces]", "value"), [item.to_string()]);

    let mut fields = chosen.to_vec();
    let id = item.to_string();
    fields.push(("replaces", &id));
    let again = world.request(&home, "offer-lumen-logs-standard", &fields).await;
    assert_eq!(world.requisition(again).await.status, Status::InCart);
    let former = world.requisition(item).await.status;
    assert_eq!(former, Status::Cancelled { reason: format!("It was sent again as {again}.") });
}

#[tokio::test]
async fn a_request_for_a_replaced_offer_is_sent_again_for_the_one_that_took_its_place() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = stale(&world, &home, "offer-lumen-agent-free", &[]).await;
    let mut listing = world.listing("prod-lumen-agent").await;
    let mut next = listing.offers[0].clone();
    next.id = "offer-lumen-agent-next".parse().expect("an id");
    listing.offers[0].replaced_by = Some(next.id.clone());
    listing.offers.push(next);
    world.stock(&[listing]).await;
    let way = world.get(&format!("{home}/requests/{item}/resend")).await;
    assert_eq!(way.location(), format!("{home}/offers/offer-lumen-agent-next?again={item}"));
}

#[tokio::test]
async fn nobody_takes_anothers_request_back_by_sending_it_again() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = stale(&world, &home, "offer-lumen-agent-free", &[]).await;
    let other = world.shop_as(PunchOut { requester: "ann", ..PunchOut::default() }).await;
    world.get(&format!("{other}/requests/{item}/resend")).await.is(404);
    world.request(&other, "offer-lumen-agent-free", &[("replaces", &item.to_string())]).await;
    assert!(matches!(world.requisition(item).await.status, Status::Stale { .. }));
}
