//! `POST /open-buy/checkout`: how items come into a cart. Length, quantity and account are chosen on an item's page, so
//! each leads there by punch-out with the item selected.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};

use crate::OpenBuy;
use crate::caller::Caller;
use crate::detail::listing;
use crate::fault::{Fault, read};
use crate::item::{Item, Surroundings};

/// More are not checked out at once.
const MOST_ITEMS: usize = 20;

#[derive(Deserialize)]
struct Request {
    items: Vec<Wanted>,
    #[serde(default)]
    token: Option<String>,
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(alias = "source_part_num")]
    realtime_item_key: String,
}

#[derive(Serialize)]
pub struct Answer {
    /// Nothing is in a cart yet: each item is chosen on its page.
    status: &'static str,
    /// Where the PunchOutSetupRequest goes.
    punchout_url: String,
    items: Vec<Selected>,
}

#[derive(Serialize)]
struct Selected {
    #[serde(flatten)]
    item: Item,
    /// What the PunchOutSetupRequest selects.
    selected_item: SelectedItem,
}

#[derive(Serialize)]
struct SelectedItem {
    supplier_part_id: String,
}

/// How they come into a cart.
pub async fn checkout(
    State(open_buy): State<OpenBuy>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>, Fault> {
    let request: Request = read(&body)?;
    let caller = Caller::of(&open_buy, &headers, request.token.as_deref()).await?;
    if request.items.is_empty() || request.items.len() > MOST_ITEMS {
        return Err(Fault::BadRequest(format!("Check out between 1 and {MOST_ITEMS} items at once.")));
    }
    let mut items = Vec::new();
    for wanted in &request.items {
        items.push(select(&open_buy, &caller, &wanted.realtime_item_key).await?);
    }
    let punchout_url = open_buy.core.marketplace.url("cxml/setup").into();
    Ok(Json(Answer { status: "punchout_required", punchout_url, items }))
}

async fn select(open_buy: &OpenBuy, caller: &Caller, key: &str) -> Result<Selected, Fault> {
    let listing = listing(open_buy, caller, key).await?;
    let around = Surroundings {
        connection: &caller.connection,
        marketplace: &open_buy.core.marketplace,
        now: open_buy.core.clock.now(),
    };
    let selected_item = SelectedItem { supplier_part_id: listing.product.id.to_string() };
    Ok(Selected { item: Item::new(&listing, around), selected_item })
}
