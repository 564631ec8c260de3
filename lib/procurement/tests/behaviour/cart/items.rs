//! What each item of a cart carries.

use iso_currency::Currency;
use procurement::cart::CartError;
use procurement::catalogue::{Offer, Pricing, Product, ProductType, Rate};
use procurement::connection::Connection;
use procurement::reference::Reference;
use procurement::requisition::Requisition;

use super::{item, message, refused, returned, with_cart};
use crate::example::{
    connection, contract, decimal, instalments, moment, money, offer, product, product_of, references,
    request, requested, requested_of, test_connection, usage,
};

fn under(pricing: Pricing) -> Requisition {
    requested(1, &connection(), pricing)
}

fn named(request: Requisition, name: &str) -> Option<String> {
    item(&[request]).detail.extrinsic(name).map(str::to_owned)
}

#[test]
fn an_item_carries_what_the_procurement_system_needs() {
    let item = item(&[request(1)]);
    assert_eq!(
        (item.quantity, item.item_id.supplier_part_id.as_str()),
        (Some(decimal("1")), "prod-lumen-logs")
    );
    assert_eq!(item.detail.unit_price, Some(money("1200.00 USD").into()));
    assert_eq!(item.detail.unit_of_measure, "EA");
    assert_eq!(item.detail.manufacturer_part_id.as_deref(), Some("prod-lumen-logs"));
    assert_eq!(item.detail.manufacturer_name.map(|name| name.text), Some("Lumenwick".into()));
    let [description] = item.detail.descriptions.as_slice() else { panic!("one description") };
    assert_eq!(description.text, "Lumen Logs by Lumenwick (10 × seat), 12 months");
    assert_eq!(description.short_name.as_deref(), Some("Lumen Logs"));
}

#[test]
fn the_reference_leads_back_to_the_request_and_says_nothing_else() {
    let text = item(&[request(1)]).item_id.supplier_part_auxiliary_id.expect("a reference");
    let wanted = Reference { requisition: request(1).id, offer: request(1).offer.id };
    assert_eq!(Reference::verify(&text, &references()), Ok(wanted));
    assert!(text.len() <= 255);
}

#[test]
fn unspsc_goes_by_product() {
    for (product_type, code) in [
        (ProductType::Saas, "81162000"),
        (ProductType::Ami, "43232701"),
        (ProductType::Container, "43230000"),
    ] {
        let request = requested_of(1, &connection(), &product_of(product_type), &offer(usage()));
        assert_eq!(item(&[request]).detail.classification("unspsc"), Some(code));
    }
}

#[test]
fn the_unit_of_measure_is_the_connections() {
    let mut each = connection();
    each.settings.unit_of_measure = "C62".into();
    assert_eq!(message(&returned(&each, &[request(1)])).items[0].detail.unit_of_measure, "C62");
}

#[test]
fn term_offer_account_and_a_link_travel_as_extrinsics() {
    let ends = Offer { expires: Some(moment("2027-03-31T23:59:59Z")), ..offer(contract()) };
    let detail = item(&[requested_of(1, &connection(), &product(), &ends)]).detail;
    let reference = detail.extrinsic("OfferURL").and_then(|link| link.rsplit('/').next()).expect("a link");
    assert_eq!(Reference::verify(reference, &references()).map(|named| named.requisition), Ok(request(1).id));
    let link = format!("https://market.example/shop/offers/{reference}");
    for (name, value) in [
        ("Seller", "Lumenwick"),
        ("ProductType", "SaaS"),
        ("Pricing", "Contract, paid upfront"),
        ("Offer", "offer-standard"),
        ("OfferRevision", "3"),
        ("OfferURL", link.as_str()),
        ("AWSAccount", "222233334444"),
        ("TermMonths", "12"),
        ("OfferExpires", "2027-03-31"),
    ] {
        assert_eq!(detail.extrinsic(name), Some(value), "{name}");
    }
    assert_eq!(detail.extrinsic("TestMode"), None);
    assert_eq!(detail.url.map(|url| url.address), Some(link));
}

#[test]
fn what_has_no_term_and_no_end_says_nothing_of_them() {
    assert_eq!(named(under(usage()), "TermMonths"), None);
    assert_eq!(named(under(usage()), "OfferExpires"), None);
}

#[test]
fn instalments_are_one_line_of_their_exact_sum_with_the_schedule_beside_it() {
    let item = item(&[under(instalments())]);
    assert_eq!(item.detail.unit_price, Some(money("10000.00 USD").into()));
    assert_eq!(item.detail.extrinsic("Instalment1"), Some("3333.33 USD on acceptance"));
    assert_eq!(item.detail.extrinsic("Instalment2"), Some("3333.33 USD after 6 months"));
    assert_eq!(item.detail.extrinsic("Instalment3"), Some("3333.34 USD on 2027-01-01"));
    assert_eq!(item.detail.descriptions[0].text, "Lumen Logs by Lumenwick (12 months, 3 instalments)");
}

#[test]
fn usage_is_one_line_of_the_blanket_amount_and_free_things_cost_nothing() {
    assert_eq!(item(&[under(usage())]).detail.unit_price, Some(money("10000.00 USD").into()));
    assert_eq!(item(&[under(Pricing::Free)]).detail.unit_price, Some(money("0.00 USD").into()));
}

#[test]
fn a_test_item_says_test_where_the_approver_reads_first() {
    let test = requested(1, &test_connection(), contract());
    let detail = message(&returned(&test_connection(), &[test])).items[0].detail.clone();
    assert!(detail.descriptions[0].text.starts_with("TEST, nothing will be bought: Lumen Logs"));
    assert!(detail.descriptions[0].short_name.as_deref().is_some_and(|name| name.starts_with("TEST")));
    assert_eq!(detail.extrinsic("TestMode"), Some("TEST: nothing will be bought"));
}

#[test]
fn a_test_item_says_test_also_when_the_connection_has_gone_live() {
    let test = requested(1, &test_connection(), contract());
    assert!(item(&[test]).detail.descriptions[0].text.starts_with("TEST"));
}

#[test]
fn two_currencies_do_not_go_in_one_cart() {
    let rate = Rate { name: "Hours".into(), unit: "hour".into(), price: decimal("1") };
    let euros = Pricing::PayAsYouGo { currency: Currency::EUR, rates: vec![rate] };
    let mut other = under(usage());
    other.offer.pricing = euros;
    other.quote.total = money("10000.00 EUR");
    let error = refused(&[request(1), other]);
    assert_eq!(error, CartError::Currencies(Currency::USD));
    assert!(error.to_string().contains("Send the items in USD first"), "{error}");
}

#[test]
fn an_empty_cart_and_one_that_would_be_lost_do_not_go() {
    assert_eq!(refused(&[]), CartError::Empty);
    let nameless =
        requested_of(1, &connection(), &Product { name: " ".into(), ..product() }, &offer(contract()));
    assert!(matches!(refused(&[nameless]), CartError::Missing { what: "name", .. }));
    let mut unitless: Connection = connection();
    unitless.settings.unit_of_measure.clear();
    let error = with_cart(&unitless, &[request(1)], procurement::cart::build).expect_err("no cart");
    assert!(error.to_string().starts_with("Lumen Logs: the unit of measure is missing"), "{error}");
}
