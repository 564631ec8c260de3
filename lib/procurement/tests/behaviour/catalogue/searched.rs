//! Search by words, best first (R24).

use procurement::catalogue::{Index, Listing, Pricing, Product, ProductType, Query, Seller};

use crate::example::{contract, offer, product, usage};

fn listing(id: &str, name: &str, summary: &str) -> Listing {
    let product = Product {
        id: format!("prod-{id}").parse().expect("an id"),
        name: name.into(),
        summary: summary.into(),
        description: "Software.".into(),
        ..product()
    };
    Listing { product, offers: vec![offer(contract())] }
}

fn found(listings: &[Listing], query: &Query) -> Vec<String> {
    let index = Index::new(listings.to_vec());
    index.search(query).into_iter().map(|listing| listing.product.id.to_string()).collect()
}

fn words(words: &str) -> Query {
    Query { words: words.into(), ..Query::default() }
}

#[test]
fn a_word_in_the_name_counts_more_than_one_in_the_text_and_its_beginning_more_than_its_middle() {
    let listings = [
        listing("text-middle", "A", "It unlogs."),
        listing("text-start", "B", "It keeps logs."),
        listing("name-middle", "Weblogs", "It keeps."),
        listing("name-start", "Log keeper", "It keeps."),
        listing("other", "Backup", "It copies."),
    ];
    assert_eq!(
        found(&listings, &words("log")),
        ["prod-name-start", "prod-name-middle", "prod-text-start", "prod-text-middle"]
    );
}

#[test]
fn every_word_must_be_found_in_whatever_case_and_order() {
    let listings = [listing("a", "Lumen Logs", "Keeps."), listing("b", "Lumen Metrics", "Counts.")];
    assert_eq!(found(&listings, &words("LOGS lumen")), ["prod-a"]);
    assert_eq!(found(&listings, &words("lumen backup")), [""; 0]);
}

#[test]
fn no_words_find_everything_by_name() {
    let listings = [listing("b", "Beta", "B."), listing("a", "Alpha", "A.")];
    assert_eq!(found(&listings, &words("  ")), ["prod-a", "prod-b"]);
}

#[test]
fn equals_are_listed_by_name() {
    let listings = [listing("z", "Zeta log", "Z."), listing("e", "Eta log", "E.")];
    assert_eq!(found(&listings, &words("log")), ["prod-e", "prod-z"]);
}

#[test]
fn seller_category_and_type_are_searched_too() {
    let listings = [listing("a", "A", "A.")];
    for word in ["lumenwick", "observability", "saas", "software"] {
        assert_eq!(found(&listings, &words(word)), ["prod-a"], "{word}");
    }
}

#[test]
fn filters_narrow_what_is_found() {
    let mut ami = listing("ami", "Ami", "A.");
    ami.product.product_type = ProductType::Ami;
    let mut other = listing("other", "Other", "O.");
    other.product.seller = Seller { id: "seller-other".parse().expect("an id"), name: "Other".into() };
    let mut metered = listing("metered", "Metered", "M.");
    metered.offers = vec![offer(Pricing::Free), offer(usage())];
    let listings = [ami, other, metered];
    let by = |query: Query| found(&listings, &query);
    assert_eq!(by(Query { product_type: Some(ProductType::Ami), ..Query::default() }), ["prod-ami"]);
    assert_eq!(by(Query { seller: Some("seller-other".into()), ..Query::default() }), ["prod-other"]);
    assert_eq!(by(Query { pricing: Some("pay_as_you_go".into()), ..Query::default() }), ["prod-metered"]);
    assert_eq!(by(Query { seller: Some("seller-nobody".into()), ..Query::default() }), [""; 0]);
}

#[test]
fn a_withdrawn_product_is_not_found() {
    let mut withdrawn = listing("a", "A", "A.");
    withdrawn.product.withdrawn = true;
    assert_eq!(found(&[withdrawn], &words("a")), [""; 0]);
}
