//! The catalogue as lines of JSON: one product with its offers a line.

use jiff::{Span, Timestamp, Zoned, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::offer::{Audience, Offer};
use super::pricing::Pricing;
use super::product::Product;
use crate::id::OfferId;
use crate::money::Money;

/// A product with its offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The product.
    pub product: Product,
    /// Every offer of it, public and private.
    pub offers: Vec<Offer>,
}

/// A line of a catalogue file that cannot be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: {problem}")]
pub struct CatalogueFault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub problem: String,
}

/// The most offers that one product may have.
pub const MAX_OFFERS: usize = 50;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    product: Product,
    offers: Vec<OfferLine>,
}

/// An offer as it stands in a file. `expires` is a moment, or a span from the import on (`P14D`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfferLine {
    id: OfferId,
    revision: u32,
    name: String,
    #[serde(default)]
    audience: Audience,
    pricing: Pricing,
    #[serde(default)]
    expires: Option<Expiry>,
    #[serde(default)]
    replaced_by: Option<OfferId>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Expiry {
    At(Timestamp),
    After(Span),
}

/// Reads a catalogue: a listing for every line that is right, a fault for every other one.
/// Empty lines and lines that begin with `#` are passed over.
pub fn parse_lines(text: &str, now: Timestamp) -> (Vec<Listing>, Vec<CatalogueFault>) {
    let (mut listings, mut faults) = (Vec::<Listing>::new(), Vec::new());
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match parse_line(line, now).and_then(|listing| new_to(&listings, listing)) {
            Ok(listing) => listings.push(listing),
            Err(problem) => faults.push(CatalogueFault { line: index + 1, problem }),
        }
    }
    (listings, faults)
}

fn new_to(known: &[Listing], listing: Listing) -> Result<Listing, String> {
    if known.iter().any(|other| other.product.id == listing.product.id) {
        return Err(format!("product {} is in the file twice; give each its own id", listing.product.id));
    }
    let taken = |id: &OfferId| known.iter().flat_map(|other| &other.offers).any(|other| other.id == *id);
    match listing.offers.iter().find(|offer| taken(&offer.id)) {
        Some(offer) => Err(format!("offer {} is in the file twice; give each its own id", offer.id)),
        None => Ok(listing),
    }
}

fn parse_line(line: &str, now: Timestamp) -> Result<Listing, String> {
    let Line { product, offers } = serde_json::from_str(line).map_err(|error| error.to_string())?;
    if offers.len() > MAX_OFFERS {
        return Err(format!("product {} has more than {MAX_OFFERS} offers", product.id));
    }
    let offers: Vec<Offer> =
        offers.into_iter().map(|line| offer(&product, line, now)).collect::<Result<_, _>>()?;
    for (index, offer) in offers.iter().enumerate() {
        if offers[..index].iter().any(|other| other.id == offer.id) {
            return Err(format!("offer {} is in the line twice; give each its own id", offer.id));
        }
    }
    Ok(Listing { product, offers })
}

fn offer(product: &Product, line: OfferLine, now: Timestamp) -> Result<Offer, String> {
    let id = line.id;
    check(&line.pricing).map_err(|problem| format!("offer {id}: {problem}"))?;
    if line.revision == 0 {
        return Err(format!("offer {id}: revisions count from 1"));
    }
    let expires = line.expires.map(|expiry| expiry.moment(now)).transpose()?;
    Ok(Offer {
        id,
        product: product.id.clone(),
        revision: line.revision,
        name: line.name,
        audience: line.audience,
        pricing: line.pricing,
        expires,
        replaced_by: line.replaced_by,
    })
}

fn check(pricing: &Pricing) -> Result<(), String> {
    match pricing {
        Pricing::Contract { currency, dimensions } => {
            if dimensions.is_empty() || dimensions.iter().any(|dimension| dimension.prices.is_empty()) {
                return Err("a contract needs at least one dimension, each with at least one price".into());
            }
            let prices = dimensions.iter().flat_map(|dimension| &dimension.prices);
            all_payable(prices.map(|price| Money::new(price.price, *currency)))
        }
        Pricing::FlexiblePaymentSchedule { currency, instalments, .. } => {
            if instalments.is_empty() {
                return Err("a flexible payment schedule needs at least one instalment".into());
            }
            all_payable(instalments.iter().map(|part| Money::new(part.amount, *currency)))
        }
        Pricing::PayAsYouGo { rates, .. } if rates.is_empty() => {
            Err("pay as you go needs at least one rate".into())
        }
        Pricing::PayAsYouGo { .. } | Pricing::Free | Pricing::Byol => Ok(()),
    }
}

fn all_payable(mut amounts: impl Iterator<Item = Money>) -> Result<(), String> {
    match amounts.find(|amount| !amount.is_payable()) {
        None => Ok(()),
        Some(amount) => Err(format!(
            "{amount} cannot be paid: amounts are not negative and have no fraction of the currency's smallest unit"
        )),
    }
}

// === impl Expiry ===

impl Expiry {
    fn moment(self, now: Timestamp) -> Result<Timestamp, String> {
        match self {
            Self::At(moment) => Ok(moment),
            Self::After(span) => Zoned::new(now, TimeZone::UTC)
                .checked_add(span)
                .map(|end| end.timestamp())
                .map_err(|error| format!("the expiry cannot be reckoned: {error}")),
        }
    }
}
