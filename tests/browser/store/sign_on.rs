//! Single sign-on: the browser comes by the buyer's own page first (R26).

use axum::Router;
use axum::extract::Query;
use axum::response::Html;
use axum::routing::get;
use buyer::PunchOut;
use serde_json::Value;
use support::Harness;
use support::browser::Browser;
use tokio::net::TcpListener;

use super::way::start_page;

/// A page that asks for a password, and sends back to where its visitor came from.
async fn sign_on(Query(query): Query<Value>) -> Html<String> {
    let back = query["RelayState"].as_str().unwrap_or_default().replace('&', "&amp;");
    Html(format!("<html lang=en><title>Acme</title><h1>Sign on at Acme</h1><a href=\"{back}\">Sign on</a>"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_url_leads_through_the_buyers_sign_on_page_and_back_to_the_store() {
    let Some(browser) = Browser::start().await else { return };
    let harness = Harness::start().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let host = listener.local_addr().expect("an address").to_string();
    let pages = tokio::spawn(axum::serve(listener, Router::new().route("/sso", get(sign_on))).into_future());

    let mut connection = harness.coupa().connection().expect("a connection");
    let page = format!("http://{host}/sso?app=punchgate");
    connection.punch_out_url.query_pairs_mut().append_pair("start_url", &page);
    harness.coupa().connect(connection);
    let refused = harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    assert!(refused.start_page.is_none(), "the host is not on the connection's list");

    harness.change_coupa(|connection| connection.settings.form_hosts.push(host.clone())).await;
    let (start, _) = start_page(&harness, PunchOut::create("ada")).await;
    browser.open(&start).await;
    browser.expect("Sign on at Acme").await;
    assert!(browser.url().await.starts_with(&page), "{}", browser.url().await);
    browser.press("Sign on").await;
    browser.expect("What do you need?").await;
    pages.abort();
    browser.close().await;
}
