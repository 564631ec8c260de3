//! Private Marketplace: what an organisation's people may buy (R23).

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::account::AccountId;
use crate::id::ProductId;

/// The most products on one list: it is read whole with every purchase order.
pub const MAX_APPROVED: usize = 5_000;

/// An organisation's list of approved products. An organisation without a list may buy everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedProducts {
    /// Whose list it is: the management account, or the standalone account (R3).
    pub organisation: AccountId,
    /// Counts the changes, for optimistic locking.
    pub version: u64,
    /// Whether the list is applied. A list that is not keeps its products.
    pub applied: bool,
    /// What may be bought.
    pub products: BTreeSet<ProductId>,
    /// When it was changed last.
    pub changed: Timestamp,
}

/// Why a product may not be bought; the text is for the requester.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error(
    "Your organisation has not approved this product, or approves it no longer. Ask your administrator to \
     approve it in the Private Marketplace, or choose another product."
)]
pub struct NotApproved;

/// Why a list cannot be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the list has {0} products, and {MAX_APPROVED} is the most; take out what nobody buys")]
pub struct TooMany(pub usize);

/// Decides whether an organisation with this list, if it has one, may buy a product (R23). One
/// decision for store, search, Open Buy, deep links and purchase orders.
pub fn approval(list: Option<&ApprovedProducts>, product: &ProductId) -> Result<(), NotApproved> {
    match list {
        Some(list) if list.applied && !list.products.contains(product) => Err(NotApproved),
        _ => Ok(()),
    }
}

// === impl ApprovedProducts ===

impl ApprovedProducts {
    /// A first list, applied at once.
    pub fn new(
        organisation: AccountId,
        products: BTreeSet<ProductId>,
        now: Timestamp,
    ) -> Result<Self, TooMany> {
        Self { organisation, version: 0, applied: true, products: BTreeSet::new(), changed: now }
            .changed_to(true, products, now)
    }

    /// The list with these products instead, one version on.
    pub fn changed_to(
        self,
        applied: bool,
        products: BTreeSet<ProductId>,
        now: Timestamp,
    ) -> Result<Self, TooMany> {
        if products.len() > MAX_APPROVED {
            return Err(TooMany(products.len()));
        }
        Ok(Self { version: self.version + 1, applied, products, changed: now, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn products(ids: &[&str]) -> BTreeSet<ProductId> {
        ids.iter().map(|id| id.parse().expect("an id")).collect()
    }

    fn list(ids: &[&str]) -> ApprovedProducts {
        let organisation = "111122223333".parse().expect("an account");
        ApprovedProducts::new(organisation, products(ids), Timestamp::UNIX_EPOCH).expect("a list")
    }

    fn product() -> ProductId {
        "prod-a".parse().expect("an id")
    }

    #[test]
    fn an_organisation_without_a_list_may_buy_everything() {
        assert_eq!(approval(None, &product()), Ok(()));
    }

    #[test]
    fn a_list_allows_what_is_on_it_and_nothing_else() {
        assert_eq!(approval(Some(&list(&["prod-a"])), &product()), Ok(()));
        assert_eq!(approval(Some(&list(&["prod-b"])), &product()), Err(NotApproved));
        assert_eq!(approval(Some(&list(&[])), &product()), Err(NotApproved));
    }

    #[test]
    fn a_list_that_is_switched_off_keeps_its_products_and_forbids_nothing() {
        let on = list(&["prod-b"]);
        let kept = on.products.clone();
        let off = on.changed_to(false, kept.clone(), Timestamp::UNIX_EPOCH).expect("a list");
        assert_eq!(approval(Some(&off), &product()), Ok(()));
        assert_eq!((off.version, off.products), (2, kept));
    }

    #[test]
    fn a_list_has_an_end() {
        let many = (0..=MAX_APPROVED).map(|n| format!("prod-{n}").parse().expect("an id")).collect();
        let refused = list(&[]).changed_to(true, many, Timestamp::UNIX_EPOCH);
        assert_eq!(refused, Err(TooMany(MAX_APPROVED + 1)));
    }
}
