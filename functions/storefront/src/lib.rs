//! The pages that a requester sees: enter, search, product, offer, request approval, cart, requests, subscriptions.
//!
//! Every page is made on the server and works without JavaScript and without cookies: the session's key is in the
//! path, so the pages live in a procurement system's frame, and two sessions live side by side (R25). The texts are in
//! `texts/`, in every language, and the domain's own reasons; nothing else speaks to the requester.

mod amount;
mod asset;
mod cart;
mod chrome;
mod extend;
mod failure;
mod fields;
mod finish;
mod language;
mod notice;
mod offer;
mod price;
mod product;
mod reference;
mod requests;
mod search;
mod start;
mod subscriptions;
mod texts;
mod visit;
mod way;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use platform::accounts::Accounts;
use platform::core::Core;

use ::search::Shelf;

/// No form of these pages comes near it.
const LARGEST_FORM: usize = 16 * 1024;

/// What the pages stand on.
#[derive(Clone)]
pub struct Storefront {
    core: Core,
    accounts: Accounts,
    shelf: Shelf,
}

// === impl Storefront ===

impl Storefront {
    /// The pages over this store and these accounts. The catalogue is read when the first page needs it.
    pub fn new(core: Core, accounts: Accounts) -> Self {
        let shelf = Shelf::new(core.store.clone(), core.clock.clone());
        Self { core, accounts, shelf }
    }
}

/// The routes of this function. Unknown paths are answered with a page as well, so of several functions behind one
/// address this is the one that has the last word.
pub fn routes(store: Storefront) -> Router {
    Router::new()
        .route("/start/{token}", get(start::open).head(start::look))
        .route("/s/{key}", get(search::show))
        .route("/s/{key}/products/{product}", get(product::show))
        .route("/s/{key}/offers/{offer}", get(offer::show))
        .route("/s/{key}/offers/{offer}/request", get(offer::again).post(offer::request))
        .route("/s/{key}/offers/{offer}/subscribe", post(offer::subscribe))
        .route("/s/{key}/cart", get(cart::show))
        .route("/s/{key}/cart/remove", get(cart::again).post(cart::remove))
        .route("/s/{key}/extend", get(extend::again).post(extend::extend))
        .route("/s/{key}/requests/{request}/resend", get(requests::resend))
        .route("/s/{key}/requests", get(requests::list))
        .route("/s/{key}/requests/{request}", get(requests::show))
        .route("/s/{key}/subscriptions", get(subscriptions::list))
        .route("/s/{key}/subscriptions/{request}", get(subscriptions::show))
        .route("/offers/{reference}", get(reference::show))
        .route("/static/{file}", get(asset::serve))
        .fallback(failure::no_page)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(from_fn_with_state(store.clone(), finish::finish))
        .with_state(store)
}
