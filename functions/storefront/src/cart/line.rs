//! A line of the cart.

use cxml::model::ItemIn;
use jiff::Timestamp;
use procurement::catalogue::{Index, Offer};
use procurement::order::still_holds;
use procurement::requisition::{Requisition, Status};

use crate::words;

/// A line of the cart, as the procurement system will show it.
pub struct Line {
    pub id: String,
    pub name: String,
    pub seller: String,
    pub details: String,
    pub term: Option<String>,
    pub account: String,
    pub price: String,
    pub test: bool,
    /// The line of the document that goes back; none where it cannot be made.
    pub sent: Option<Sent>,
    /// Why it cannot be sent: it was ordered or taken back, or the offer no longer is what was asked for (R37).
    pub fault: Option<String>,
}

/// What the document says of it (R29).
pub struct Sent {
    pub part: String,
    pub description: String,
    pub unspsc: String,
    pub unit: String,
    pub quantity: String,
}

// === impl Line ===

impl Line {
    pub fn new(item: &Requisition, sent: Option<&ItemIn>, index: &Index, now: Timestamp) -> Self {
        Self {
            id: item.id.to_string(),
            name: item.product.name.clone(),
            seller: item.product.seller.clone(),
            details: item.quote.details.join(", "),
            term: item.quote.months.map(words::months),
            account: item.account.to_string(),
            price: item.quote.total.grouped(),
            test: item.is_test(),
            sent: sent.map(Sent::new),
            fault: fault(item, index, now),
        }
    }
}

fn fault(item: &Requisition, index: &Index, now: Timestamp) -> Option<String> {
    match &item.status {
        Status::InCart | Status::SentForApproval | Status::Stale { .. } | Status::Refused { .. } => {
            still_holds(&item.offer, today(item, index), now).err().map(|why| why.to_string())
        }
        closed => Some(words::closed(closed.label())),
    }
}

fn today<'a>(item: &Requisition, index: &'a Index) -> Option<&'a Offer> {
    let listing = index.listings().find(|listing| listing.product.id == item.product.id)?;
    listing.offers.iter().find(|offer| offer.id == item.offer.id)
}

// === impl Sent ===

impl Sent {
    fn new(item: &ItemIn) -> Self {
        let detail = &item.detail;
        Self {
            part: item.item_id.supplier_part_id.clone(),
            description: detail.descriptions.first().map(|one| one.text.clone()).unwrap_or_default(),
            unspsc: detail.classifications.first().map(|one| one.value.clone()).unwrap_or_default(),
            unit: detail.unit_of_measure.clone(),
            quantity: item.quantity.map(|quantity| quantity.normalize().to_string()).unwrap_or_default(),
        }
    }
}
