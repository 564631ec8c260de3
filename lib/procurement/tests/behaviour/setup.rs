//! A punch-out: the session that it opens, or why it opens none (R21).

mod former_cart;
mod requester;

use cxml::model::{BuyerCookie, ItemId, PunchOutOperation, PunchOutSetupRequest};
use jiff::SignedDuration;
use procurement::connection::Connection;
use procurement::refusal::Refusal;
use procurement::session::{Operation, SelectedProduct, Session, SessionState};
use procurement::setup::{Situation, decide};

use crate::example::{connection, now, references};

const FORM_POST: &str = "https://acme.coupahost.com/punchout/checkout?id=7";

fn request() -> PunchOutSetupRequest {
    PunchOutSetupRequest {
        buyer_cookie: BuyerCookie::text("c7f3"),
        browser_form_post: Some(FORM_POST.into()),
        ..PunchOutSetupRequest::default()
    }
}

fn over(connection: &Connection, request: &PunchOutSetupRequest) -> Result<Session, Refusal> {
    let references = references();
    let payload_id = "setup-1@acme.example";
    decide(&Situation {
        connection,
        payload_id,
        request,
        start_url: None,
        references: &references,
        now: now(),
    })
}

fn opened(request: &PunchOutSetupRequest) -> Session {
    over(&connection(), request).expect("a session")
}

fn refused(request: &PunchOutSetupRequest) -> Refusal {
    over(&connection(), request).expect_err("a refusal")
}

#[test]
fn a_punch_out_opens_a_session_that_waits_five_minutes_for_its_browser() {
    let session = opened(&request());
    assert_eq!((session.connection, session.operation), (connection().id, Operation::Create));
    assert_eq!((session.state, session.cart), (SessionState::Offered, Vec::new()));
    assert_eq!((session.buyer_cookie.as_str(), session.form_post.as_str()), ("c7f3", FORM_POST));
    assert_eq!(session.setup_payload_id, "setup-1@acme.example");
    assert_eq!((session.created, session.expires), (now(), now() + SignedDuration::from_mins(5)));
}

#[test]
fn a_disabled_connection_opens_none_and_says_who_can_enable_it() {
    let disabled = Connection { enabled: false, ..connection() };
    let refusal = over(&disabled, &request()).expect_err("a refusal");
    assert_eq!(refusal.code, 403);
    assert_eq!(
        refusal.reason,
        "The connection \"Acme Coupa\" is disabled. An administrator can enable it in the marketplace's console."
    );
}

#[test]
fn create_edit_and_inspect_are_supported_and_source_is_not() {
    let with = |operation| PunchOutSetupRequest { operation, ..request() };
    for (asked, wanted) in [
        (PunchOutOperation::Create, Operation::Create),
        (PunchOutOperation::Edit, Operation::Edit),
        (PunchOutOperation::Inspect, Operation::Inspect),
    ] {
        assert_eq!(opened(&with(asked)).operation, wanted);
    }
    assert_eq!(refused(&with(PunchOutOperation::Source)).code, 450);
    assert!(opened(&with(PunchOutOperation::Inspect)).is_read_only());
}

#[test]
fn the_cart_goes_back_over_https_to_a_host_that_the_connection_allows() {
    for (url, words) in [
        (None, "BrowserFormPost is missing"),
        (Some("http://acme.coupahost.com/"), "must begin with https://"),
        (
            Some("https://evil.example/acme.coupahost.com"),
            "the host evil.example of BrowserFormPost is not one",
        ),
        (Some("https://acme.coupahost.com.evil.example/"), "add it to the allowed hosts"),
        (Some("https://acme.coupahost.com@evil.example/"), "must not carry a user name"),
        (Some("javascript:alert(1)"), "is not a URL"),
        (Some(""), "is not a URL"),
    ] {
        let browser_form_post = url.map(str::to_owned);
        let refusal = refused(&PunchOutSetupRequest { browser_form_post, ..request() });
        assert_eq!(refusal.code, 400, "{url:?}");
        assert!(refusal.reason.contains(words), "{refusal}");
    }
    let long = format!("https://acme.coupahost.com/{}", "x".repeat(2_000));
    let refusal = refused(&PunchOutSetupRequest { browser_form_post: Some(long), ..request() });
    assert!(refusal.reason.contains("longer than 2000 characters"), "{refusal}");
}

#[test]
fn a_cookie_with_elements_is_kept_as_it_came() {
    let xml = "<Session xmlns:a=\"urn:a\"><a:Id n='1'>7 &amp; 8</a:Id> </Session>";
    let buyer_cookie = BuyerCookie::from_xml(xml).expect("well-formed");
    assert_eq!(opened(&PunchOutSetupRequest { buyer_cookie, ..request() }).buyer_cookie, xml);
}

#[test]
fn a_cookie_that_is_too_long_is_refused() {
    let with =
        |length| PunchOutSetupRequest { buyer_cookie: BuyerCookie::text(&"x".repeat(length)), ..request() };
    assert_eq!(opened(&with(4_000)).buyer_cookie.len(), 4_000);
    let refusal = refused(&with(4_001));
    assert_eq!(refusal.code, 400);
    assert!(refusal.reason.contains("longer than 4000"), "{refusal}");
}

#[test]
fn a_selected_item_opens_its_product_or_is_searched_for() {
    let selected = |part: &str| {
        let selected_item = Some(ItemId::new(part, None));
        opened(&PunchOutSetupRequest { selected_item, ..request() }).selected
    };
    let product = "prod-lumen-logs".parse().expect("an id");
    assert_eq!(selected(" prod-lumen-logs "), Some(SelectedProduct::Product(product)));
    assert_eq!(selected("Log\u{7} keeper"), Some(SelectedProduct::Unknown("Log keeper".into())));
    assert_eq!(selected("  "), None);
    assert_eq!(opened(&request()).selected, None);
    let Some(SelectedProduct::Unknown(long)) = selected(&"ä".repeat(10_000)) else { panic!("unknown") };
    assert_eq!(long.chars().count(), 255);
}
