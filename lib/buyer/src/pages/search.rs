//! The search box: what the marketplace has, without leaving this system (Open Buy).

use super::layout::{Chrome, Page, page};
use crate::{Buyer, FoundItem, Requester};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

/// How many results the marketplace gives on a page.
const A_PAGE: usize = 20;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: Option<usize>,
}

#[derive(Template)]
#[template(path = "pages/search.html")]
struct SearchPage {
    chrome: Chrome,
    words: String,
    requesters: Vec<Requester>,
    results: Vec<FoundItem>,
    total: usize,
    page: usize,
    /// Whether there is a page after this one.
    more: bool,
    refusal: Option<String>,
}

/// What fits, with a button that punches out to each.
pub(super) async fn show(State(buyer): State<Buyer>, Query(asked): Query<Asked>) -> Page {
    let number = asked.page.unwrap_or(1).max(1);
    let email = buyer.requesters().first().map(|one| one.email.clone()).unwrap_or_default();
    let (found, refusal) = match buyer.search(&asked.q, number, &email).await {
        Ok(found) => (found, None),
        Err(why) => (crate::Found::default(), Some(why.to_string())),
    };
    page(&SearchPage {
        chrome: Chrome::new(&buyer, "/"),
        words: asked.q,
        requesters: buyer.requesters().to_vec(),
        more: number.saturating_mul(A_PAGE) < found.total_count,
        results: found.results,
        total: found.total_count,
        page: number,
        refusal,
    })
}
