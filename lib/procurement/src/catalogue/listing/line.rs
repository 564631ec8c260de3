//! One line of the file, and what makes a listing of it.

use jiff::Timestamp;
use serde::Deserialize;

use super::expiry::Expiry;
use super::{Listing, MAX_LINE, MAX_OFFERS, audience, pricing_rules, successor, text};
use crate::catalogue::offer::{Audience, Offer};
use crate::catalogue::pricing::Pricing;
use crate::catalogue::product::Product;
use crate::id::OfferId;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    product: Product,
    offers: Vec<OfferLine>,
}

/// An offer as it stands in a file: it does not name its product, which stands beside it.
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

pub(super) fn read(line: &str, now: Timestamp) -> Result<Listing, String> {
    if line.len() > MAX_LINE {
        return Err(format!(
            "the line has {} bytes, and at most {MAX_LINE} are taken; shorten the texts or give fewer offers",
            line.len()
        ));
    }
    let Line { product, offers } = serde_json::from_str(line).map_err(|error| in_words(&error))?;
    text::check_product(&product).map_err(|problem| format!("product {}: {problem}", product.id))?;
    if offers.len() > MAX_OFFERS {
        return Err(format!(
            "product {} has {} offers; give it at most {MAX_OFFERS}",
            product.id,
            offers.len()
        ));
    }
    let offers: Vec<Offer> =
        offers.into_iter().map(|line| offer(&product, line, now)).collect::<Result<_, _>>()?;
    each_once(&offers)?;
    successor::check(&offers)?;
    Ok(Listing { product, offers })
}

/// A line of the file is the parser's only line, so its own count would mislead.
fn in_words(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match text.strip_suffix(&place) {
        Some(problem) => format!("{problem} (column {})", error.column()),
        None => text,
    }
}

fn offer(product: &Product, line: OfferLine, now: Timestamp) -> Result<Offer, String> {
    let id = line.id.clone();
    checked_offer(product, line, now).map_err(|problem| format!("offer {id}: {problem}"))
}

fn checked_offer(product: &Product, line: OfferLine, now: Timestamp) -> Result<Offer, String> {
    if line.revision == 0 {
        return Err("revisions count from 1".to_owned());
    }
    text::check("name", &line.name, text::MAX_NAME)?;
    audience::check(&line.audience)?;
    pricing_rules::check(&line.pricing)?;
    Ok(Offer {
        id: line.id,
        product: product.id.clone(),
        revision: line.revision,
        name: line.name,
        audience: line.audience,
        pricing: line.pricing,
        expires: line.expires.map(|expiry| expiry.moment(now)).transpose()?,
        replaced_by: line.replaced_by,
    })
}

fn each_once(offers: &[Offer]) -> Result<(), String> {
    for (index, offer) in offers.iter().enumerate() {
        if offers[..index].iter().any(|other| other.id == offer.id) {
            return Err(format!("offer {} is in the line twice; give each its own id", offer.id));
        }
    }
    Ok(())
}
