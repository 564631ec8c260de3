//! A session lasts while somebody uses it (R25), and says so when it is over.

use procurement::connection::Mode;
use procurement::session::SessionState;

use crate::world::{PunchOut, World};

#[tokio::test]
async fn a_session_ends_after_sixty_idle_minutes() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world.advance_minutes(59);
    world.get(&home).await.is(200);
    world.advance_minutes(59);
    world.get(&format!("{home}/requests")).await.is(200);
    world.advance_minutes(60);
    for page in ["", "/cart", "/requests", "/subscriptions", "/products/prod-lumen-logs"] {
        world.get(&format!("{home}{page}")).await.is(410).says("Your shopping session has ended");
    }
}

#[tokio::test]
async fn pages_write_the_session_at_most_once_a_minute() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    let before = world.read_session(&home).await.version;
    for _ in 0..5 {
        world.get(&home).await.is(200);
    }
    assert_eq!(world.read_session(&home).await.version, before);
    world.advance_minutes(1);
    world.get(&home).await.is(200);
    world.get(&home).await.is(200);
    assert_eq!(world.read_session(&home).await.version, before + 1);
}

#[tokio::test]
async fn a_page_says_when_the_session_ends_and_what_extends_it() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world
        .get(&home)
        .await
        .says("This session ends at 13:00 UTC unless a page is opened before.")
        .says("Extend the session");
}

#[tokio::test]
async fn two_sessions_of_one_person_live_side_by_side() {
    let world = World::new(Mode::Live).await;
    let (left, right) = (world.shop().await, world.shop().await);
    world.request(&left, "offer-lumen-agent-free", &[]).await;
    world.get(&format!("{left}/cart")).await.says("Lumen Collector");
    world.get(&format!("{right}/cart")).await.says("The cart is empty");
}

#[tokio::test]
async fn once_the_cart_was_sent_every_page_says_so_and_offers_to_send_it_again() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world
        .change_session(&home, |session| {
            session.state = SessionState::Returned { document: "<cXML/>".to_owned() };
        })
        .await;
    for page in ["", "/cart", "/offers/offer-lumen-agent-free"] {
        let answer = world.get(&format!("{home}{page}")).await;
        answer.is(410).says("Your cart was sent");
        assert_eq!(answer.attributes("main a", "href"), [format!("{home}/return")]);
    }
    let refused = world.post(&format!("{home}/offers/offer-lumen-agent-free/request"), &[]).await;
    refused.is(410).says("Your cart was sent");
    world.advance_minutes(600);
    world.get(&home).await.says("Your cart was sent");
}

#[tokio::test]
async fn an_unknown_session_is_not_found() {
    let world = World::new(Mode::Live).await;
    for key in ["x", &"x".repeat(3_000)] {
        world.get(&format!("/s/{key}/cart")).await.is(404).says("This shopping session is not known");
    }
    let start = world.punch_out(PunchOut::default()).await;
    world.get(&start).await.is(303);
}

#[tokio::test]
async fn a_session_is_extended_without_leaving_the_page() {
    let world = World::new(Mode::Live).await;
    let home = world.shop().await;
    world.advance_minutes(50);
    let page = world.get(&format!("{home}/cart")).await;
    assert_eq!(page.attributes("#extend", "action"), [format!("{home}/extend")]);
    assert_eq!(page.attributes("#session-end", "data-left"), ["3600"]);
    world.advance_minutes(59);
    world.post(&format!("{home}/extend"), &[]).await.is(200).says("The session goes on");
    world.advance_minutes(59);
    world.get(&format!("{home}/extend")).await.is(303);
    world.advance_minutes(60);
    world.post(&format!("{home}/extend"), &[]).await.is(410).says("Your shopping session has ended");
}
