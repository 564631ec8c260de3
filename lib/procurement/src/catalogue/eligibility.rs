//! What may be sent for approval, and why the rest may not (R32).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::offer::Offer;
use super::product::{Product, ProductType};
use crate::account::AccountId;

/// Whether a product under an offer may be sent for approval.
pub type Eligibility = Result<(), NotEligible>;

/// Why something cannot be sent for approval; the text is for the requester and says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NotEligible {
    /// The product was taken off the marketplace.
    #[error("The seller has withdrawn this product. Look for another one, or ask the seller.")]
    Withdrawn,
    /// Work done by people.
    #[error(
        "Professional services cannot be bought through your procurement system. Agree on the work with \
         the seller and order it outside of the marketplace integration."
    )]
    ProfessionalServices,
    /// A machine image under a contract.
    #[error(
        "A machine image under a contract cannot be bought through your procurement system. Choose an offer \
         with pay-as-you-go pricing, or ask your administrator to subscribe in the marketplace itself."
    )]
    AmiContract,
    /// A container product under a contract.
    #[error(
        "A container product under a contract cannot be bought through your procurement system. Choose an offer \
         with pay-as-you-go pricing, or ask your administrator to subscribe in the marketplace itself."
    )]
    ContainerContract,
    /// A product type that the integration does not carry.
    #[error(
        "{} products cannot be bought through your procurement system; only SaaS, machine images and \
         containers can. Ask your administrator to subscribe in the marketplace itself.", .0.label()
    )]
    ProductType(ProductType),
    /// The offer has ended.
    #[error("This offer has expired. Choose another offer of the product, or ask the seller to renew it.")]
    Expired,
    /// Another offer has taken its place.
    #[error("The seller has replaced this offer. Open the product to see the offer that holds now.")]
    Replaced,
    /// The offer is for others.
    #[error("This private offer was made to another account. Ask the seller to extend one to yours.")]
    NotForYou,
}

/// Decides whether a product under an offer may be sent for approval by an organisation (named by
/// its accounts: the management account and the requester's own), and says why not (R32).
pub fn eligibility(product: &Product, offer: &Offer, accounts: &[AccountId], now: Timestamp) -> Eligibility {
    if product.withdrawn {
        return Err(NotEligible::Withdrawn);
    }
    carried(product.product_type, offer.pricing.is_contract())?;
    for_sale(product, offer, accounts, now)
}

/// Whether an offer is for sale to these accounts at all, be it through a procurement system or natively (R11).
pub fn for_sale(product: &Product, offer: &Offer, accounts: &[AccountId], now: Timestamp) -> Eligibility {
    if product.withdrawn {
        return Err(NotEligible::Withdrawn);
    }
    if !offer.is_for(accounts) {
        return Err(NotEligible::NotForYou);
    }
    if offer.replaced_by.is_some() {
        return Err(NotEligible::Replaced);
    }
    if offer.is_expired(now) {
        return Err(NotEligible::Expired);
    }
    Ok(())
}

/// Whether products of this type are carried at all, under a contract or without one (R32).
pub fn carried(product_type: ProductType, contract: bool) -> Eligibility {
    match (product_type, contract) {
        (ProductType::Saas, _) | (ProductType::Ami | ProductType::Container, false) => Ok(()),
        (ProductType::Ami, true) => Err(NotEligible::AmiContract),
        (ProductType::Container, true) => Err(NotEligible::ContainerContract),
        (ProductType::ProfessionalServices, _) => Err(NotEligible::ProfessionalServices),
        (other @ (ProductType::MachineLearning | ProductType::WafRules), _) => {
            Err(NotEligible::ProductType(other))
        }
    }
}
