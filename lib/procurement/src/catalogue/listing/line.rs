//! One line of the file, and what makes a listing of it.

use jiff::Timestamp;
use serde::Deserialize;

use super::expiry::Expiry;
use super::problems::{Problems, each, within};
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

/// A listing, or all that is wrong with the line. What is no JSON of this form cannot be read any further: that is one problem.
pub(super) fn read(line: &str, now: Timestamp) -> Result<Listing, Problems> {
    if line.len() > MAX_LINE {
        return Err(vec![format!(
            "the line has {} bytes, and at most {MAX_LINE} are taken; shorten the texts or give fewer offers",
            line.len()
        )]);
    }
    let Line { product, offers } = serde_json::from_str(line).map_err(|error| vec![in_words(&error)])?;
    let mut problems = within(&format!("product {}", product.id), text::check_product(&product));
    let offers = match offers.len() {
        0..=MAX_OFFERS => all_offers(&product, offers, now, &mut problems),
        many => {
            problems.push(format!("product {} has {many} offers; give it at most {MAX_OFFERS}", product.id));
            Vec::new()
        }
    };
    if problems.is_empty() { Ok(Listing { product, offers }) } else { Err(problems) }
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

fn all_offers(
    product: &Product,
    lines: Vec<OfferLine>,
    now: Timestamp,
    problems: &mut Problems,
) -> Vec<Offer> {
    let mut offers = Vec::with_capacity(lines.len());
    for line in lines {
        let place = format!("offer {}", line.id);
        let (offer, found) = offer(product, line, now);
        problems.extend(within(&place, found));
        offers.push(offer);
    }
    problems.extend(each_once(&offers));
    problems.extend(successor::check(&offers));
    offers
}

/// The offer, and what is wrong with it. One that is at fault is made as well: others may name it as their successor.
fn offer(product: &Product, line: OfferLine, now: Timestamp) -> (Offer, Problems) {
    let expires = line.expires.map(|expiry| expiry.moment(now)).transpose();
    let mut problems = each([
        if line.revision == 0 { Err("revisions count from 1".to_owned()) } else { Ok(()) },
        text::check("name", &line.name, text::MAX_NAME),
        audience::check(&line.audience),
    ]);
    problems.extend(pricing_rules::check(&line.pricing));
    problems.extend(expires.as_ref().err().cloned());
    let offer = Offer {
        id: line.id,
        product: product.id.clone(),
        revision: line.revision,
        name: line.name,
        audience: line.audience,
        pricing: line.pricing,
        expires: expires.unwrap_or_default(),
        replaced_by: line.replaced_by,
    };
    (offer, problems)
}

fn each_once(offers: &[Offer]) -> Problems {
    let is_second =
        |index: usize, id: &OfferId| offers[..index].iter().filter(|other| other.id == *id).count() == 1;
    let second = offers.iter().enumerate().filter(|(index, offer)| is_second(*index, &offer.id));
    second
        .map(|(_, offer)| format!("offer {} is in the line twice; give each its own id", offer.id))
        .collect()
}
