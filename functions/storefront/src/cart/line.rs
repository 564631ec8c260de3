//! A line of the cart.

use cxml::model::ItemIn;
use procurement::reason;
use procurement::requisition::Requisition;
use procurement::session::Operation;
use procurement::shopping::NotSendable;

use crate::requests::{order, tone};
use crate::texts::Texts;
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
    /// What became of it, where the cart is only looked at (R21).
    pub standing: Option<Standing>,
}

/// How far a request has come.
pub struct Standing {
    pub status: &'static str,
    pub tone: &'static str,
    pub order: Option<String>,
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
        let read_only = visit.session.operation == Operation::Inspect;
        // Nothing can be taken out of a cart that is looked at: what is closed there is no fault.
        let fault = checked.err().filter(|why| !read_only || !matches!(why, NotSendable::Closed(_)));
        Self {
            id: item.id.to_string(),
            name: item.product.name.clone(),
            seller: item.product.seller.clone(),
            details: formats.details(&item.offer.pricing, &item.quote),
            term: formats.term(&item.quote),
            account: item.account.to_string(),
            price: (formats.money)(item.quote.total),
            unit_price: (formats.money)(item.cart_line().unit_price),
            test: item.is_test(),
            sent: sent.map(Sent::new),
            fault: fault.map(|why| visit.words(&why)),
            standing: read_only.then(|| Standing::of(item, visit.t())),
        }
    }
}

// === impl Standing ===

impl Standing {
    fn of(item: &Requisition, t: &Texts) -> Self {
        Self {
            status: reason::status(&item.status, t.language),
            tone: tone(&item.status),
            order: order(&item.status).map(str::to_owned),
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
