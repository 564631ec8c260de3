//! Who may see what.

use std::collections::BTreeSet;

use jiff::Timestamp;
use procurement::approved_products::ApprovedProducts;
use search::{Query, Viewer};

use crate::shop::{favoured, index, names_of};

fn names(query: &Query, viewer: &Viewer<'_>) -> Vec<String> {
    names_of(&index().search(query, viewer).expect("a search"))
}

fn approved(ids: &[&str]) -> ApprovedProducts {
    let products: BTreeSet<_> = ids.iter().map(|id| id.parse().expect("an id")).collect();
    ApprovedProducts::new(favoured(), products, Timestamp::UNIX_EPOCH).expect("a list")
}

#[test]
fn a_listing_with_only_private_offers_is_seen_by_those_to_whom_they_were_made() {
    let ledger = Query::words("ledger");
    assert_eq!(names(&ledger, &Viewer::default()), [""; 0]);
    assert_eq!(names(&ledger, &Viewer { accounts: &[favoured()], approved: None }), ["Tally Ledger"]);
}

#[test]
fn a_private_offer_to_others_does_not_make_a_listing_fit_a_pricing() {
    let byol = Query { pricing: Some("byol".into()), ..Query::words("lumen") };
    assert_eq!(names(&byol, &Viewer::default()), ["Lumen Logs Archive"]);
    let own = Viewer { accounts: &[favoured()], approved: None };
    assert_eq!(names(&byol, &own), ["Lumen Logs", "Lumen Logs Archive"]);
}

#[test]
fn only_approved_products_are_found_and_counted() {
    let list = approved(&["prod-2", "prod-5"]);
    let viewer = Viewer { accounts: &[], approved: Some(&list) };
    assert_eq!(names(&Query::default(), &viewer), ["Fernhollow Backup"]);
    let found = index().search(&Query::default(), &viewer).expect("a search");
    let categories: Vec<&str> = found.facets.categories.iter().map(|facet| facet.value.as_str()).collect();
    assert_eq!((found.total, categories), (1, vec!["Storage"]));
}

#[test]
fn nothing_is_similar_to_what_may_not_be_seen() {
    let list = approved(&["prod-2"]);
    let viewer = Viewer { accounts: &[], approved: Some(&list) };
    assert_eq!(names(&Query::words("lumen logs"), &viewer), [""; 0]);
}
