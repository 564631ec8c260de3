//! A small catalogue.

use procurement::account::AccountId;
use procurement::catalogue::{Audience, Listing, Offer, Pricing, Product, ProductType, Seller};
use search::{Found, Index, Query, Viewer};

/// The organisation to which private offers were made.
pub const FAVOURED: &str = "111122223333";

/// Name, summary, description, type, category, seller, and each offer's pricing and whether it is private.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    ProductType,
    &'static str,
    &'static str,
    &'static [(Pricing, bool)],
);

const ROWS: [Row; 7] = [
    (
        "Lumen Logs",
        "Searches the logs of every application.",
        "Keeps log lines for 90 days; alerts by mail.",
        ProductType::Saas,
        "Observability",
        "Lumenwick",
        &[(Pricing::Free, false), (Pricing::Byol, true)],
    ),
    (
        "Lumen Logs Archive",
        "Old lines for little money.",
        "Nothing more.",
        ProductType::Saas,
        "Storage",
        "Lumenwick",
        &[(Pricing::Byol, false)],
    ),
    (
        "Fernhollow Backup",
        "Copies of virtual machines.",
        "Restores in minutes.",
        ProductType::Ami,
        "Storage",
        "Fernhollow",
        &[(Pricing::Free, false)],
    ),
    (
        "Harbor Scan",
        "Finds faults in container images.",
        "Reads logs too, where it must.",
        ProductType::Container,
        "Security",
        "Harborline",
        &[(Pricing::Free, false)],
    ),
    (
        "Überblick",
        "Dashboards for everybody.",
        "Charts.",
        ProductType::Saas,
        "Observability",
        "Müller & Söhne",
        &[(Pricing::Free, false)],
    ),
    (
        "Tally Ledger",
        "Books, kept.",
        "Accounting.",
        ProductType::Saas,
        "Finance",
        "Tallyhouse",
        &[(Pricing::Byol, true)],
    ),
    ("Gone", "Withdrawn.", "Gone.", ProductType::Saas, "Finance", "Nobody", &[(Pricing::Free, false)]),
];

/// The catalogue.
pub fn listings() -> Vec<Listing> {
    ROWS.iter().enumerate().map(|(number, row)| listing(number, row)).collect()
}

/// Its index.
pub fn index() -> Index {
    Index::build(listings()).expect("an index")
}

/// The names of what a stranger finds.
pub fn names(query: &Query) -> Vec<String> {
    names_of(&found(query))
}

/// What a stranger finds.
pub fn found(query: &Query) -> Found {
    index().search(query, &Viewer::default()).expect("a search")
}

/// Names, in order.
pub fn names_of(found: &Found) -> Vec<String> {
    found.listings.iter().map(|listing| listing.product.name.clone()).collect()
}

/// The favoured organisation's account.
pub fn favoured() -> AccountId {
    FAVOURED.parse().expect("an account")
}

fn listing(number: usize, row: &Row) -> Listing {
    let (name, summary, description, product_type, category, seller, offers) = *row;
    let product = Product {
        id: format!("prod-{number}").parse().expect("an id"),
        name: name.into(),
        summary: summary.into(),
        description: description.into(),
        product_type,
        category: category.into(),
        seller: Seller {
            id: format!("seller-{}", seller.len()).parse().expect("an id"),
            name: seller.into(),
        },
        support: None,
        setup_url: "https://seller.example/".parse().expect("a URL"),
        withdrawn: name == "Gone",
    };
    let offers = offers.iter().enumerate().map(|(place, (pricing, private))| Offer {
        id: format!("offer-{number}-{place}").parse().expect("an id"),
        product: product.id.clone(),
        revision: 1,
        name: "An offer".into(),
        audience: if *private { Audience::Private(vec![favoured()]) } else { Audience::Public },
        pricing: pricing.clone(),
        expires: None,
        replaced_by: None,
    });
    Listing { offers: offers.collect(), product }
}
