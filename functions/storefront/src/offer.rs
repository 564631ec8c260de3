//! An offer's page with its form, and Request approval (R27, R30).

mod form;
mod load;
mod request;
mod typed;

use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use procurement::account::Account;
use procurement::catalogue::Product;
use procurement::id::OfferId;
use procurement::shopping::NotAdded;

use crate::Storefront;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::finish::see_other;
use crate::notice::Notice;
use crate::price::Price;
use crate::visit::Visit;
use crate::words;

use form::Form;
use load::Loaded;
use typed::{Faults, Typed};

#[derive(Template)]
#[template(path = "offer.html")]
struct Page<'a> {
    chrome: &'a Chrome,
    product: &'a Product,
    product_page: String,
    name: &'a str,
    pricing: &'static str,
    price: Price,
    private: bool,
    expires: Option<String>,
    /// Why it cannot be sent for approval; there is no form then.
    why_not: Option<String>,
    form: Form,
}

/// `GET /s/{key}/offers/{offer}`
pub async fn show(
    State(store): State<Storefront>,
    Path((key, offer)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key).await?;
    let page = async {
        let loaded = Loaded::new(&store, &visit, &offer).await?;
        let typed = Typed::first(&loaded.offer().pricing, visit.connection.settings.blanket_amount);
        page(&store, &visit, &loaded, &typed, Faults::default())
    };
    page.await.map_err(|failure| failure.within(|| visit.chrome(Place::Search)))
}

/// `GET /s/{key}/offers/{offer}/request`: a form that was shown again, opened anew.
pub async fn again(
    State(store): State<Storefront>,
    Path((key, offer)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key).await?;
    let offer = offer.parse().map_err(|_| Failure::from(Notice::NoOffer))?;
    Ok(see_other(&visit.offer_page(&offer)))
}

/// `POST /s/{key}/offers/{offer}/request`
pub async fn request(
    State(store): State<Storefront>,
    Path((key, offer)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Failure> {
    let typed = Typed::read(&Fields::read(&body));
    request::request(&store, &key, &offer, &typed).await
}

/// `POST /s/{key}/offers/{offer}/subscribe`: nothing is bought past the procurement system (R27).
pub async fn subscribe(
    State(store): State<Storefront>,
    Path((key, offer)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key).await?;
    let refusal = match offer.parse::<OfferId>() {
        Ok(offer) => Notice::NoDirectPurchase { offer },
        Err(_) => Notice::NoOffer,
    };
    Err(Failure::from(refusal).within(|| visit.chrome(Place::Search)))
}

/// The page with the form as it was typed, and what is wrong with it.
fn page(
    store: &Storefront,
    visit: &Visit,
    loaded: &Loaded,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let (offer, product) = (loaded.offer(), &loaded.listing.product);
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let chrome = visit.chrome(Place::Search);
    let page = Page {
        product,
        product_page: format!("{}/products/{}", visit.home(), product.id),
        name: &offer.name,
        pricing: offer.pricing.label(),
        price: Price::from(&offer.pricing),
        private: offer.is_private(),
        expires: offer.expires.map(words::moment),
        why_not: why_not(visit, loaded),
        form: Form::new(store, visit, loaded, typed, faults),
        chrome: &chrome,
    };
    chrome.show(status, &page)
}

fn why_not(visit: &Visit, loaded: &Loaded) -> Option<String> {
    if visit.session.is_read_only() {
        return Some(NotAdded::ReadOnly.to_string());
    }
    loaded.judge(visit).err().map(|why| why.to_string())
}

/// The account that is proposed: the one chosen last, or the only one (R30).
fn proposed<'a>(visit: &Visit, accounts: &'a [Account]) -> Option<&'a Account> {
    let last = visit.session.requester.account;
    accounts.iter().find(|account| Some(account.id) == last).or(match accounts {
        [only] => Some(only),
        _ => None,
    })
}
