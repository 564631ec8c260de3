//! What every answer has: headers, and the TEST banner in test mode.

use std::collections::BTreeMap;

use platform::table::{Key, Record, Transaction};
use procurement::connection::Mode;
use procurement::reference::Reference;
use procurement::session::SessionState;

use crate::world::{Answer, PunchOut, World};

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors ";

/// A page of every kind, by name.
async fn every_page(world: &World) -> Vec<(&'static str, Answer)> {
    let home = world.shop().await;
    let item = world.request(&home, "offer-thornwatch-3c9e", &[]).await;
    world.send_for_approval(item).await;
    world.buy(item, "PO-1").await;
    let offer = "offer-thornwatch-3c9e".parse().expect("an id");
    let reference = Reference { requisition: item, offer }.sign(&world.core.keys.reference_key());
    let contract = "offer-lumen-logs-standard";
    let mut pages = vec![
        ("search", world.get(&home).await),
        ("nothing found", world.get(&format!("{home}?q=zzzz")).await),
        ("product", world.get(&format!("{home}/products/prod-lumen-logs")).await),
        ("no product", world.get(&format!("{home}/products/prod-nothing")).await),
        ("offer", world.get(&format!("{home}/offers/{contract}")).await),
        ("form error", world.post(&format!("{home}/offers/{contract}/request"), &[]).await),
        ("direct purchase", world.post(&format!("{home}/offers/{contract}/subscribe"), &[]).await),
        ("cart", world.get(&format!("{home}/cart")).await),
        ("requests", world.get(&format!("{home}/requests")).await),
        ("request", world.get(&format!("{home}/requests/{item}")).await),
        ("subscriptions", world.get(&format!("{home}/subscriptions")).await),
        ("subscription", world.get(&format!("{home}/subscriptions/{item}")).await),
        ("reference", world.get(&format!("/offers/{reference}")).await),
    ];
    let start = world.punch_out(PunchOut::default()).await;
    world.get(&start).await;
    pages.push(("used link", world.get(&start).await));
    let sent = world.shop().await;
    let returned = SessionState::Returned { document: "<cXML/>".to_owned() };
    world.change_session(&sent, |session| session.state = returned).await;
    pages.push(("sent", world.get(&sent).await));
    world.advance_minutes(60);
    pages.push(("session over", world.get(&home).await));
    pages
}

#[tokio::test]
async fn in_test_mode_every_page_says_test() {
    let world = World::new(Mode::Test).await;
    for (name, page) in every_page(&world).await {
        assert!(
            page.text_of(".test-banner").contains("TEST Nothing will be bought"),
            "{name}: {}",
            page.body
        );
        assert!(page.text_of("title").contains("TEST: "), "{name}");
    }
}

#[tokio::test]
async fn in_live_mode_no_page_says_test() {
    let world = World::new(Mode::Live).await;
    for (name, page) in every_page(&world).await {
        assert_eq!(page.count(".test-banner"), 0, "{name}");
        assert!(!page.text().contains("TEST"), "{name}");
    }
}

#[tokio::test]
async fn every_page_of_a_connection_has_its_headers() {
    let world = World::new(Mode::Live).await;
    for (name, page) in every_page(&world).await {
        let policy = format!("{POLICY}https://acme.coupahost.com");
        assert_eq!(page.header("content-security-policy"), policy, "{name}");
        assert_eq!(page.header("referrer-policy"), "no-referrer", "{name}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{name}");
        assert_eq!(page.header("cache-control"), "no-store", "{name}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{name}");
        assert_eq!(page.header("x-frame-options"), "", "{name}");
        assert_eq!(page.header("set-cookie"), "", "{name}");
    }
}

#[tokio::test]
async fn no_page_needs_what_its_policy_forbids() {
    let world = World::new(Mode::Test).await;
    for (name, page) in every_page(&world).await {
        for inline in ["script:not([src])", "style", "[style]", "[onclick]", "[onload]", "iframe"] {
            assert_eq!(page.count(inline), 0, "{name}: {inline}");
        }
        assert_eq!(page.count("h1"), 1, "{name}");
        assert_eq!(page.attributes("html", "lang"), ["en"], "{name}");
        for form in page.attributes("form", "action") {
            assert!(form.starts_with("/s/"), "{name}: {form}");
        }
    }
}

#[tokio::test]
async fn a_page_of_no_connection_is_not_framed() {
    let world = World::new(Mode::Live).await;
    for path in ["/", "/nothing/here", "/start/unknown", "/s/unknown/cart", "/offers/made-up"] {
        let page = world.get(path).await;
        page.is(404);
        assert_eq!(page.header("content-security-policy"), format!("{POLICY}'none'"), "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert_eq!(page.count("h1"), 1, "{path}");
    }
}

#[tokio::test]
async fn a_redirect_tells_nobody_where_it_came_from() {
    let world = World::new(Mode::Live).await;
    let start = world.punch_out(PunchOut::default()).await;
    let opened = world.get(&start).await;
    opened.is(303);
    assert_eq!(opened.header("referrer-policy"), "no-referrer");
    assert_eq!(opened.header("cache-control"), "no-store");
}

#[tokio::test]
async fn the_style_sheet_is_kept_and_its_address_changes_with_it() {
    let world = World::new(Mode::Live).await;
    let page = world.get("/nothing").await;
    let addresses = page.attributes("link[rel=stylesheet]", "href");
    assert!(addresses[0].starts_with("/static/store.css?v="), "{addresses:?}");
    let style = world.get(&addresses[0]).await;
    style.is(200);
    assert_eq!(style.header("content-type"), "text/css; charset=utf-8");
    assert!(style.header("cache-control").contains("immutable"));
    let logo = world.get("/static/logo.svg").await;
    logo.is(200);
    assert_eq!(logo.header("content-type"), "image/svg+xml");
    assert!(logo.body.contains("width=\"150\" height=\"50\""));
    let png = world.get("/static/logo.png").await;
    assert_eq!((png.status.as_u16(), png.header("content-type")), (200, "image/png"));
    world.get("/static/other.css").await.is(404);
}

#[tokio::test]
async fn under_a_path_of_its_host_every_link_begins_with_it() {
    let mut world = World::new(Mode::Live).await;
    let marketplace = procurement::marketplace::Marketplace {
        base_url: "https://host.example/prod/".parse().expect("a URL"),
        ..(*world.core.marketplace).clone()
    };
    world.core.marketplace = std::sync::Arc::new(marketplace);
    let store = storefront::Storefront::new(world.core.clone(), world.accounts.clone());
    world.router = storefront::routes(store);
    let start = world.punch_out(PunchOut::default()).await;
    let place = world.get(&start).await.location().to_owned();
    let home = place.strip_prefix("/prod").expect("the path of the host").to_owned();
    let page = world.get(&home).await;
    let links = page.attributes("a[href], link[href]", "href");
    assert!(links.len() > 20);
    for link in links.iter().filter(|link| *link != "#main") {
        assert!(link.starts_with("/prod/"), "{link}");
    }
}

#[tokio::test]
async fn when_the_store_fails_a_calm_page_says_to_try_again() {
    let world = World::new(Mode::Test).await;
    let home = world.shop().await;
    let damaged =
        Record::new(Key::new("PRODUCT#prod-lumen-logs", "PRODUCT"), BTreeMap::from([("data", "?")]));
    let table = world.core.store.table();
    table.commit(&Transaction::new().put(&damaged)).await.expect("written");
    let page = world.get(&format!("{home}/products/prod-lumen-logs")).await;
    page.is(503).says("The marketplace is busy just now").does_not_say("PRODUCT#");
    assert_eq!(page.header("retry-after"), "10");
    assert_eq!(page.count(".test-banner"), 1);
    assert_eq!(page.header("content-security-policy"), format!("{POLICY}https://acme.coupahost.com"));
}
