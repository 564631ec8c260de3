//! `GET /s/{key}`: search.

mod asked;
mod card;

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use procurement::catalogue::ProductType;
use procurement::reason;

use ::search::{Facets, Found, Viewer};

use crate::Storefront;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::language::Browser;
use crate::texts::Texts;
use crate::visit::Visit;

use asked::Asked;
use card::Card;

#[derive(Template)]
#[template(path = "search.html")]
struct Page<'a> {
    chrome: &'a Chrome,
    asked: &'a Asked,
    cards: Vec<Card>,
    facets: Facets,
    total: usize,
    page: usize,
    pages: usize,
    /// Nothing has these words; what is shown has similar ones.
    similar: bool,
    previous: Option<String>,
    next: Option<String>,
}

/// The listings that fit what was asked for.
pub async fn show(
    State(store): State<Storefront>,
    browser: Browser,
    Path(key): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let chrome = visit.chrome(Place::Search);
    page(&store, &visit, &chrome, &Asked::read(query.as_deref()))
        .await
        .map_err(|failure| failure.within(|| chrome))
}

async fn page(
    store: &Storefront,
    visit: &Visit,
    chrome: &Chrome,
    asked: &Asked,
) -> Result<Response, Failure> {
    let index = store.shelf.index().await?;
    let accounts = visit.accounts();
    let viewer = Viewer { accounts: &accounts, approved: visit.approved.as_ref() };
    let Found { listings, mut facets, total, page, pages, similar } =
        index.search(&asked.query(), &viewer)?;
    in_words(&mut facets, chrome.t);
    let turn = |to: usize| (1..=pages).contains(&to).then(|| asked.path(chrome.home(), to));
    let cards = listings.iter().map(|listing| Card::new(listing, visit, &accounts)).collect();
    let (previous, next) = (turn(page - 1), turn(page + 1));
    chrome.show(
        StatusCode::OK,
        &Page { chrome, asked, cards, facets, total, page, pages, similar, previous, next },
    )
}

/// The index names types and pricings in English.
fn in_words(facets: &mut Facets, t: &Texts) {
    for one in &mut facets.types {
        if let Some(kind) = ProductType::from_key(&one.value) {
            one.label = reason::product_type(kind, t.language).to_owned();
        }
    }
    for one in &mut facets.pricings {
        one.label = (t.formats.pricing)(&one.value).to_owned();
    }
}
