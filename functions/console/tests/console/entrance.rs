//! Signing in and out.

use jiff::SignedDuration;

use crate::world::{Browser, MANAGEMENT, World};

#[tokio::test]
async fn a_link_signs_in_once_and_for_an_hour() {
    let world = World::start().await;
    let caller = world.caller(MANAGEMENT).await;
    let (link, _) = world.configuration.console_link(&caller).await.expect("a link");
    let entered = world.get(&Browser::stranger(), link.path()).await;
    assert_eq!(entered.status, 200);
    assert!(entered.headers["set-cookie"].to_str().expect("text").contains("Max-Age=3600"));
    let again = world.get(&Browser::stranger(), link.path()).await;
    assert_eq!((again.status, again.heading().as_str()), (404, "This link does not sign in"));
    let browser = world.signed_in(MANAGEMENT).await;
    world.clock.advance(SignedDuration::from_mins(59));
    assert_eq!(world.get(&browser, "/console/connections").await.status, 200);
    world.clock.advance(SignedDuration::from_mins(1));
    assert_eq!(world.get(&browser, "/console/connections").await.location(), "/console/sign-in");
}

#[tokio::test]
async fn the_cookie_is_bound_to_its_host_where_there_is_https() {
    for (base, parts) in [
        ("http://127.0.0.1:8080/", vec!["punchgate-console=", "Path=/", "HttpOnly", "SameSite=Strict"]),
        (
            "https://market.example/",
            vec!["__Host-punchgate-console=", "Path=/", "HttpOnly", "SameSite=Strict", "Secure"],
        ),
    ] {
        let world = World::at(base).await;
        let caller = world.caller(MANAGEMENT).await;
        let (link, _) = world.configuration.console_link(&caller).await.expect("a link");
        let entered = world.get(&Browser::stranger(), link.path()).await;
        let cookie = entered.headers["set-cookie"].to_str().expect("text").to_owned();
        for part in parts {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
    }
}

#[tokio::test]
async fn signing_out_needs_a_page_of_this_console_and_ends_the_session() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let elsewhere = world.post_from("https://evil.example", &browser, "/console/leave", &[]).await;
    assert_eq!(elsewhere.status, 403);
    assert_eq!(world.get(&browser, "/console/connections").await.status, 200);
    assert_eq!(world.post(&browser, "/console/leave", &[]).await.location(), "/console/sign-in");
    assert_eq!(world.get(&browser, "/console/connections").await.location(), "/console/sign-in");
}

#[tokio::test]
async fn a_form_from_elsewhere_changes_nothing() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    let (connection, _) = world.coupa().await;
    let path = format!("/console/connections/{}/disable", connection.id);
    for origin in ["https://evil.example", "http://127.0.0.1:8081", "null", ""] {
        let answer = world.post_from(origin, &browser, &path, &[("version", "1")]).await;
        assert_eq!(answer.status, 403, "{origin}");
        assert_eq!(answer.heading(), "This was not done");
    }
    let list = world.get(&browser, "/console/connections").await;
    assert!(list.all(".tag").contains(&"Enabled".to_owned()));
}

#[tokio::test]
async fn the_overview_of_procurement_leads_to_the_console() {
    let world = World::start().await;
    let answer = world.get(&Browser::stranger(), "/marketplace/eprocurement/overview").await;
    assert_eq!((answer.status, answer.location()), (303, "/console"));
}

#[tokio::test]
async fn no_page_is_kept_framed_or_made_of_other_sites_parts() {
    let world = World::start().await;
    let browser = world.signed_in(MANAGEMENT).await;
    for path in ["/console/connections", "/console/sign-in", "/console/nowhere"] {
        let answer = world.get(&browser, path).await;
        let header = |name: &str| answer.headers[name].to_str().expect("text").to_owned();
        assert_eq!(header("cache-control"), "no-store", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        for part in
            ["default-src 'none'", "frame-ancestors 'none'", "script-src 'self'", "form-action 'self'"]
        {
            assert!(header("content-security-policy").contains(part), "{path}");
        }
    }
}
