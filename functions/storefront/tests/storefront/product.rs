//! A product with the offers that this organisation may take.

use procurement::catalogue::Audience;
use procurement::connection::Mode;

use crate::world::{MEMBER, World};

#[tokio::test]
async fn a_product_shows_its_offers_with_prices_and_request_approval() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let page = world.get(&format!("{home}/products/prod-lumen-logs")).await;
    page.is(200).says("Standard contract").says("1,320.00 USD").says("24 months").says("two hours");
    page.says("Private offer: 20 % below list").says("1,056.00 USD");
    let links = page.attributes(".offer .button", "href");
    assert_eq!(links, ["standard", "2f7c"].map(|offer| format!("{home}/offers/offer-lumen-logs-{offer}")));
    assert!(page.text_of(".offer .button").starts_with("Request approval"));
}

#[tokio::test]
async fn private_offers_made_to_others_are_hidden() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let page = world.get(&format!("{home}/products/prod-lumen-logs")).await;
    page.does_not_say("60 gigabytes a day over three years");
    assert!(!page.body.contains("offer-lumen-logs-8b10"));
}

#[tokio::test]
async fn a_private_offer_for_the_requesters_own_account_is_shown() {
    let world = World::new(Mode::Live).await;
    let mut listing = world.listing("prod-lumen-logs").await;
    listing.offers[2].audience = Audience::Private(vec![MEMBER.parse().expect("an account")]);
    world.stock(&[listing]).await;
    let home = world.shop().await;
    let product = format!("{home}/products/prod-lumen-logs");
    world.get(&product).await.does_not_say("60 gigabytes a day");
    world.request(&home, "offer-lumen-agent-free", &[]).await;
    world.get(&product).await.says("60 gigabytes a day");
}

#[tokio::test]
async fn an_offer_that_cannot_be_sent_for_approval_says_why_and_has_no_button() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    for (product, reason) in [
        ("prod-ambervane-review", "Professional services cannot be bought"),
        ("prod-kitefell-balancer", "A machine image under a contract cannot be bought"),
        ("prod-kitefell-mesh", "A container product under a contract cannot be bought"),
        ("prod-vireo-captions", "Machine-learning algorithm products cannot be bought"),
        ("prod-vireo-player", "The seller has withdrawn this product"),
    ] {
        let page = world.get(&format!("{home}/products/{product}")).await;
        page.is(200).says(reason);
        assert_eq!(page.count(".offer .button"), 0, "{product}");
    }
    let page = world.get(&format!("{home}/products/prod-vireo-live")).await;
    page.says("The seller has replaced this offer");
    let page = world.get(&format!("{home}/products/prod-thornwatch")).await;
    page.says("This offer has expired");
}

#[tokio::test]
async fn instalments_and_rates_are_shown_to_the_cent() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let schedule = world.get(&format!("{home}/products/prod-thornwatch")).await;
    schedule.says("on acceptance").says("17,112.62 USD").says("17,112.63 USD").says("68,450.50 USD");
    world.get(&format!("{home}/products/prod-lumen-metrics")).await.says("0.0068 USD");
    world.get(&format!("{home}/products/prod-kazemichi-lake")).await.says("JPY");
}

#[tokio::test]
async fn an_unknown_product_is_not_found_and_leads_back_to_search() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    for product in ["prod-nothing", "nonsense", "%00", "prod-%3Cscript%3E"] {
        let page = world.get(&format!("{home}/products/{product}")).await;
        page.is(404).says("This product is not in the marketplace");
        assert_eq!(page.attributes("main a", "href"), std::slice::from_ref(&home));
    }
}
