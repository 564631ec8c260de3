//! `POST /open-buy/detail`: one item with its description and its offers, as they are now.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use procurement::catalogue::{Listing, Offer};
use procurement::id::ProductId;
use serde::{Deserialize, Serialize};

use crate::OpenBuy;
use crate::caller::Caller;
use crate::fault::{Fault, read};
use crate::item::{Item, Surroundings, seen};
use crate::price;

#[derive(Deserialize)]
struct Request {
    #[serde(alias = "source_part_num")]
    realtime_item_key: String,
    #[serde(default)]
    token: Option<String>,
}

#[derive(Serialize)]
pub struct Answer {
    #[serde(flatten)]
    item: Item,
    long_description: String,
    support: Option<String>,
    offers: Vec<ShownOffer>,
}

#[derive(Serialize)]
struct ShownOffer {
    id: String,
    name: String,
    private: bool,
    unit_price: Option<String>,
    currency: &'static str,
    price_note: Option<String>,
    expires: Option<String>,
}

/// The item.
pub async fn detail(
    State(open_buy): State<OpenBuy>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>, Fault> {
    let request: Request = read(&body)?;
    let caller = Caller::of(&open_buy, &headers, request.token.as_deref()).await?;
    let listing = listing(&open_buy, &caller, &request.realtime_item_key).await?;
    let around = Surroundings {
        connection: &caller.connection,
        marketplace: &open_buy.core.marketplace,
        now: open_buy.core.clock.now(),
    };
    Ok(Json(Answer {
        item: Item::new(&listing, around),
        offers: seen(&listing, &caller.connection).map(ShownOffer::new).collect(),
        long_description: listing.product.description.clone(),
        support: listing.product.support.clone(),
    }))
}

/// The listing of this key, as it is now. One that this organisation may not see is as good as none.
pub async fn listing(open_buy: &OpenBuy, caller: &Caller, key: &str) -> Result<Listing, Fault> {
    let unknown = || {
        let key: String = key.chars().take(100).collect();
        Fault::BadRequest(format!(
            "\"{key}\" is not an item that can be bought here. Search for another one."
        ))
    };
    let id: ProductId = key.trim().parse().map_err(|_| unknown())?;
    let found = open_buy.core.store.listing(&id).await?;
    found.filter(|listing| caller.sees(listing)).ok_or_else(unknown)
}

// === impl ShownOffer ===

impl ShownOffer {
    fn new(offer: &Offer) -> Self {
        let price = price::of(offer);
        Self {
            id: offer.id.to_string(),
            name: offer.name.clone(),
            private: offer.is_private(),
            unit_price: price.as_ref().map(|price| price.amount.amount_text()),
            currency: offer.pricing.currency().code(),
            price_note: price.map(|price| price.note),
            expires: offer.expires.map(|end| end.to_string()),
        }
    }
}
