//! Leaving without a cart (R28).

use cxml::StatusCode;
use cxml::model::{Body, DeploymentMode};

use super::{COOKIE, left, message};
use crate::example::{connection, money, test_connection};

#[test]
fn leaving_says_that_nothing_changed_and_carries_no_item() {
    let document = left(&connection());
    let Body::Message { status, in_reply_to, .. } = &document.body else { panic!("a message") };
    assert_eq!(status.as_ref().map(|status| status.code), Some(StatusCode::NO_CONTENT));
    assert_eq!(in_reply_to.as_deref(), Some("setup-1@acme.example"));
    assert!(message(&document).items.is_empty());
    assert_eq!(message(&document).header.total, Some(money("0.00 USD").into()));
}

#[test]
fn leaving_gives_the_cookie_back_and_no_secret() {
    let document = left(&connection());
    assert_eq!(message(&document).buyer_cookie.as_xml(), COOKIE);
    let header = document.header.expect("a header");
    assert!(header.sender.credentials.iter().all(|credential| credential.secret.is_none()));
}

#[test]
fn leaving_a_test_says_test() {
    assert_eq!(left(&test_connection()).deployment_mode(), Some(DeploymentMode::Test));
}
