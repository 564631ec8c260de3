//! The offer's page for approvers, who hold the cart or the order and no session (R33).

use std::collections::BTreeSet;

use procurement::approved_products::ApprovedProducts;
use procurement::connection::Mode;
use procurement::id::RequisitionId;
use procurement::reference::{Reference, ReferenceKey};

use crate::world::World;

async fn link(world: &World, item: RequisitionId) -> String {
    let offer = world.requisition(item).await.offer.id;
    format!("/offers/{}", Reference { requisition: item, offer }.sign(&world.core.keys.reference_key()))
}

#[tokio::test]
async fn an_approver_sees_the_offer_as_it_was_requested() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    let page = world.get(&link(&world, item).await).await;
    page.is(200).says("Thornwatch").says("This offer holds").says("17,112.62 USD").says("68,450.50 USD");
    page.says("21 December 2026").says("jim Person");
    assert_eq!(page.count("nav"), 0);
    assert_eq!(page.header("cache-control"), "no-store");
}

#[tokio::test]
async fn an_approver_is_told_when_the_offer_no_longer_holds() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    let path = link(&world, item).await;
    let mut listing = world.listing("prod-thornwatch").await;
    let before = listing.clone();
    listing.offers[1].revision += 1;
    world.stock(&[listing]).await;
    world.get(&path).await.is(200).says("This offer no longer holds").says("has been revised");

    let mut withdrawn = before.clone();
    withdrawn.product.withdrawn = true;
    world.stock(&[withdrawn]).await;
    world.get(&path).await.is(200).says("The seller has withdrawn this product");

    world.stock(&[before]).await;
    world.get(&path).await.says("This offer holds");
    world.advance_minutes(31 * 24 * 60);
    world.get(&path).await.is(200).says("This request has expired, because no purchase order came in time");
}

#[tokio::test]
async fn an_approver_is_told_when_the_organisation_approves_the_product_no_longer() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    let organisation = world.connection.organisation.management_account;
    let list = ApprovedProducts::new(organisation, BTreeSet::new(), world.now()).expect("a list");
    world.core.store.put_approved_products(&list).await.expect("written");
    let page = world.get(&link(&world, item).await).await;
    page.is(200).says("This offer no longer holds").says("approves it no longer");
}

#[tokio::test]
async fn an_approver_sees_that_it_was_ordered() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    world.send_for_approval(item).await;
    world.buy(item, "PO-7").await;
    world.get(&link(&world, item).await).await.says("Purchase order PO-7 has started this subscription");
}

#[tokio::test]
async fn a_reference_that_was_altered_or_made_up_opens_nothing() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    let genuine = link(&world, item).await;
    let offer = || "offer-thornwatch-3c9e".parse().expect("an id");
    let foreign = Reference { requisition: item, offer: offer() }.sign(&ReferenceKey::new([9; 32]));
    let of_nothing = Reference { requisition: RequisitionId::new(uuid::Uuid::from_u128(5)), offer: offer() };
    let of_nothing = of_nothing.sign(&world.core.keys.reference_key());
    let altered = genuine.replace("thornwatch", "lumen-logs");
    for path in
        [altered, format!("/offers/{foreign}"), format!("/offers/{of_nothing}"), "/offers/pg1.x".into()]
    {
        let page = world.get(&path).await;
        page.is(404).says("This link opens no offer").does_not_say("Thornwatch");
    }
}

#[tokio::test]
async fn a_test_request_says_test_to_the_approver_too() {
    let mut world = World::new(Mode::Test).await;
    let home = world.shop().await;
    let item = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    world.change_connection(|connection| connection.mode = Mode::Live).await;
    assert_eq!(world.get(&link(&world, item).await).await.count(".test-banner"), 1);
}
