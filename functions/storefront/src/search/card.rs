//! A listing as search shows it.

use procurement::account::AccountId;
use procurement::catalogue::{Listing, Offer};
use procurement::reason;

use crate::price;
use crate::visit::Visit;

/// A listing in the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub href: String,
    pub name: String,
    pub seller: String,
    pub summary: String,
    pub product_type: &'static str,
    /// What it costs at the least; nothing where it cannot be sent for approval.
    pub price: Option<String>,
    /// Why it cannot be sent for approval (R32).
    pub why_not: Option<String>,
    /// Whether an offer was made to this organisation alone.
    pub private: bool,
}

// === impl Card ===

impl Card {
    /// The listing as these accounts may see it.
    pub fn new(listing: &Listing, visit: &Visit, accounts: &[AccountId]) -> Self {
        let product = &listing.product;
        let seen: Vec<&Offer> = listing.offers.iter().filter(|offer| offer.is_for(accounts)).collect();
        let judged = |offer: &&&Offer| visit.judge(product, offer, accounts);
        let open: Vec<&Offer> = seen.iter().filter(|offer| judged(offer).is_ok()).copied().collect();
        let why_not = seen.iter().find_map(|offer| judged(&offer).err()).map(|why| visit.words(&why));
        Self {
            href: format!("{}/products/{}", visit.home(), product.id),
            name: product.name.clone(),
            seller: product.seller.name.clone(),
            summary: product.summary.clone(),
            product_type: reason::product_type(product.product_type, visit.t().language),
            // A public offer's price is the one to compare by.
            price: open
                .iter()
                .find(|offer| !offer.is_private())
                .or(open.first())
                .map(|offer| price::from(offer, visit.t())),
            why_not: if open.is_empty() { why_not } else { None },
            private: open.iter().any(|offer| offer.is_private()),
        }
    }
}
