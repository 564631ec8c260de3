//! Search by words over the listings in memory.

use super::listing::Listing;
use super::product::ProductType;

/// What a requester looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words; every one must be found.
    pub words: String,
    /// Only products of this type.
    pub product_type: Option<ProductType>,
    /// Only products with an offer of this pricing (`Pricing::key`).
    pub pricing: Option<String>,
    /// Only this seller's (`SellerId`).
    pub seller: Option<String>,
}

/// The listings, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    listing: Listing,
    name: String,
    text: String,
}

// === impl Index ===

impl Index {
    /// Indexes these listings.
    pub fn new(listings: impl IntoIterator<Item = Listing>) -> Self {
        let entries = listings.into_iter().map(Entry::new).collect();
        Self { entries }
    }

    /// Every listing, in the order given.
    pub fn listings(&self) -> impl Iterator<Item = &Listing> {
        self.entries.iter().map(|entry| &entry.listing)
    }

    /// The listings that fit, best first: a word in the name counts more than one in the text,
    /// the beginning of a word more than its middle.
    pub fn search(&self, query: &Query) -> Vec<&Listing> {
        let words: Vec<String> = query.words.split_whitespace().map(str::to_lowercase).collect();
        let mut found: Vec<(u32, &Entry)> = self
            .entries
            .iter()
            .filter(|entry| entry.fits(query))
            .filter_map(|entry| Some((entry.score(&words)?, entry)))
            .collect();
        found.sort_by(|(left, a), (right, b)| right.cmp(left).then_with(|| a.name.cmp(&b.name)));
        found.into_iter().map(|(_, entry)| &entry.listing).collect()
    }
}

// === impl Entry ===

impl Entry {
    fn new(listing: Listing) -> Self {
        let product = &listing.product;
        let name = product.name.to_lowercase();
        let text = format!(
            "{} {} {} {} {}",
            product.summary,
            product.description,
            product.category,
            product.seller.name,
            product.product_type.label()
        )
        .to_lowercase();
        Self { listing, name, text }
    }

    fn fits(&self, query: &Query) -> bool {
        let product = &self.listing.product;
        !product.withdrawn
            && query.product_type.is_none_or(|wanted| product.product_type == wanted)
            && query.seller.as_ref().is_none_or(|wanted| product.seller.id.as_str() == wanted)
            && query
                .pricing
                .as_ref()
                .is_none_or(|wanted| self.listing.offers.iter().any(|offer| offer.pricing.key() == wanted))
    }

    fn score(&self, words: &[String]) -> Option<u32> {
        words.iter().map(|word| self.score_word(word)).sum()
    }

    fn score_word(&self, word: &str) -> Option<u32> {
        match (position(&self.name, word), position(&self.text, word)) {
            (Some(Place::Start), _) => Some(8),
            (Some(Place::Within), _) => Some(4),
            (None, Some(Place::Start)) => Some(2),
            (None, Some(Place::Within)) => Some(1),
            (None, None) => None,
        }
    }
}

enum Place {
    Start,
    Within,
}

fn position(text: &str, word: &str) -> Option<Place> {
    let starts = text.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word));
    match (starts, text.contains(word)) {
        (true, _) => Some(Place::Start),
        (false, true) => Some(Place::Within),
        (false, false) => None,
    }
}
