//! What filters and counts need of each listing, in memory and in the order of the index.

use procurement::account::AccountId;
use procurement::catalogue::{Audience, Listing, Pricing, ProductType, carried};
use procurement::id::ProductId;
use serde::{Deserialize, Serialize};

use crate::query::Viewer;

/// The keys and labels of all pricings, in the order of their bits.
pub const PRICINGS: [(&str, &str); 6] = [
    ("contract", "Contract, paid upfront"),
    ("flexible_payment_schedule", "Contract, paid in instalments"),
    ("pay_as_you_go", "Pay as you go"),
    ("free", "Free"),
    ("byol", "Bring your own licence"),
    ("free_trial", "Free trial"),
];

/// How many of them, from the first one on, are contracts.
const CONTRACTS: u8 = 2;

/// Some pricings, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pricings(u8);

/// All listings of an index, in its order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Columns {
    pub rows: Vec<Row>,
    /// Id and name of each seller.
    pub sellers: Vec<(String, String)>,
    pub categories: Vec<String>,
}

/// One listing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    #[serde(rename = "i")]
    pub product: ProductId,
    #[serde(rename = "t")]
    pub product_type: ProductType,
    /// Its place in `Columns::sellers`.
    #[serde(rename = "s")]
    pub seller: usize,
    /// Its place in `Columns::categories`.
    #[serde(rename = "c")]
    pub category: usize,
    /// What everybody may have.
    #[serde(rename = "p")]
    public: Pricings,
    /// What only some may have.
    #[serde(rename = "x", default, skip_serializing_if = "Vec::is_empty")]
    private: Vec<(AccountId, Pricings)>,
}

// === impl Row ===

impl Row {
    pub fn new(listing: &Listing, seller: usize, category: usize) -> Self {
        let (mut public, mut private) = (Pricings::default(), Vec::new());
        for offer in &listing.offers {
            let pricing = Pricings::of(&offer.pricing);
            match &offer.audience {
                Audience::Public => public = public.and(pricing),
                Audience::Private(accounts) => {
                    private.extend(accounts.iter().map(|account| (*account, pricing)));
                }
            }
        }
        let product = &listing.product;
        Self {
            product: product.id.clone(),
            product_type: product.product_type,
            seller,
            category,
            public,
            private,
        }
    }

    /// The pricings under which this viewer may have it; none if it is not to be seen. Private offers made to others play
    /// no part.
    pub fn seen_by(&self, viewer: &Viewer<'_>) -> Pricings {
        if !viewer.may_buy(&self.product) {
            return Pricings::default();
        }
        let own = self.private.iter().filter(|(account, _)| viewer.accounts.contains(account));
        own.fold(self.public, |seen, (_, pricings)| seen.and(*pricings))
    }

    /// Whether it can be sent for approval under at least one of these pricings (R32), unless the offers are over.
    pub fn is_carried(&self, seen: Pricings) -> bool {
        let contract = Pricings((1 << CONTRACTS) - 1);
        let carried = |contract| carried(self.product_type, contract).is_ok();
        (seen.has(contract) && carried(true)) || (seen.has(Pricings(!contract.0)) && carried(false))
    }
}

// === impl Pricings ===

impl Pricings {
    /// The one of this key.
    pub fn from_key(key: &str) -> Option<Self> {
        PRICINGS.iter().position(|(known, _)| *known == key).map(|bit| Self(1 << bit))
    }

    fn of(pricing: &Pricing) -> Self {
        Self::from_key(pricing.key()).unwrap_or_default()
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Their places in `PRICINGS`.
    pub fn bits(self) -> impl Iterator<Item = usize> {
        (0..PRICINGS.len()).filter(move |bit| self.0 & (1 << bit) != 0)
    }
}
