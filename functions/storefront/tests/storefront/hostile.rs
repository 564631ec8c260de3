//! Texts and requests that mean no good.

use axum::body::Body;
use axum::http::Request;
use procurement::connection::Mode;

use crate::world::{MEMBER, World};

const ATTACK: &str = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'";

#[tokio::test]
async fn what_is_searched_for_is_shown_and_not_run() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", ATTACK)
        .append_pair("seller", ATTACK)
        .append_pair("pricing", ATTACK)
        .append_pair("missing", ATTACK)
        .finish();
    let page = world.get(&format!("{home}?{query}")).await;
    page.is(200).says(ATTACK);
    assert_eq!((page.count("script:not([src])"), page.count("img")), (0, 0));
    assert_eq!(page.attributes("#q", "value"), [ATTACK]);
}

#[tokio::test]
async fn texts_of_sellers_and_requesters_are_shown_and_not_run() {
    let world = World::new(Mode::Live).await;
    let mut listing = world.listing("prod-lumen-agent").await;
    let product = &mut listing.product;
    for text in [&mut product.name, &mut product.summary, &mut product.description, &mut product.category] {
        *text = format!("{text} {ATTACK}");
    }
    product.seller.name = ATTACK.to_owned();
    product.support = Some(ATTACK.to_owned());
    listing.offers[0].name = ATTACK.to_owned();
    world.stock(&[listing]).await;
    let home = world.shop().await;
    world.change_session(&home, |session| session.requester.name = ATTACK.to_owned()).await;
    let item = world.request(&home, "offer-lumen-agent-free", &[]).await;
    world.send_for_approval(item).await;
    world.buy(item, ATTACK).await;
    for page in [
        "?q=lumen+collector",
        "/products/prod-lumen-agent",
        "/offers/offer-lumen-agent-free",
        "/cart",
        "/requests",
        &format!("/requests/{item}"),
        "/subscriptions",
        &format!("/subscriptions/{item}"),
    ] {
        let shown = world.get(&format!("{home}{page}")).await;
        shown.is(200).says(ATTACK);
        assert_eq!((shown.count("script:not([src])"), shown.count("img")), (0, 0), "{page}");
    }
}

#[tokio::test]
async fn what_was_typed_is_given_back_and_not_run() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let fields = [
        ("account", ATTACK),
        ("ticket", ATTACK),
        ("months", ATTACK),
        ("quantity.seats", ATTACK),
        ("quantity.\"><script>", "1"),
    ];
    let page = world.post(&format!("{home}/offers/offer-lumen-logs-standard/request"), &fields).await;
    page.is(422);
    assert_eq!((page.count("script:not([src])"), page.count("img")), (0, 0));
    assert_eq!(page.attributes("#quantity-seats", "value"), [ATTACK]);
}

#[tokio::test]
async fn a_form_that_is_too_large_is_refused_with_a_page() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let large = "x".repeat(100_000);
    let path = format!("{home}/offers/offer-lumen-agent-free/request");
    let refused = world.post(&path, &[("account", MEMBER), ("months", &large)]).await;
    refused.is(413).says("The form is too large");
    let many: Vec<(&str, &str)> = (0..1_000).map(|_| ("a", "b")).collect();
    world.post(&path, &many).await.is(422);
}

#[tokio::test]
async fn a_page_that_is_used_the_wrong_way_says_so() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let wrong = Request::delete(&home).body(Body::empty()).expect("a request");
    world.send(wrong).await.is(405).says("This page cannot be used like that");
    world.get(&format!("{home}/offers/offer-lumen-agent-free/subscribe")).await.is(405);
    world.get(&format!("{home}/products/%ff%fe")).await.is(400).says("This request cannot be understood");
}

#[tokio::test]
async fn a_made_up_ticket_cannot_take_anothers_item() {
    let world = World::new(Mode::Live).await;
    let theirs = world.shop().await;
    let item = world.request(&theirs, "offer-lumen-relay-free", &[]).await;
    let mine = world.shop().await;
    let ticket = item.to_string();
    let path = format!("{mine}/offers/offer-lumen-agent-free/request");
    world.post(&path, &[("account", MEMBER), ("ticket", &ticket)]).await;
    assert_eq!(world.requisition(item).await.product.id.as_str(), "prod-lumen-relay");
    assert!(!world.read_session(&mine).await.cart.contains(&item));
}
