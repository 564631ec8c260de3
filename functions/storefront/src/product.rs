//! `GET /s/{key}/products/{product}`: a product, and the offers under which this organisation may have it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use procurement::catalogue::{Listing, Offer};
use procurement::connection::ProcurementSystem;
use procurement::id::ProductId;
use procurement::reason;

use crate::Storefront;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::language::Browser;
use crate::notice::Notice;
use crate::price::Price;
use crate::visit::Visit;
use crate::way::Way;

#[derive(Template)]
#[template(path = "product.html")]
struct Page<'a> {
    chrome: &'a Chrome,
    listing: &'a Listing,
    paragraphs: Vec<&'a str>,
    product_type: &'static str,
    offers: Vec<Shown>,
    offer_count: usize,
}

/// An offer as the product's page shows it.
struct Shown {
    name: String,
    pricing: &'static str,
    price: Price,
    private: bool,
    expires: Option<String>,
    href: String,
    /// What the button says.
    button: &'static str,
    /// Why it cannot be sent for approval (R32).
    why_not: Option<String>,
}

/// The product.
pub async fn show(
    State(store): State<Storefront>,
    browser: Browser,
    Path((key, product)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let chrome = visit.chrome(Place::Search);
    page(&store, &visit, &chrome, &product).await.map_err(|failure| failure.within(|| chrome))
}

async fn page(
    store: &Storefront,
    visit: &Visit,
    chrome: &Chrome,
    product: &str,
) -> Result<Response, Failure> {
    let id: ProductId = product.parse().map_err(|_| Notice::NoProduct)?;
    visit.may_buy(&id)?;
    let listing = store.core.store.listing(&id).await?.ok_or(Notice::NoProduct)?;
    let accounts = visit.accounts();
    let seen = listing.offers.iter().filter(|offer| offer.is_for(&accounts));
    let offers: Vec<Shown> = seen.map(|offer| Shown::new(visit, &listing, offer)).collect();
    let offer_count = offers.len();
    let product_type = reason::product_type(listing.product.product_type, chrome.t.language);
    let paragraphs = paragraphs(&listing.product.description);
    let page = Page { chrome, listing: &listing, paragraphs, product_type, offers, offer_count };
    chrome.show(StatusCode::OK, &page)
}

fn paragraphs(text: &str) -> Vec<&str> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).collect()
}

// === impl Shown ===

impl Shown {
    fn new(visit: &Visit, listing: &Listing, offer: &Offer) -> Self {
        let judged = visit.judge(&listing.product, offer, &visit.accounts());
        let t = visit.t();
        Self {
            name: offer.name.clone(),
            pricing: (t.formats.pricing)(offer.pricing.key()),
            price: Price::new(&offer.pricing, t),
            private: offer.is_private(),
            expires: offer.expires.map(t.formats.moment),
            href: visit.offer_page(&offer.id),
            button: match visit.way(&offer.pricing).is_at_once() {
                true => t.offer.subscribe,
                false => t.product.request,
            },
            why_not: match visit.way(&offer.pricing) {
                Way::BeginsInAriba => Some((t.direct.start_in)(ProcurementSystem::SapAriba.label())),
                _ => judged.err().map(|why| visit.words(&why)),
            },
        }
    }
}
