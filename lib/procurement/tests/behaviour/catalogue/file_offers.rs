//! Offers in the file: revision, audience, end, and successor.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{fault, fault_of, line, listing, offer, product};
use crate::example::{moment, now};

fn with(field: &str, value: Value) -> Value {
    let mut offer = offer("offer-a", json!({"model": "free"}));
    offer[field] = value;
    offer
}

fn expires(text: &str) -> Option<Timestamp> {
    listing(&line(product(), &[with("expires", json!(text))])).offers[0].expires
}

fn replaced(id: &str, by: &str) -> Value {
    let mut offer = offer(id, json!({"model": "free"}));
    offer["replaced_by"] = json!(by);
    offer
}

#[test]
fn an_offer_ends_at_a_moment_or_a_while_after_the_import() {
    assert_eq!(expires("2027-03-31T23:59:59+02:00"), Some(moment("2027-03-31T21:59:59Z")));
    assert_eq!(expires("P14D"), Some(now() + SignedDuration::from_hours(14 * 24)));
    assert_eq!(expires("PT36H"), Some(now() + SignedDuration::from_hours(36)));
    assert_eq!(expires("P1M"), Some(moment("2026-12-21T12:00:00Z")));
}

#[test]
fn an_end_in_neither_form_is_refused_and_both_are_named() {
    for text in ["soon", "2027-03-31", "2027-03-31T23:59:59", "14 days", ""] {
        let report = fault_of(with("expires", json!(text)));
        assert!(
            report.contains(&format!("expires \"{text}\" is neither a moment with its offset")),
            "{report}"
        );
        assert!(
            report.contains("(2027-03-31T23:59:59Z) nor a span from the import on (P14D, PT36H)"),
            "{report}"
        );
    }
}

#[test]
fn an_end_after_the_last_year_is_refused() {
    let report = fault_of(with("expires", json!("P9000Y")));
    assert_eq!(report, "line 1: offer offer-a: expires is after the year 9999; give a shorter span");
}

#[test]
fn revisions_count_from_one() {
    assert_eq!(fault_of(with("revision", json!(0))), "line 1: offer offer-a: revisions count from 1");
}

#[test]
fn an_offer_has_a_name() {
    assert!(fault_of(with("name", json!(" "))).contains("offer offer-a: the name is empty"));
}

#[test]
fn a_private_offer_is_made_to_somebody() {
    let report = fault_of(with("audience", json!({"private": []})));
    assert!(
        report.contains("the private audience is empty; name at least one account, or leave"),
        "{report}"
    );
    let crowd: Vec<String> = (0..1_001).map(|number| format!("{number:012}")).collect();
    let report = fault_of(with("audience", json!({"private": crowd})));
    assert!(
        report.contains("1001 accounts; name at most 1000, an organisation by its management account"),
        "{report}"
    );
}

#[test]
fn an_offer_is_not_replaced_by_itself_or_by_another_products() {
    let report = fault_of(replaced("offer-a", "offer-a"));
    assert_eq!(report, "line 1: offer offer-a: it is replaced by itself; name the offer that took its place");
    let report = fault_of(replaced("offer-a", "offer-b"));
    assert!(
        report.contains("replaced by offer-b, which is no offer of this product; name one that is"),
        "{report}"
    );
}

#[test]
fn offers_may_be_replaced_one_after_the_other_but_not_in_a_circle() {
    let last = offer("offer-c", json!({"model": "free"}));
    let row = [replaced("offer-a", "offer-b"), replaced("offer-b", "offer-c"), last];
    assert_eq!(listing(&line(product(), &row)).offers.len(), 3);
    let circle =
        [replaced("offer-a", "offer-b"), replaced("offer-b", "offer-c"), replaced("offer-c", "offer-b")];
    let report = fault(&line(product(), &circle));
    assert!(report.contains("the offers replace each other in a circle; leave replaced_by out"), "{report}");
}
