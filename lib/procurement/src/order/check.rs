//! A line of a purchase order held against the requisition item that it names (R36).

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::no_longer::{NoLonger, Today, holds};
use super::purchase_order::Line;
use crate::approved_products::ApprovedProducts;
use crate::catalogue::{Offer, Product};
use crate::connection::Connection;
use crate::money::Money;
use crate::reference::{NotAReference, Reference, ReferenceKey};
use crate::refusal::Refusal;
use crate::requisition::{Requisition, Status};

/// What was loaded for one line.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The reference, if it is one that was given out here.
    pub reference: Result<Reference, NotAReference>,
    /// The requisition item.
    pub requisition: Option<Requisition>,
    /// The product as it is today.
    pub product: Option<Product>,
    /// The offer as it is today.
    pub offer: Option<Offer>,
}

/// What is wrong with a line; the text tells buyer and requester what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum LineFault {
    /// No reference, or none of ours.
    #[error(
        "the SupplierPartAuxiliaryID is missing or was altered. Send it exactly as the cart carried it; \
         if it was lost, request approval in the store again"
    )]
    Reference,
    /// A reference of ours to something that is not there any more.
    #[error("the request that it refers to no longer exists. Request approval in the store again")]
    Unknown,
    /// Somebody else's.
    #[error(
        "the request that it refers to belongs to another buyer. Only the buyer that requested it can order it"
    )]
    SomebodyElses,
    /// Ordered before, by another purchase order.
    #[error(
        "it was ordered already, by purchase order {0}. Request approval in the store again to buy it once more"
    )]
    Ordered(String),
    /// Taken back.
    #[error("the request was cancelled. Request approval in the store again")]
    Cancelled,
    /// Never sent for approval.
    #[error("the request was never sent for approval. Finish the cart in the store first")]
    NotSent,
    /// No purchase order came in time (R41).
    #[error(
        "the request expired on {0}, because no purchase order came in time. Request approval in the store again"
    )]
    Expired(String),
    /// Another product.
    #[error("the part number is {found}, but {requested} was requested. Order what was requested")]
    Product {
        /// What the order says.
        found: String,
        /// What was requested.
        requested: String,
    },
    /// Another quantity.
    #[error(
        "the quantity is {found}, but {requested} was requested. Order what was requested, or request approval again"
    )]
    Quantity {
        /// What the order says.
        found: Decimal,
        /// What was requested.
        requested: Decimal,
    },
    /// No price, or one that cannot be read.
    #[error("it has no unit price. Order it at {0}, as it was requested")]
    NoPrice(Money),
    /// Another currency.
    #[error(
        "the price is in {found}, but was requested in {requested}. Order it at the price that was requested"
    )]
    Currency {
        /// What the order says.
        found: String,
        /// What was requested.
        requested: String,
    },
    /// Another price.
    #[error(
        "the price is {found}, but {requested} was requested. Order it at that price, or request approval again"
    )]
    Price {
        /// What the order says.
        found: Money,
        /// What was requested.
        requested: Money,
    },
    /// What was asked for cannot be bought any more (R37).
    #[error("{0}")]
    NoLonger(#[from] NoLonger),
    /// Two lines name the same request.
    #[error("another line refers to the same request. Order each request once")]
    Twice,
    /// Requested in test mode, and ordered together with real requests (R9).
    #[error(
        "it was requested in test mode and nothing can be bought with it. Order it apart from real requests"
    )]
    Mixed,
}

/// Finds the requisition item that a line names and holds the line against it.
pub fn check<'a>(
    line: &Line,
    loaded: &'a Loaded,
    connection: &Connection,
    approved: Option<&ApprovedProducts>,
    now: Timestamp,
) -> Result<&'a Requisition, LineFault> {
    let requisition = find(loaded, connection)?;
    is_open(requisition, now)?;
    agrees(line, requisition)?;
    let today = Today { product: loaded.product.as_ref(), offer: loaded.offer.as_ref(), approved };
    holds(requisition, today, connection.organisation.management_account, now)?;
    Ok(requisition)
}

/// Looks the reference up for a line; what it finds says which records to load.
pub fn reference(line: &Line, key: &ReferenceKey) -> Result<Reference, NotAReference> {
    line.reference.as_deref().map_or(Err(NotAReference), |text| Reference::verify(text, key))
}

fn find<'a>(loaded: &'a Loaded, connection: &Connection) -> Result<&'a Requisition, LineFault> {
    loaded.reference.as_ref().map_err(|NotAReference| LineFault::Reference)?;
    let requisition = loaded.requisition.as_ref().ok_or(LineFault::Unknown)?;
    if requisition.connection == connection.id { Ok(requisition) } else { Err(LineFault::SomebodyElses) }
}

fn is_open(requisition: &Requisition, now: Timestamp) -> Result<(), LineFault> {
    match &requisition.status {
        Status::Subscribed { order_id, .. } | Status::TestCompleted { order_id } => {
            Err(LineFault::Ordered(order_id.clone()))
        }
        Status::Cancelled { .. } => Err(LineFault::Cancelled),
        Status::InCart => Err(LineFault::NotSent),
        _ if requisition.expires <= now => {
            Err(LineFault::Expired(requisition.expires.strftime("%Y-%m-%d").to_string()))
        }
        _ => Ok(()),
    }
}

fn agrees(line: &Line, requisition: &Requisition) -> Result<(), LineFault> {
    if line.part_id != requisition.product.id.as_str() {
        return Err(LineFault::Product {
            found: line.part_id.clone(),
            requested: requisition.product.id.to_string(),
        });
    }
    let (quantity, requested) = wanted(line, requisition);
    if line.quantity != quantity {
        return Err(LineFault::Quantity { found: line.quantity, requested: quantity });
    }
    let price = line.unit_price.as_ref().ok_or(LineFault::NoPrice(requested))?;
    let Some(found) = price.money() else {
        return Err(LineFault::Currency {
            found: price.currency.clone(),
            requested: requested.currency.code().into(),
        });
    };
    if found.currency != requested.currency {
        let (found, requested) = (found.currency.code().into(), requested.currency.code().into());
        return Err(LineFault::Currency { found, requested });
    }
    if found.amount != requested.amount {
        return Err(LineFault::Price { found, requested });
    }
    Ok(())
}

/// The quantity and price that were requested. A line that was requested in smallest units (R19) can come back as one amount,
/// as lines of blanket orders do: one of the whole price is the same money.
fn wanted(line: &Line, requisition: &Requisition) -> (Decimal, Money) {
    let requested = requisition.cart_line();
    if line.quantity == Decimal::ONE && requested.quantity != Decimal::ONE {
        return (Decimal::ONE, requisition.quote.total);
    }
    (requested.quantity, requested.unit_price)
}

// === impl LineFault ===

impl LineFault {
    /// The Status code that it is answered with.
    pub(super) const fn code(&self) -> u16 {
        match self {
            Self::Reference | Self::Unknown => Refusal::MISSING,
            Self::SomebodyElses => Refusal::FORBIDDEN,
            Self::Ordered(_) | Self::Cancelled | Self::NotSent | Self::Expired(_) => Refusal::CONFLICT,
            Self::NoLonger(_) => Refusal::CONFLICT,
            Self::Product { .. } | Self::Quantity { .. } | Self::NoPrice(_) => Refusal::BAD_REQUEST,
            Self::Currency { .. } | Self::Price { .. } => Refusal::BAD_REQUEST,
            Self::Twice | Self::Mixed => Refusal::BAD_REQUEST,
        }
    }

    /// Whether the offer is to blame, so that the request is shown as stale (R37).
    pub const fn is_stale(&self) -> bool {
        matches!(self, Self::NoLonger(NoLonger::Stale(_) | NoLonger::NotEligible(_)))
    }
}
