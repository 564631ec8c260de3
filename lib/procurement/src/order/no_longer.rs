//! Whether what was asked for can still be bought: one decision for the cart before it leaves (R29), the offer's own page
//! and the purchase order (R37).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::offer_check::{Stale, still_holds};
use crate::account::AccountId;
use crate::approved_products::{ApprovedProducts, NotApproved, approval};
use crate::catalogue::{Listing, NotEligible, Offer, Product, eligibility};
use crate::requisition::Requisition;

/// Why what was asked for cannot be bought any more; the text tells the requester what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NoLonger {
    /// The offer is not what it was (R37).
    #[error(transparent)]
    Stale(#[from] Stale),
    /// It cannot be sent for approval any more (R32).
    #[error(transparent)]
    NotEligible(#[from] NotEligible),
    /// The organisation does not approve it, or no longer (R23).
    #[error(transparent)]
    NotApproved(#[from] NotApproved),
}

/// What is for sale today of what was asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Today<'a> {
    /// The product.
    pub product: Option<&'a Product>,
    /// The offer.
    pub offer: Option<&'a Offer>,
    /// The organisation's list of approved products, if it has one.
    pub approved: Option<&'a ApprovedProducts>,
}

/// Whether what was asked for still holds at `now` for an organisation, named by its management account.
pub fn holds(
    asked: &Requisition,
    today: Today<'_>,
    organisation: AccountId,
    now: Timestamp,
) -> Result<(), NoLonger> {
    approval(today.approved, &asked.product.id)?;
    still_holds(&asked.offer, today.offer, now)?;
    let (Some(product), Some(offer)) = (today.product, today.offer) else {
        return Err(Stale::Withdrawn.into());
    };
    Ok(eligibility(product, offer, &[organisation, asked.account], now)?)
}

// === impl Today ===

impl<'a> Today<'a> {
    /// What a listing has of what was asked for.
    pub fn of(
        asked: &Requisition,
        listing: Option<&'a Listing>,
        approved: Option<&'a ApprovedProducts>,
    ) -> Self {
        let offers = listing.map(|listing| listing.offers.as_slice()).unwrap_or_default();
        Self {
            product: listing.map(|listing| &listing.product),
            offer: offers.iter().find(|offer| offer.id == asked.offer.id),
            approved,
        }
    }
}
