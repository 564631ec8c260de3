//! The listings that a search finds, and how many there would be under each filter.

use std::collections::BTreeMap;

use jiff::Timestamp;
use procurement::account::AccountId;
use procurement::approved_products::{ApprovedProducts, approval};
use procurement::catalogue::{Index, Listing, ProductType, Query, eligibility};

use super::asked::Asked;

/// How many listings a page shows.
pub const A_PAGE: usize = 24;

/// Who searches, and when.
#[derive(Clone, Copy, Debug)]
pub struct Viewer<'a> {
    pub accounts: &'a [AccountId],
    /// What the organisation approves, if it has a list (R23).
    pub approved: Option<&'a ApprovedProducts>,
    pub now: Timestamp,
}

/// A page of listings, and what narrows the search further.
#[derive(Debug)]
pub struct Found<'a> {
    pub listings: Vec<&'a Listing>,
    pub facets: Facets,
    pub total: usize,
    /// From 1.
    pub page: usize,
    pub pages: usize,
}

/// The filters with what they would leave.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Facets {
    pub types: Vec<Facet>,
    pub pricings: Vec<Facet>,
    pub sellers: Vec<Facet>,
}

/// A filter's value, and how many listings there are with it.
#[derive(Debug, PartialEq, Eq)]
pub struct Facet {
    pub value: String,
    pub label: String,
    pub count: usize,
    pub chosen: bool,
}

/// Searches among what the viewer may see. Private offers made to others play no part: neither does a listing that
/// has no others, nor do they make a listing fit a pricing.
pub fn find<'a>(index: &'a Index, asked: &Asked, viewer: &Viewer<'_>) -> Found<'a> {
    let words = Query { words: asked.words.clone(), ..Query::default() };
    let candidates: Vec<Candidate<'a>> =
        index.search(&words).into_iter().filter_map(|listing| Candidate::new(listing, viewer)).collect();
    let facets = Facets::of(&candidates, asked);
    let mut fitting: Vec<&Listing> =
        candidates.iter().filter(|one| one.fits(asked)).map(|one| one.listing).collect();
    if asked.words.is_empty() {
        // Nobody looks for one in particular: what can be bought comes first.
        fitting.sort_by_key(|listing| !is_open(listing, viewer));
    }
    let total = fitting.len();
    let pages = total.div_ceil(A_PAGE).max(1);
    let page = asked.page.clamp(1, pages);
    let listings = fitting.into_iter().skip((page - 1) * A_PAGE).take(A_PAGE).collect();
    Found { listings, facets, total, page, pages }
}

fn is_open(listing: &Listing, viewer: &Viewer<'_>) -> bool {
    let judged = |offer| eligibility(&listing.product, offer, viewer.accounts, viewer.now);
    listing.offers.iter().any(|offer| judged(offer).is_ok())
}

struct Candidate<'a> {
    listing: &'a Listing,
    /// Key and label of the pricings that may be seen.
    pricings: BTreeMap<&'static str, &'static str>,
}

// === impl Candidate ===

impl<'a> Candidate<'a> {
    fn new(listing: &'a Listing, viewer: &Viewer<'_>) -> Option<Self> {
        approval(viewer.approved, &listing.product.id).ok()?;
        let seen = listing.offers.iter().filter(|offer| offer.is_for(viewer.accounts));
        let pricings: BTreeMap<_, _> =
            seen.map(|offer| (offer.pricing.key(), offer.pricing.label())).collect();
        (!pricings.is_empty()).then_some(Self { listing, pricings })
    }

    fn fits(&self, asked: &Asked) -> bool {
        self.fits_type(asked) && self.fits_pricing(asked) && self.fits_seller(asked)
    }

    fn fits_type(&self, asked: &Asked) -> bool {
        asked.product_type.is_none_or(|wanted| self.listing.product.product_type == wanted)
    }

    fn fits_pricing(&self, asked: &Asked) -> bool {
        asked.pricing.as_deref().is_none_or(|wanted| self.pricings.contains_key(wanted))
    }

    fn fits_seller(&self, asked: &Asked) -> bool {
        asked.seller.as_deref().is_none_or(|wanted| self.listing.product.seller.id.as_str() == wanted)
    }
}

// === impl Facets ===

impl Facets {
    /// Each filter counts what the other filters leave.
    fn of(candidates: &[Candidate<'_>], asked: &Asked) -> Self {
        let (mut types, mut pricings, mut sellers) =
            (Counts::default(), Counts::default(), Counts::default());
        for one in candidates {
            let product = &one.listing.product;
            let (of_type, priced, sold) =
                (one.fits_type(asked), one.fits_pricing(asked), one.fits_seller(asked));
            types.count(product.product_type.key(), product.product_type.label(), priced && sold);
            for (key, label) in &one.pricings {
                pricings.count(key, label, of_type && sold);
            }
            sellers.count(product.seller.id.as_str(), &product.seller.name, of_type && priced);
        }
        Self {
            types: types.facets(asked.product_type.map(ProductType::key)),
            pricings: pricings.facets(asked.pricing.as_deref()),
            sellers: sellers.facets(asked.seller.as_deref()),
        }
    }
}

/// Counts by label, so that they come out in the order in which people look for them.
#[derive(Default)]
struct Counts<'a>(BTreeMap<(&'a str, &'a str), usize>);

// === impl Counts ===

impl<'a> Counts<'a> {
    fn count(&mut self, value: &'a str, label: &'a str, fits: bool) {
        *self.0.entry((label, value)).or_default() += usize::from(fits);
    }

    fn facets(self, chosen: Option<&str>) -> Vec<Facet> {
        let facet = |((label, value), count): ((&str, &str), usize)| Facet {
            value: value.to_owned(),
            label: label.to_owned(),
            count,
            chosen: chosen == Some(value),
        };
        self.0.into_iter().map(facet).filter(|facet| facet.count > 0 || facet.chosen).collect()
    }
}
