//! `GET /s/{key}`: search.

mod asked;
mod card;
mod found;

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::Storefront;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::visit::Visit;

use asked::Asked;
use card::Card;
use found::{Facets, Found, Viewer};

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
    previous: Option<String>,
    next: Option<String>,
}

/// The listings that fit what was asked for.
pub async fn show(
    State(store): State<Storefront>,
    Path(key): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let visit = store.visit(&key).await?;
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
    let viewer = Viewer { accounts: &accounts, approved: visit.approved.as_ref(), now: visit.now };
    let Found { listings, facets, total, page, pages } = found::find(&index, asked, &viewer);
    let turn = |to: usize| (1..=pages).contains(&to).then(|| asked.path(chrome.home(), to));
    let cards =
        listings.into_iter().map(|listing| Card::new(listing, chrome.home(), &accounts, visit.now)).collect();
    let (previous, next) = (turn(page - 1), turn(page + 1));
    chrome.show(StatusCode::OK, &Page { chrome, asked, cards, facets, total, page, pages, previous, next })
}
