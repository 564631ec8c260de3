//! What is around the items of a cart.

use cxml::model::{Body, DeploymentMode};
use cxml::{WriteOptions, write};

use super::{COOKIE, message, returned};
use crate::example::{SECRET, connection, contract, money, now, request, requested, test_connection};

#[test]
fn no_secret_travels_through_the_browser() {
    let document = returned(&connection(), &[request(1)]);
    let header = document.header.clone().expect("a header");
    let credentials = [header.from.credentials, header.to.credentials, header.sender.credentials].concat();
    assert_eq!(credentials.len(), 3);
    assert!(credentials.iter().all(|one| one.secret.is_none() && one.mac.is_none()));
    let written = write(&document, &WriteOptions::default());
    assert!(!written.contains("SharedSecret") && !written.contains(SECRET));
}

#[test]
fn the_cart_is_from_the_marketplace_to_the_buyer() {
    let header = returned(&connection(), &[request(1)]).header.expect("a header");
    assert_eq!(header.from.identity("DUNS"), Some("123456789"));
    assert_eq!(header.to.identity("DUNS"), Some("987654321"));
    assert!(header.sender.user_agent.is_some_and(|agent| agent.starts_with("Punchgate ")));
}

#[test]
fn the_buyers_cookie_comes_back_unchanged() {
    let document = returned(&connection(), &[request(1)]);
    assert_eq!(message(&document).buyer_cookie.as_xml(), COOKIE);
    assert!(
        write(&document, &WriteOptions::default()).contains(&format!("<BuyerCookie>{COOKIE}</BuyerCookie>"))
    );
}

#[test]
fn the_cart_answers_its_setup_request() {
    let Body::Message { in_reply_to, status, .. } = returned(&connection(), &[request(1)]).body else {
        panic!("a message")
    };
    assert_eq!((in_reply_to.as_deref(), status), (Some("setup-1@acme.example"), None));
}

#[test]
fn the_total_is_the_exact_sum_of_the_items() {
    let document = returned(&connection(), &[request(1), request(2), request(3)]);
    assert_eq!(message(&document).header.total, Some(money("3600.00 USD").into()));
    let lines: Vec<_> = message(&document).items.iter().map(|item| item.line_number).collect();
    assert_eq!(lines, [Some(1), Some(2), Some(3)]);
}

#[test]
fn a_cart_in_test_mode_says_so_and_a_real_one_does_not() {
    let test = requested(1, &test_connection(), contract());
    assert_eq!(returned(&test_connection(), &[test]).deployment_mode(), Some(DeploymentMode::Test));
    assert_eq!(returned(&connection(), &[request(1)]).deployment_mode(), None);
}

#[test]
fn the_same_cart_is_the_same_document() {
    let document = returned(&connection(), &[request(1)]);
    assert_eq!(document, returned(&connection(), &[request(1)]));
    assert_eq!(
        (document.payload_id.as_str(), document.timestamp.instant()),
        ("cart-1@market.example", Some(now()))
    );
    assert!(!document.timestamp.wire().ends_with('Z'));
}
