//! A listing as Coupa shows an item.

use jiff::Timestamp;
use procurement::account::AccountId;
use procurement::catalogue::{Listing, Offer, eligibility};
use procurement::connection::Connection;
use procurement::marketplace::Marketplace;
use serde::Serialize;

use crate::price::{self, Price};

/// An item. Amounts are texts, so that no digit is lost.
#[derive(Debug, Serialize)]
pub struct Item {
    /// The product; punch-out with it as SelectedItem opens its page.
    source_part_num: String,
    realtime_item_key: String,
    description: String,
    summary: String,
    /// What it costs at the least; nothing where it cannot be sent for approval.
    unit_price: Option<String>,
    currency: Option<&'static str>,
    /// What `unit_price` is the price of, or why there is none (R32).
    price_note: String,
    uom: String,
    unspsc_code: &'static str,
    manufacturer_name: String,
    manufacturer_part_number: String,
    minimum_order_quantity: u32,
    order_increment: u32,
    image_url: String,
    category: String,
    product_type: &'static str,
}

/// Where an item is shown.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    pub connection: &'a Connection,
    pub marketplace: &'a Marketplace,
    pub now: Timestamp,
}

// === impl Item ===

impl Item {
    pub fn new(listing: &Listing, around: Surroundings<'_>) -> Self {
        let product = &listing.product;
        let (price, price_note) = match lowest(listing, around) {
            Ok(price) => (Some(price.amount), price.note),
            Err(why) => (None, why),
        };
        Self {
            source_part_num: product.id.to_string(),
            realtime_item_key: product.id.to_string(),
            description: format!("{} by {}", product.name, product.seller.name),
            summary: product.summary.clone(),
            unit_price: price.map(|price| price.amount_text()),
            currency: price.map(|price| price.currency.code()),
            price_note,
            uom: around.connection.settings.unit_of_measure.clone(),
            unspsc_code: product.unspsc(),
            manufacturer_name: product.seller.name.clone(),
            manufacturer_part_number: product.id.to_string(),
            minimum_order_quantity: 1,
            order_increment: 1,
            image_url: around.marketplace.url("static/logo.svg").into(),
            category: product.category.clone(),
            product_type: product.product_type.label(),
        }
    }
}

/// The offers of a listing that this organisation may see.
pub fn seen<'a>(listing: &'a Listing, connection: &Connection) -> impl Iterator<Item = &'a Offer> {
    let accounts = accounts(connection);
    listing.offers.iter().filter(move |offer| offer.is_for(&accounts))
}

fn accounts(connection: &Connection) -> [AccountId; 1] {
    [connection.organisation.management_account]
}

/// The lowest price at which it can be sent for approval, in the connection's own currency where there is one; or why it
/// cannot.
fn lowest(listing: &Listing, around: Surroundings<'_>) -> Result<Price, String> {
    let accounts = accounts(around.connection);
    let own = around.connection.settings.blanket_amount.currency;
    let mut why = None;
    let mut prices = Vec::new();
    for offer in seen(listing, around.connection) {
        match eligibility(&listing.product, offer, &accounts, around.now) {
            Ok(()) => prices.extend(price::of(offer)),
            Err(reason) => why = why.or(Some(reason.to_string())),
        }
    }
    let lowest = prices.into_iter().min_by_key(|price| (price.amount.currency != own, price.amount.amount));
    lowest.ok_or_else(|| why.unwrap_or_else(|| "There is no offer at the moment.".to_owned()))
}
