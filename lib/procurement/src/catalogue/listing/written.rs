//! A listing as one line of the file: what an import reads again.

use jiff::Timestamp;
use serde::Serialize;

use super::Listing;
use crate::catalogue::offer::{Audience, Offer};
use crate::catalogue::pricing::Pricing;
use crate::catalogue::product::Product;
use crate::id::OfferId;

#[derive(Serialize)]
struct Line<'a> {
    product: &'a Product,
    offers: Vec<OfferLine<'a>>,
}

/// An offer does not name its product, which stands beside it.
#[derive(Serialize)]
struct OfferLine<'a> {
    id: &'a OfferId,
    revision: u32,
    name: &'a str,
    audience: &'a Audience,
    pricing: &'a Pricing,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<&'a OfferId>,
}

// === impl Listing ===

impl Listing {
    /// The listing as a line of the file, without its end: [`parse_lines`](super::parse_lines) reads the same listing again.
    pub fn to_line(&self) -> Result<String, serde_json::Error> {
        let offers = self.offers.iter().map(OfferLine::from).collect();
        serde_json::to_string(&Line { product: &self.product, offers })
    }
}

// === impl OfferLine ===

impl<'a> From<&'a Offer> for OfferLine<'a> {
    fn from(offer: &'a Offer) -> Self {
        Self {
            id: &offer.id,
            revision: offer.revision,
            name: &offer.name,
            audience: &offer.audience,
            pricing: &offer.pricing,
            expires: offer.expires,
            replaced_by: offer.replaced_by.as_ref(),
        }
    }
}
