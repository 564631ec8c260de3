//! Offers: the terms under which a product can be had, in revisions.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::pricing::Pricing;
use crate::account::AccountId;
use crate::id::{OfferId, ProductId};

/// The terms under which a product can be had.
///
/// A seller who changes an offer publishes a new `revision` of it. What was sent for approval
/// remembers the whole offer as it was, and a purchase order is checked against that (R37).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The offer's id; it stays the same over revisions.
    pub id: OfferId,
    /// What is offered.
    pub product: ProductId,
    /// Counts up with every change, from 1.
    pub revision: u32,
    /// The offer's name, for people.
    pub name: String,
    /// Who may take it.
    #[serde(default)]
    pub audience: Audience,
    /// What it costs and when.
    pub pricing: Pricing,
    /// The moment after which it can no longer be taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Timestamp>,
    /// The offer that took this one's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<OfferId>,
}

/// Who may take an offer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody.
    #[default]
    Public,
    /// Only these accounts; an organisation is named by its management account.
    Private(Vec<AccountId>),
}

// === impl Offer ===

impl Offer {
    /// Whether the offer is past its end at `now`.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires.is_some_and(|end| end <= now)
    }

    /// Whether this is a private offer.
    pub fn is_private(&self) -> bool {
        matches!(self.audience, Audience::Private(_))
    }

    /// Whether an organisation, or one of its accounts, may take the offer.
    pub fn is_for(&self, accounts: &[AccountId]) -> bool {
        match &self.audience {
            Audience::Public => true,
            Audience::Private(chosen) => accounts.iter().any(|account| chosen.contains(account)),
        }
    }
}
