//! Punch-out and the StartPage (R21).

use buyer::{Fault, PunchOut};
use jiff::SignedDuration;
use punchgate::shopper::Shopper;
use support::{Harness, Shopping};

#[tokio::test(flavor = "multi_thread")]
async fn a_start_page_opens_once() {
    let harness = Harness::start().await;
    let setup = harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    let start = setup.start_page.expect("a StartPage");
    let shopper = Shopper::new().expect("a client");
    assert_eq!(shopper.open(&start).await.expect("a page").status, 200);
    let again = shopper.open(&start).await.expect("a page");
    assert_eq!(again.status, 410, "{}", again.html);
    assert!(again.says("Coupa") || again.says("procurement system"), "{}", again.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_page_is_too_old_after_five_minutes() {
    let harness = Harness::start().await;
    let setup = harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    harness.advance(SignedDuration::from_mins(5));
    let page = Shopper::new()
        .expect("a client")
        .open(&setup.start_page.expect("a StartPage"))
        .await
        .expect("a page");
    assert_eq!(page.status, 410, "{}", page.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_sessions_of_one_person_live_side_by_side() {
    let harness = Harness::start().await;
    let one = Shopping::start(harness.coupa()).await;
    let other = Shopping::start(harness.coupa()).await;
    one.request(support::Offered::LUMEN_LOGS).await;
    assert!(!other.open("/cart").await.says("prod-lumen-logs"));
    assert!(one.open("/cart").await.says("prod-lumen-logs"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selected_item_opens_its_product() {
    let harness = Harness::start().await;
    let selected = PunchOut::create("ada").select("prod-harbor-scan", None);
    let shopping = Shopping::start_with(harness.coupa(), selected).await;
    assert!(shopping.store.url.path().ends_with("/products/prod-harbor-scan"), "{}", shopping.store.url);
}

#[tokio::test(flavor = "multi_thread")]
async fn source_is_not_supported_and_a_disabled_connection_opens_nothing() {
    let harness = Harness::start().await;
    let source = harness.coupa().punch_out(PunchOut::source("ada")).await.expect("an answer");
    assert_eq!(source.code(), Some(450));
    harness.change_coupa(|connection| connection.enabled = false).await;
    let setup = harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    assert_eq!(setup.code(), Some(403));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_post_over_http_or_to_a_strange_host_is_refused() {
    let harness = Harness::start().await;
    for url in
        ["http://example-analytics.coupahost.com/x", "https://evil.example/x", "javascript:alert(1)", ""]
    {
        let fault = Fault::FormPost(url.into());
        let setup = harness.coupa().punch_out(PunchOut::create("ada").with(fault)).await.expect("an answer");
        assert_eq!(setup.code(), Some(400), "{url}: {:?}", setup.refusal);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_url_sends_the_browser_through_the_buyers_sign_on_page_first() {
    let harness = Harness::start().await;
    let page = format!("{}/sign-on", harness.coupa().url());
    let mut connection = harness.coupa().connection().expect("values");
    connection.punch_out_url.query_pairs_mut().append_pair("start_url", &page);
    harness.coupa().connect(connection.clone());
    let setup = harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    let start = setup.start_page.expect("a StartPage");
    let client =
        reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let answer = client.get(start).send().await.expect("an answer");
    assert_eq!(answer.status(), 303);
    let to = answer.headers()["location"].to_str().expect("text");
    assert!(to.starts_with(&format!("{page}?RelayState=")), "{to}");
    let (_, back) = url::Url::parse(to)
        .expect("a URL")
        .query_pairs()
        .next()
        .map(|(_, back)| ((), back.into_owned()))
        .expect("it");
    let entered = client.get(back).send().await.expect("an answer");
    assert!(entered.headers()["location"].to_str().expect("text").starts_with("/s/"));

    connection.punch_out_url.set_query(Some("start_url=https%3A%2F%2Fstranger.example%2F"));
    harness.coupa().connect(connection);
    let refused = harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    assert_eq!(refused.code(), Some(400), "{:?}", refused.refusal);
}
