//! Sign-in to the console.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Request};
use jiff::SignedDuration;

use crate::world::{Answer, MANAGEMENT, World};

async fn link(world: &World) -> String {
    let url = world.ask(MANAGEMENT, "POST", "/config/console-links", None).await.field("/url");
    let (_, path) = url.split_once("/console/").expect("a link");
    format!("/console/{path}")
}

async fn open(world: &World, path: &str) -> Answer {
    world.send(Request::get(path).body(Body::empty()).expect("a request")).await
}

fn cookie(answer: &Answer) -> String {
    answer.headers["set-cookie"].to_str().expect("text").to_owned()
}

fn with_cookie(answer: &Answer) -> HeaderMap {
    let pair = cookie(answer).split(';').next().expect("a pair").to_owned();
    HeaderMap::from_iter([("cookie".parse().expect("a name"), HeaderValue::try_from(pair).expect("a value"))])
}

async fn signed_in(world: &World, headers: &HeaderMap) -> bool {
    config::console::caller_of(&world.configuration, headers).await.expect("a read").is_some()
}

#[tokio::test]
async fn a_link_opens_a_session_once() {
    let world = World::start().await;
    let link = link(&world).await;
    let first = open(&world, &link).await;
    assert_eq!(first.status, 200, "{}", first.text);
    assert!(signed_in(&world, &with_cookie(&first)).await);
    assert_eq!(open(&world, &link).await.status, 404);
}

#[tokio::test]
async fn a_link_is_good_for_one_minute_and_a_session_for_one_hour() {
    let world = World::start().await;
    let late = link(&world).await;
    world.later(SignedDuration::from_mins(1));
    assert_eq!(open(&world, &late).await.status, 404);
    let opened = open(&world, &link(&world).await).await;
    world.later(SignedDuration::from_mins(59));
    assert!(signed_in(&world, &with_cookie(&opened)).await);
    world.later(SignedDuration::from_mins(1));
    assert!(!signed_in(&world, &with_cookie(&opened)).await);
}

#[tokio::test]
async fn sessions_can_be_listed_and_ended() {
    let world = World::start().await;
    let opened = open(&world, &link(&world).await).await;
    let listed = world.ask(MANAGEMENT, "GET", "/config/console-sessions", None).await;
    assert_eq!(listed.json()["sessions"].as_array().map(Vec::len), Some(1));
    let ended = world.ask(MANAGEMENT, "DELETE", "/config/console-sessions", None).await;
    assert_eq!(ended.field("/ended"), "1");
    assert!(!signed_in(&world, &with_cookie(&opened)).await);
}

#[tokio::test]
async fn the_cookie_is_bound_to_its_host_where_there_is_https() {
    let plain = cookie(&{
        let world = World::start().await;
        let path = link(&world).await;
        open(&world, &path).await
    });
    assert!(plain.starts_with("punchgate-console=") && !plain.contains("Secure"), "{plain}");
    let secure = cookie(&{
        let world = World::at("https://market.example/").await;
        let path = link(&world).await;
        open(&world, &path).await
    });
    for part in
        ["__Host-punchgate-console=", "Path=/", "HttpOnly", "SameSite=Strict", "Secure", "Max-Age=3600"]
    {
        assert!(secure.contains(part), "{part}: {secure}");
    }
}

#[tokio::test]
async fn leaving_needs_a_page_of_this_console_and_ends_the_session() {
    let world = World::start().await;
    let opened = open(&world, &link(&world).await).await;
    let leave = |origin: &str| {
        let mut request = Request::post("/console/leave").header("origin", origin);
        request.headers_mut().expect("headers").extend(with_cookie(&opened));
        request.body(Body::empty()).expect("a request")
    };
    assert_eq!(world.send(leave("https://evil.example")).await.status, 403);
    assert!(signed_in(&world, &with_cookie(&opened)).await);
    assert_eq!(world.send(leave("http://127.0.0.1:8080")).await.status, 303);
    assert!(!signed_in(&world, &with_cookie(&opened)).await);
}
