//! Sign-in to the console.

use config::{Failure, OpenedConsole};
use jiff::SignedDuration;

use crate::world::{MANAGEMENT, World};

async fn link(world: &World) -> String {
    let url = world.ask(MANAGEMENT, "POST", "/config/console-links", None).await.field("/url");
    url.rsplit_once("/console/enter/").expect("a link").1.to_owned()
}

async fn open(world: &World, link: &str) -> Result<OpenedConsole, Failure> {
    world.configuration.open_console(link).await
}

async fn signed_in(world: &World, opened: &OpenedConsole) -> bool {
    world.configuration.console_caller(&opened.token).await.expect("a read").is_some()
}

#[tokio::test]
async fn a_link_opens_a_session_once() {
    let world = World::start().await;
    let link = link(&world).await;
    let first = open(&world, &link).await.expect("a session");
    assert!(signed_in(&world, &first).await);
    assert_eq!(open(&world, &link).await.err().map(|failure| failure.status().as_u16()), Some(404));
}

#[tokio::test]
async fn a_link_is_good_for_one_minute_and_a_session_for_one_hour() {
    let world = World::start().await;
    let late = link(&world).await;
    world.later(SignedDuration::from_mins(1));
    assert!(open(&world, &late).await.is_err());
    let opened = open(&world, &link(&world).await).await.expect("a session");
    world.later(SignedDuration::from_mins(59));
    assert!(signed_in(&world, &opened).await);
    world.later(SignedDuration::from_mins(1));
    assert!(!signed_in(&world, &opened).await);
}

#[tokio::test]
async fn sessions_can_be_listed_and_ended() {
    let world = World::start().await;
    let opened = open(&world, &link(&world).await).await.expect("a session");
    let listed = world.ask(MANAGEMENT, "GET", "/config/console-sessions", None).await;
    assert_eq!(listed.json()["sessions"].as_array().map(Vec::len), Some(1));
    let ended = world.ask(MANAGEMENT, "DELETE", "/config/console-sessions", None).await;
    assert_eq!(ended.field("/ended"), "1");
    assert!(!signed_in(&world, &opened).await);
}
