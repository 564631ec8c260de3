//! `POST /open-buy/search`: the listings that fit, a page at a time.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};

use ::search::Query;

use crate::OpenBuy;
use crate::caller::Caller;
use crate::fault::{Fault, read};
use crate::item::{Item, Surroundings};

/// How many items a page has.
const A_PAGE: usize = 20;
/// Longer texts are cut.
const LONGEST_QUERY: usize = 200;

#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    query: String,
    #[serde(default)]
    page_number: Option<PageNumber>,
    #[serde(default)]
    token: Option<String>,
}

/// From 1; written as a number or as a text.
#[derive(Deserialize)]
#[serde(untagged)]
enum PageNumber {
    Number(usize),
    Text(String),
}

#[derive(Serialize)]
pub struct Answer {
    /// Items on this page.
    count: usize,
    total_count: usize,
    results: Vec<Item>,
}

/// The listings that fit.
pub async fn search(
    State(open_buy): State<OpenBuy>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>, Fault> {
    let request: Request = read(&body)?;
    let caller = Caller::of(&open_buy, &headers, request.token.as_deref()).await?;
    let wanted = request.page()?;
    let words: String = request.query.chars().take(LONGEST_QUERY).collect();
    let query = Query { page: wanted, per_page: A_PAGE, ..Query::words(words) };
    let found = open_buy.shelf.index().await?.search(&query, &caller.viewer())?;
    let around = Surroundings {
        connection: &caller.connection,
        marketplace: &open_buy.core.marketplace,
        now: open_buy.core.clock.now(),
    };
    // There is nothing after the last page.
    let shown = if wanted > found.pages { &[] } else { found.listings.as_slice() };
    let results: Vec<Item> = shown.iter().map(|listing| Item::new(listing, around)).collect();
    Ok(Json(Answer { count: results.len(), total_count: found.total, results }))
}

// === impl Request ===

impl Request {
    fn page(&self) -> Result<usize, Fault> {
        let page = match &self.page_number {
            None => Some(1),
            Some(PageNumber::Number(number)) => Some(*number),
            Some(PageNumber::Text(text)) => text.trim().parse().ok(),
        };
        page.filter(|page| *page > 0)
            .ok_or_else(|| Fault::BadRequest("page_number is not a number from 1 on.".to_owned()))
    }
}
