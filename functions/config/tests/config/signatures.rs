//! Signed requests on one machine.

use axum::body::Body;
use jiff::SignedDuration;

use crate::world::{MANAGEMENT, World};

const PATH: &str = "/config/connections";

#[tokio::test]
async fn a_request_signed_five_minutes_ago_is_taken_and_an_older_one_is_not() {
    let world = World::start().await;
    for (seconds, status) in [(0, 200), (300, 200), (-300, 200), (301, 401), (-301, 401)] {
        let at = world.clock.now() - SignedDuration::from_secs(seconds);
        let answer = world.send(world.signed_at(MANAGEMENT, "GET", PATH, "", at)).await;
        assert_eq!(answer.status, status, "{seconds}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_changed_request_is_not_taken() {
    let world = World::start().await;
    let signed = || world.signed(MANAGEMENT, "GET", PATH, "");
    let mut body = signed();
    *body.body_mut() = Body::from("{}");
    let mut path = signed();
    *path.uri_mut() = "/config/audit".parse().expect("a path");
    let mut query = signed();
    *query.uri_mut() = "/config/connections?after=x".parse().expect("a path");
    let mut method = signed();
    *method.method_mut() = axum::http::Method::DELETE;
    let mut host = signed();
    host.headers_mut().insert("host", "elsewhere.example".parse().expect("a value"));
    let mut header = signed();
    header.headers_mut().insert("x-amz-meta", "x".parse().expect("a value"));
    for (what, request) in [
        ("body", body),
        ("path", path),
        ("query", query),
        ("method", method),
        ("host", host),
        ("header", header),
    ] {
        let answer = world.send(request).await;
        assert_eq!(answer.status, 401, "{what}");
        assert_eq!(answer.field("/code"), "not_signed", "{what}");
    }
}

#[tokio::test]
async fn what_is_no_signature_is_answered_in_words() {
    let world = World::start().await;
    for text in ["", "Basic YTpi", "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=b"] {
        let mut request = world.signed(MANAGEMENT, "GET", PATH, "");
        request.headers_mut().insert("authorization", text.parse().expect("a value"));
        let answer = world.send(request).await;
        assert_eq!(answer.status, 401, "{text}");
        assert!(answer.headers.contains_key("www-authenticate"));
    }
}
