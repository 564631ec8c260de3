//! The StartPage opens a session, once and soon (R21).

use procurement::connection::Mode;
use procurement::session::{Operation, SelectedProduct, SessionState, key_of};

use crate::world::{MEMBER, PunchOut, World};

#[tokio::test]
async fn a_start_page_opens_the_store_once() {
    let world = World::new(Mode::Live).await;
    let start = world.punch_out(PunchOut::default()).await;
    let opened = world.get(&start).await;
    opened.is(303);
    world.get(opened.location()).await.is(200).says("What do you need?");

    world.get(&start).await.is(410).says("This link was used already").says("Go back to Coupa");
    world.get(opened.location()).await.is(200);
}

#[tokio::test]
async fn of_two_browsers_that_open_a_start_page_at_once_one_gets_in() {
    let world = World::new(Mode::Live).await;
    let start = world.punch_out(PunchOut::default()).await;
    let (left, right) = tokio::join!(world.get(&start), world.get(&start));
    let mut statuses = [left.status.as_u16(), right.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410]);
}

#[tokio::test]
async fn a_start_page_expires_after_five_minutes() {
    let world = World::new(Mode::Live).await;
    let start = world.punch_out(PunchOut::default()).await;
    world.advance_minutes(5);
    world.get(&start).await.is(410).says("older than five minutes").says("open the marketplace there again");
}

#[tokio::test]
async fn a_look_at_the_headers_does_not_use_a_start_page_up() {
    let world = World::new(Mode::Live).await;
    let start = world.punch_out(PunchOut::default()).await;
    let head = axum::http::Request::head(&start).body(axum::body::Body::empty()).expect("a request");
    world.send(head).await.is(405);
    world.get(&start).await.is(303);
}

#[tokio::test]
async fn an_unknown_start_page_says_what_to_do() {
    let world = World::new(Mode::Live).await;
    for token in ["x", "..", &"y".repeat(5_000)] {
        world.get(&format!("/start/{token}")).await.is(404).says("This link opens nothing");
    }
}

#[tokio::test]
async fn a_session_key_does_not_open_before_its_start_page() {
    let world = World::new(Mode::Live).await;
    let start = world.punch_out(PunchOut::default()).await;
    let token = start.trim_start_matches("/start/");
    let key = procurement::session::key_of(token, &world.core.keys.secret_key());
    world.get(&format!("/s/{key}")).await.is(404);
    world.get(&format!("/s/{token}")).await.is(404);
}

#[tokio::test]
async fn a_selected_product_is_opened() {
    let world = World::new(Mode::Live).await;
    let selected = Some(SelectedProduct::Product("prod-lumen-logs".parse().expect("an id")));
    let start = world.punch_out(PunchOut { selected, ..PunchOut::default() }).await;
    let place = world.get(&start).await.location().to_owned();
    assert!(place.ends_with("/products/prod-lumen-logs"), "{place}");
    world.get(&place).await.is(200).says("Lumen Logs");
}

#[tokio::test]
async fn an_unknown_selected_product_opens_search_with_a_notice() {
    let world = World::new(Mode::Live).await;
    let unknown = [
        SelectedProduct::Product("prod-nothing".parse().expect("an id")),
        SelectedProduct::Product("prod-vireo-player".parse().expect("withdrawn")),
        SelectedProduct::Unknown("logs & <more>".to_owned()),
    ];
    for selected in unknown {
        let start = world.punch_out(PunchOut { selected: Some(selected), ..PunchOut::default() }).await;
        let place = world.get(&start).await.location().to_owned();
        world.get(&place).await.is(200).says("that Coupa asked for is not in this marketplace");
    }
}

#[tokio::test]
async fn an_edit_or_an_inspect_opens_the_cart() {
    let world = World::new(Mode::Live).await;
    for operation in [Operation::Edit, Operation::Inspect] {
        let start = world.punch_out(PunchOut { operation, ..PunchOut::default() }).await;
        let place = world.get(&start).await.location().to_owned();
        assert!(place.ends_with("/cart"), "{place}");
        world.get(&place).await.is(200);
    }
}

#[tokio::test]
async fn the_account_chosen_last_is_taken_over_while_it_is_active() {
    let world = World::new(Mode::Live).await;
    let remember = async |account: &str| {
        let account = account.parse().expect("an account");
        world.core.store.remember_account(world.connection.id, "jim", account).await.expect("remembered");
    };
    remember(MEMBER).await;
    let home = world.shop().await;
    let known = world.read_session(&home).await;
    assert_eq!(known.requester.account.map(|account| account.to_string()).as_deref(), Some(MEMBER));
    assert_eq!(known.state, SessionState::Shopping);

    remember(crate::world::SUSPENDED).await;
    let home = world.shop().await;
    assert_eq!(world.read_session(&home).await.requester.account, None);
}

#[tokio::test]
async fn a_sign_on_page_comes_first_and_leads_back_once() {
    let world = World::new(Mode::Live).await;
    let start = world.punch_out(PunchOut::default()).await;
    let key = key_of(start.trim_start_matches("/start/"), &world.core.keys.secret_key());
    let page = "https://acme.coupahost.com/sso?app=1".parse().expect("a URL");
    world.change_session(&format!("/s/{key}"), |session| session.sign_on = Some(page)).await;
    let first = world.get(&start).await;
    first.is(303);
    let (page, back) = first.location().split_once("&RelayState=").expect("the way back");
    assert_eq!(page, "https://acme.coupahost.com/sso?app=1");
    let back: String = form_urlencoded::parse(back.as_bytes()).map(|(way, _)| way.into_owned()).collect();
    assert_eq!(back, format!("https://market.example{start}?signed_on=1"));
    let way = back.trim_start_matches("https://market.example");
    assert_eq!(world.get(way).await.location(), format!("/s/{key}"));
    world.get(way).await.is(410).says("This link was used already");
}
