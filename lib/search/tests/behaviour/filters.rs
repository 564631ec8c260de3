//! Filters, counts and pages.

use procurement::catalogue::ProductType;
use search::{Facet, Query};

use crate::shop::{found, names, names_of};

fn counts(facets: &[Facet]) -> Vec<(&str, usize)> {
    facets.iter().map(|facet| (facet.value.as_str(), facet.count)).collect()
}

#[test]
fn a_filter_leaves_what_fits_it() {
    let storage = Query { category: Some("Storage".into()), ..Query::default() };
    assert_eq!(names(&storage), ["Fernhollow Backup", "Lumen Logs Archive"]);
    let saas = Query { product_type: Some(ProductType::Saas), ..storage.clone() };
    assert_eq!(names(&saas), ["Lumen Logs Archive"]);
    let lumenwick = Query { seller: Some("seller-9".into()), ..Query::words("logs") };
    assert_eq!(names(&lumenwick), ["Lumen Logs", "Lumen Logs Archive"]);
    let byol = Query { pricing: Some("byol".into()), ..Query::default() };
    assert_eq!(names(&byol), ["Lumen Logs Archive"]);
}

#[test]
fn a_filter_for_what_is_not_there_leaves_nothing() {
    for query in [
        Query { seller: Some("seller-unknown".into()), ..Query::default() },
        Query { category: Some("Nonsense".into()), ..Query::default() },
        Query { pricing: Some("barter".into()), ..Query::default() },
    ] {
        assert_eq!(found(&query).total, 0, "{query:?}");
    }
}

#[test]
fn each_filter_counts_what_the_others_leave() {
    let saas = found(&Query { product_type: Some(ProductType::Saas), ..Query::default() });
    assert_eq!(counts(&saas.facets.types), [("ami", 1), ("container", 1), ("saas", 3)]);
    assert_eq!(counts(&saas.facets.categories), [("Observability", 2), ("Storage", 1)]);
    assert_eq!(counts(&saas.facets.pricings), [("byol", 1), ("free", 2)]);
    let chosen: Vec<&str> =
        saas.facets.types.iter().filter(|facet| facet.chosen).map(|facet| facet.value.as_str()).collect();
    assert_eq!(chosen, ["saas"]);
}

#[test]
fn a_chosen_filter_is_shown_even_where_it_leaves_nothing() {
    let none = found(&Query { category: Some("Security".into()), ..Query::words("lumen") });
    assert_eq!(none.total, 0);
    assert_eq!(counts(&none.facets.categories), [("Observability", 1), ("Security", 0), ("Storage", 1)]);
    assert!(!none.similar, "the words are there; it is the filter that leaves nothing");
}

#[test]
fn pages_hold_every_listing_once() {
    let page = |page| found(&Query { page, per_page: 2, ..Query::default() });
    let pages: Vec<String> = (1..=3).flat_map(|number| names_of(&page(number))).collect();
    assert_eq!(pages, names(&Query::default()));
    assert_eq!((page(1).pages, page(1).total), (3, 5));
}

#[test]
fn a_page_after_the_last_one_is_the_last_one() {
    let far = found(&Query { page: usize::MAX, per_page: 2, ..Query::default() });
    assert_eq!((far.page, names_of(&far).len()), (3, 1));
    let before = found(&Query { page: 0, per_page: 0, ..Query::default() });
    assert_eq!((before.page, before.listings.len()), (1, 1));
}
