//! Search, with filters, counts and pages (R24), showing each organisation its own.

use std::collections::BTreeSet;

use procurement::approved_products::ApprovedProducts;
use procurement::catalogue::Pricing;
use procurement::connection::Mode;

use crate::world::{MEMBER, World};

async fn names(world: &World, path: &str) -> Vec<String> {
    let page = world.get(path).await;
    page.is(200);
    let html = scraper::Html::parse_document(&page.body);
    let selector = scraper::Selector::parse(".card h3").expect("a selector");
    html.select(&selector).map(|name| name.text().collect::<String>().trim().to_owned()).collect()
}

#[tokio::test]
async fn a_word_finds_a_product_with_its_seller_and_price() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    assert_eq!(
        names(&world, &format!("{home}?q=lumen+logs")).await.first().map(String::as_str),
        Some("Lumen Logs")
    );
    let page = world.get(&format!("{home}?q=lumen+logs")).await;
    page.says("Lumenwick Software, Inc.").says("from 348.00 USD per seat, 12 months");
    assert_eq!(page.attributes("#q", "value"), ["lumen logs"]);
    assert!(page.attributes(".card h3 a", "href").contains(&format!("{home}/products/prod-lumen-logs")));
}

#[tokio::test]
async fn a_page_holds_24_and_leads_to_the_next_one_of_the_same_search() {
    let world = World::with_everything(Mode::Live).await;
    let home = world.shop().await;
    let first = names(&world, &home).await;
    assert_eq!(first.len(), 24);
    let page = world.get(&home).await;
    let next = page.attributes("a[rel=next]", "href");
    let second = names(&world, &next[0]).await;
    assert!(second.iter().all(|name| !first.contains(name)));
    let last = names(&world, &format!("{home}?page=999999")).await;
    assert!(!last.is_empty());
    world.get(&format!("{home}?page=-3&type=zzz&pricing=zzz")).await.is(200).says("Nothing found");
}

#[tokio::test]
async fn filters_narrow_and_say_how_many_they_leave() {
    let world = World::with_everything(Mode::Live).await;
    let home = world.shop().await;
    let all = world.get(&home).await;
    let option = all.text_of("#type option[value=ami]");
    let count: usize = option
        .rsplit_once('(')
        .and_then(|(_, count)| count.trim_end_matches(')').parse().ok())
        .expect("a count");
    let narrowed = format!("{home}?type=ami");
    assert_eq!(names(&world, &narrowed).await.len(), count);
    let page = world.get(&narrowed).await;
    page.says(&format!("{count} products"));
    assert_eq!(page.attributes("#type option[selected]", "value"), ["ami"]);
    let seller = names(&world, &format!("{home}?seller=seller-lumen&pricing=free")).await;
    assert_eq!(seller, ["Lumen Collector", "Lumen Relay"]);
}

#[tokio::test]
async fn a_category_narrows_and_a_page_of_it_leads_to_the_next_one_of_it() {
    let world = World::with_everything(Mode::Live).await;
    let home = world.shop().await;
    let page = world.get(&format!("{home}?category=Observability")).await;
    assert_eq!(page.attributes("#category option[selected]", "value"), ["Observability"]);
    page.says("Category").does_not_say("Nothing found");
    let all: usize = page.attributes("#category option", "value").len();
    assert!(all > 2, "the other categories can be chosen instead");
}

#[tokio::test]
async fn a_mistyped_word_finds_what_has_a_similar_one_and_the_page_says_so() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let path = format!("{home}?q=luemn+logs");
    assert_eq!(names(&world, &path).await.first().map(String::as_str), Some("Lumen Logs"));
    world.get(&path).await.says("Nothing has exactly these words");
}

#[tokio::test]
async fn what_cannot_be_sent_for_approval_says_why_and_comes_last() {
    let world = World::with_everything(Mode::Live).await;
    let home = world.shop().await;
    let page = world.get(&format!("{home}?type=professional_services")).await;
    page.says("No approval through Coupa.").says("Professional services cannot be bought");
    assert_eq!(page.count(".card .price"), 0);
    let first = world.get(&home).await;
    assert_eq!(first.count(".card .why-not"), 0);
}

#[tokio::test]
async fn an_offer_made_to_others_leaves_no_trace() {
    let world = World::new(Mode::Live).await;
    let mut listing = world.listing("prod-lumen-agent").await;
    let public = listing.offers[0].clone();
    listing.offers[0].audience =
        procurement::catalogue::Audience::Private(vec!["999988887777".parse().expect("an account")]);
    world.stock(std::slice::from_ref(&listing)).await;
    let home = world.shop().await;
    // What is found is similar.
    assert!(
        !names(&world, &format!("{home}?q=lumen+collector")).await.contains(&"Lumen Collector".to_owned())
    );

    // Nor does it make a listing fit a pricing.
    let mut hidden = public;
    hidden.id = "offer-lumen-agent-hidden".parse().expect("an id");
    hidden.pricing = Pricing::Byol;
    hidden.audience = listing.offers[0].audience.clone();
    listing.offers[0].audience = procurement::catalogue::Audience::Public;
    listing.offers.push(hidden);
    world.clock.advance(jiff::SignedDuration::from_secs(3));
    world.stock(&[listing]).await;
    assert_eq!(names(&world, &format!("{home}?q=lumen+collector")).await, ["Lumen Collector"]);
    assert_eq!(names(&world, &format!("{home}?q=lumen+collector&pricing=byol")).await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_changed_catalogue_is_found_within_seconds() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world.get(&home).await.is(200);
    let mut listing = world.listing("prod-lumen-logs").await;
    listing.product.name = "Zyxwv Logs".to_owned();
    world.stock(&[listing]).await;
    world.clock.advance(jiff::SignedDuration::from_secs(3));
    assert_eq!(names(&world, &format!("{home}?q=zyxwv")).await, ["Zyxwv Logs"]);
}

#[tokio::test]
async fn the_catalogue_is_read_once_for_many_searches() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world.get(&home).await.is(200);
    let before = world.core.store.table().counters();
    for _ in 0..10 {
        world.get(&home).await.is(200);
    }
    // The session, the connection and what its organisation approves: nothing else.
    assert_eq!(world.core.store.table().counters().reads - before.reads, 30);
}

#[tokio::test]
async fn what_the_organisation_does_not_approve_is_neither_found_nor_opened_nor_requested() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let approved = BTreeSet::from(["prod-lumen-metrics".parse().expect("an id")]);
    let organisation = world.connection.organisation.management_account;
    let list = ApprovedProducts::new(organisation, approved, world.now()).expect("a list");
    world.core.store.put_approved_products(&list).await.expect("written");
    assert_eq!(names(&world, &home).await, ["Lumen Metrics"]);
    for page in ["products/prod-lumen-agent", "offers/offer-lumen-agent-free"] {
        world.get(&format!("{home}/{page}")).await.is(403).says("has not approved this product");
    }
    let refused =
        world.post(&format!("{home}/offers/offer-lumen-agent-free/request"), &[("account", MEMBER)]).await;
    refused.is(403).says("has not approved this product");
    world.request(&home, "offer-lumen-metrics-payg", &[]).await;
}
