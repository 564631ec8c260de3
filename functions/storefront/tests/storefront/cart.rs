//! The cart shows what the procurement system will receive (R29).

use std::collections::BTreeSet;

use procurement::approved_products::ApprovedProducts;
use procurement::catalogue::Pricing;
use procurement::connection::{LineRule, Mode};
use procurement::id::RequisitionId;
use procurement::requisition::Status;
use procurement::session::Operation;

use crate::world::{MEMBER, PunchOut, World};

/// A free product.
const COLLECTOR: &str = "offer-lumen-agent-free";

/// A session with the free product in its cart.
async fn with_collector(mode: Mode) -> (World, String, RequisitionId) {
    let world = World::new(mode).await;
    let home = world.shop().await;
    let item = world.request(&home, COLLECTOR, &[]).await;
    (world, home, item)
}

/// The free product in a cart that went to the procurement system.
async fn collector_sent() -> (World, RequisitionId) {
    let (world, _, item) = with_collector(Mode::Live).await;
    world.send_for_approval(item).await;
    (world, item)
}

/// The cart of that item, opened again there.
async fn reopened(world: &World, item: RequisitionId, operation: Operation) -> String {
    world.shop_as(PunchOut { operation, cart: vec![item], ..PunchOut::default() }).await
}

#[tokio::test]
async fn the_cart_shows_what_the_procurement_system_will_receive() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let choice = [("months", "24"), ("quantity.seats", "3")];
    world.request(&home, "offer-lumen-logs-standard", &choice).await;
    world.request(&home, "offer-pawl-bastion-payg", &[("estimate", "500")]).await;
    let page = world.get(&format!("{home}/cart")).await;
    page.is(200).says("Lumen Logs by Lumenwick Software, Inc. (3 × seat), 24 months");
    for words in ["prod-lumen-logs", "81162000", "43232701", "1 EA", "1,983.60 USD", "24 months", MEMBER] {
        page.says(words);
    }
    assert_eq!(page.text_of(".total strong"), "2,483.60 USD");
    assert_eq!(page.text_of(".send .big"), "Send to Coupa for approval");
    let actions = page.attributes(".send form", "action");
    assert_eq!(actions, [format!("{home}/return"), format!("{home}/leave")]);
    assert_eq!(page.attributes(".send a", "href"), [home]);
}

#[tokio::test]
async fn the_unit_of_measure_is_the_connections() {
    let mut world = World::new(Mode::Live).await;
    world.change_connection(|connection| connection.settings.unit_of_measure = "C62".to_owned()).await;
    let home = world.shop().await;
    world.request(&home, COLLECTOR, &[]).await;
    world.get(&format!("{home}/cart")).await.says("1 C62");
}

#[tokio::test]
async fn a_cart_that_would_be_lost_cannot_be_sent() {
    let mut world = World::new(Mode::Live).await;
    world.change_connection(|connection| connection.settings.unit_of_measure = String::new()).await;
    let home = world.shop().await;
    world.request(&home, COLLECTOR, &[]).await;
    let page = world.get(&format!("{home}/cart")).await;
    page.says("the unit of measure is missing");
    assert_eq!(page.attributes(".send form", "action"), [format!("{home}/leave")]);
}

#[tokio::test]
async fn an_item_is_taken_out_of_the_cart() {
    let (world, home, item) = with_collector(Mode::Live).await;
    let page = world.get(&format!("{home}/cart")).await;
    assert_eq!(page.attributes("input[name=item]", "value"), [item.to_string()]);
    for _ in 0..2 {
        let removed = world.post(&format!("{home}/cart/remove"), &[("item", &item.to_string())]).await;
        removed.is(303);
        assert_eq!(removed.location(), format!("{home}/cart"));
    }
    assert!(world.read_session(&home).await.cart.is_empty());
    assert!(matches!(world.requisition(item).await.status, Status::Cancelled { .. }));
    world.get(&format!("{home}/cart")).await.says("The cart is empty");
    world.post(&format!("{home}/cart/remove"), &[("item", "nonsense")]).await.is(400);
}

#[tokio::test]
async fn an_item_that_was_sent_before_stays_as_it_is_when_it_leaves_an_edited_cart() {
    let (world, item) = collector_sent().await;
    let edited = reopened(&world, item, Operation::Edit).await;
    world.get(&format!("{edited}/cart")).await.says("You are changing a cart").says("Lumen Collector");
    world.post(&format!("{edited}/cart/remove"), &[("item", &item.to_string())]).await.is(303);
    assert!(world.read_session(&edited).await.cart.is_empty());
    assert_eq!(world.requisition(item).await.status, Status::SentForApproval);
}

#[tokio::test]
async fn a_cart_that_is_looked_at_cannot_be_changed() {
    let (world, item) = collector_sent().await;
    let looked_at = reopened(&world, item, Operation::Inspect).await;
    let page = world.get(&format!("{looked_at}/cart")).await;
    page.says("It can be looked at, but not changed").says("Lumen Collector");
    assert_eq!(page.attributes("main form", "action"), [format!("{looked_at}/leave")]);
    assert_eq!(page.text_of(".send button"), "Back to Coupa");
    let refused = world.post(&format!("{looked_at}/cart/remove"), &[("item", &item.to_string())]).await;
    refused.is(409).says("was opened to be looked at");
    assert_eq!(world.read_session(&looked_at).await.cart, [item]);
}

#[tokio::test]
async fn a_cart_that_is_looked_at_says_what_became_of_it_and_not_what_cannot_be_done_about_it() {
    let (world, item) = collector_sent().await;
    let cart = format!("{}/cart", reopened(&world, item, Operation::Inspect).await);
    let page = world.get(&cart).await;
    page.says("This is what was sent to Coupa, and what became of it.").does_not_say("will receive");
    assert_eq!(page.text_of(".line .tag"), "Waiting for approval");
    world.buy(item, "PO-9").await;
    let page = world.get(&cart).await;
    page.says("Purchase order PO-9").does_not_say("Take it out of the cart");
    assert_eq!((page.text_of(".line .tag.good"), page.count(".notice.bad")), ("Subscribed".into(), 0));
}

#[tokio::test]
async fn an_item_whose_offer_changed_is_marked_and_the_cart_waits() {
    let (world, home, _) = with_collector(Mode::Live).await;
    let mut listing = world.listing("prod-lumen-agent").await;
    listing.offers[0].revision += 1;
    world.stock(&[listing]).await;
    world.clock.advance(jiff::SignedDuration::from_secs(3));
    let page = world.get(&format!("{home}/cart")).await;
    page.says("The offer has been revised since approval").says("Remove the marked items");
    assert_eq!(page.attributes(".send form", "action"), [format!("{home}/leave")]);
}

#[tokio::test]
async fn an_item_that_was_ordered_cannot_be_sent_once_more() {
    let (world, home, item) = with_collector(Mode::Live).await;
    world.send_for_approval(item).await;
    world.buy(item, "PO-9").await;
    let page = world.get(&format!("{home}/cart")).await;
    page.says("it is subscribed. Take it out of the cart.");
}

#[tokio::test]
async fn in_test_mode_every_line_says_test() {
    let (world, home, _) = with_collector(Mode::Test).await;
    let page = world.get(&format!("{home}/cart")).await;
    page.says("TEST, nothing will be bought: Lumen Collector");
    assert_eq!(page.text_of(".line .tag.test"), "TEST");
}

#[tokio::test]
async fn a_former_cart_that_was_emptied_can_be_sent_so_that_its_lines_are_deleted() {
    let (world, item) = collector_sent().await;
    let edited = reopened(&world, item, Operation::Edit).await;
    world.post(&format!("{edited}/cart/remove"), &[("item", &item.to_string())]).await.is(303);
    let page = world.get(&format!("{edited}/cart")).await;
    page.says("its former items are deleted in Coupa as well");
    assert_eq!(
        page.attributes("main form", "action"),
        [format!("{edited}/return"), format!("{edited}/leave")]
    );
}

#[tokio::test]
async fn each_thing_that_can_become_of_an_offer_has_its_own_words_before_the_browser_leaves() {
    type Change = fn(&mut procurement::catalogue::Listing, jiff::Timestamp);
    let changes: [(Change, &str); 6] = [
        (|listing, now| listing.offers[0].expires = Some(now), "The expiry date of the offer has changed"),
        (
            |listing, _| listing.offers[0].pricing = Pricing::Byol,
            "The price or the terms of the offer have changed",
        ),
        (
            |listing, _| listing.offers[0].replaced_by = Some(other()),
            "The seller has replaced the offer by offer-b",
        ),
        (|listing, _| listing.offers[0].revision += 1, "The offer has been revised"),
        (|listing, _| listing.offers.clear(), "The seller has withdrawn the offer"),
        (|listing, _| listing.product.withdrawn = true, "The seller has withdrawn this product"),
    ];
    for (change, words) in changes {
        let (world, home, _) = with_collector(Mode::Live).await;
        let mut listing = world.listing("prod-lumen-agent").await;
        change(&mut listing, world.now());
        world.stock(&[listing]).await;
        world.get(&format!("{home}/cart")).await.says(words).says("Remove the marked items");
    }
}

fn other() -> procurement::id::OfferId {
    "offer-b".parse().expect("an id")
}

#[tokio::test]
async fn an_item_whose_offer_ran_out_and_one_that_is_approved_no_longer_are_marked() {
    let world = World::new(Mode::Live).await;
    let mut listing = world.listing("prod-lumen-agent").await;
    listing.offers[0].expires = Some(world.now() + jiff::SignedDuration::from_mins(10));
    world.stock(&[listing]).await;
    let home = world.shop().await;
    world.request(&home, COLLECTOR, &[]).await;
    world.advance_minutes(11);
    world.get(&format!("{home}/cart")).await.says("The offer expired on 2026-11-21");
    let list =
        ApprovedProducts::new(world.connection.organisation.management_account, BTreeSet::new(), world.now());
    world.core.store.put_approved_products(&list.expect("a list")).await.expect("written");
    world.get(&format!("{home}/cart")).await.says("has not approved this product, or approves it no longer");
}

#[tokio::test]
async fn by_line_the_requester_chooses_one_line_for_all_or_one_for_each_item() {
    let mut world = World::new(Mode::Live).await;
    let offer = "offer-lumen-logs-standard";
    let plain = world.shop().await;
    assert_eq!(world.get(&format!("{plain}/offers/{offer}")).await.count("[name=lines]"), 0);
    world.change_connection(|connection| connection.settings.line_rule = LineRule::ByLine).await;
    let home = world.shop().await;
    let form = world.get(&format!("{home}/offers/{offer}")).await;
    assert_eq!(form.attributes("[name=lines]", "value"), ["single", "split"]);
    let ticket = form.attributes("[name=ticket]", "value").remove(0);
    let both = [
        ("months", "12"),
        ("quantity.seats", "2"),
        ("quantity.ingest_gb_day", "1"),
        ("account", MEMBER),
        ("lines", "split"),
        ("ticket", &ticket),
    ];
    for _ in 0..2 {
        world.post(&format!("{home}/offers/{offer}/request"), &both).await.is(303);
    }
    let page = world.get(&format!("{home}/cart")).await;
    assert_eq!(page.count(".line"), 2, "a double click is one click");
    page.says("1 × gigabyte a day").says("2 × seat").says("1,320.00 USD").says("696.00 USD");
    world.request(&home, offer, &both[..3]).await;
    let page = world.get(&format!("{home}/cart")).await;
    assert_eq!(page.count(".line"), 3);
    page.says("1 × gigabyte a day, 2 × seat");
}
