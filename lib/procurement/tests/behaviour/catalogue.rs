//! The catalogue: the file, prices, what may be bought, and search.

mod eligible;
mod file;
mod file_faults;
mod file_offers;
mod file_prices;
mod quotes;

use procurement::catalogue::{CatalogueFault, Listing, parse_lines};
use serde_json::{Value, json};

use crate::example::now;

/// A product without offers, as it stands in a file.
fn product() -> Value {
    json!({
        "id": "prod-a",
        "name": "A",
        "summary": "It is A.",
        "description": "It is A.\n\nIt is nothing else.",
        "type": "saas",
        "category": "Letters",
        "seller": {"id": "seller-a", "name": "A Inc."},
        "setup_url": "https://a.example/start"
    })
}

/// An offer under this pricing, as it stands in a file.
fn offer(id: &str, pricing: Value) -> Value {
    json!({"id": id, "revision": 1, "name": "Offer", "pricing": pricing})
}

fn contract(dimensions: Value) -> Value {
    json!({"model": "contract", "currency": "USD", "dimensions": dimensions})
}

fn dimension(key: &str, prices: &[(u16, &str)]) -> Value {
    let prices: Vec<_> =
        prices.iter().map(|(months, price)| json!({"months": months, "price": price})).collect();
    json!({"key": key, "name": "Seats", "unit": "seat", "prices": prices})
}

fn line(product: Value, offers: &[Value]) -> String {
    json!({"product": product, "offers": offers}).to_string()
}

fn read(text: &str) -> (Vec<Listing>, Vec<CatalogueFault>) {
    parse_lines(text, now())
}

/// The listing of a line that is right.
fn listing(line: &str) -> Listing {
    let (mut listings, faults) = read(line);
    assert_eq!(faults, []);
    listings.remove(0)
}

/// What is reported of a line that is wrong.
fn fault(line: &str) -> String {
    let (listings, faults) = read(line);
    assert_eq!(listings, []);
    let [fault] = faults.as_slice() else { panic!("{faults:?}") };
    fault.to_string()
}

/// What is reported of a product's only offer.
fn fault_of(offer: Value) -> String {
    fault(&line(product(), &[offer]))
}
