//! A line of the cart.

use cxml::model::ItemIn;
use procurement::requisition::Requisition;
use procurement::shopping::NotSendable;

use crate::visit::Visit;

/// A line of the cart, as the procurement system will show it.
pub struct Line {
    pub id: String,
    pub name: String,
    pub seller: String,
    pub details: String,
    pub term: Option<String>,
    pub account: String,
    pub price: String,
    /// Of one of what the procurement system counts (R19).
    pub unit_price: String,
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
    pub fn new(
        visit: &Visit,
        item: &Requisition,
        sent: Option<&ItemIn>,
        checked: Result<(), NotSendable>,
    ) -> Self {
        let formats = &visit.t().formats;
        Self {
            id: item.id.to_string(),
            name: item.product.name.clone(),
            seller: item.product.seller.clone(),
            details: formats.details(&item.offer.pricing, &item.quote),
            term: item.quote.months.map(formats.months),
            account: item.account.to_string(),
            price: (formats.money)(item.quote.total),
            unit_price: (formats.money)(item.cart_line().unit_price),
            test: item.is_test(),
            sent: sent.map(Sent::new),
            fault: checked.err().map(|why| visit.words(&why)),
        }
    }
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
