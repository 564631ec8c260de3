//! An offer's page with its form, and Request approval (R27, R30).

mod form;
mod load;
mod request;
mod retry;
mod subscribe;
mod typed;
mod wait;

use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use procurement::account::Account;
use procurement::catalogue::{Product, date_of};
use procurement::connection::ProcurementSystem;
use procurement::requisition::Requisition;
use procurement::shopping::NotAdded;

use crate::Storefront;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::finish::see_other;
use crate::language::Browser;
use crate::notice::Notice;
use crate::price::Price;
use crate::texts::Texts;
use crate::visit::Visit;
use crate::way::Way;

use form::Form;
use load::Loaded;
use retry::{Sent, until_written};
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
    /// What was asked for before, where it is sent again.
    former: Option<String>,
}

/// `GET /s/{key}/offers/{offer}`
pub async fn show(
    State(store): State<Storefront>,
    browser: Browser,
    Path((key, offer)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let page = async {
        let mut loaded = Loaded::new(&store, &visit, &offer).await?;
        let query = Fields::read(query.unwrap_or_default().as_bytes());
        loaded.send_again(&store, &visit, query.value("again")).await?;
        let typed = first(&visit, &loaded);
        page(&store, &visit, &loaded, &typed, Faults::default())
    };
    page.await.map_err(|failure| failure.within(|| visit.chrome(Place::Search)))
}

/// What the form shows before anything is typed: what was chosen before, where it is sent again (R37).
fn first(visit: &Visit, loaded: &Loaded) -> Typed {
    let pricing = &loaded.offer().pricing;
    let blanket = visit.asked_over(pricing).settings.blanket_amount;
    let fresh = Typed::first(pricing, blanket, &visit.t().formats);
    match &loaded.former {
        None => fresh,
        Some(former) => Typed::again(pricing, former, fresh, &visit.t().formats),
    }
}

/// `GET /s/{key}/offers/{offer}/request`: a form that was shown again, opened anew.
pub async fn again(
    State(store): State<Storefront>,
    browser: Browser,
    Path((key, offer)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let offer = offer.parse().map_err(|_| Failure::from(Notice::NoOffer))?;
    Ok(see_other(&visit.offer_page(&offer)))
}

/// `POST /s/{key}/offers/{offer}/request`
pub async fn request(
    State(store): State<Storefront>,
    browser: Browser,
    Path((key, offer)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Failure> {
    let typed = Typed::read(&Fields::read(&body));
    let sent = Sent { store: &store, key: &key, browser, offer: &offer, typed: &typed };
    until_written(sent, request::attempt).await
}

/// `POST /s/{key}/offers/{offer}/subscribe`: at once where that is approved beforehand (R16), and never past the procurement
/// system (R27).
pub async fn subscribe(
    State(store): State<Storefront>,
    browser: Browser,
    Path((key, offer)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Failure> {
    let typed = Typed::read(&Fields::read(&body));
    let sent = Sent { store: &store, key: &key, browser, offer: &offer, typed: &typed };
    until_written(sent, subscribe::attempt).await
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
    let t = visit.t();
    let page = Page {
        product,
        product_page: format!("{}/products/{}", visit.home(), product.id),
        name: &offer.name,
        pricing: (t.formats.pricing)(offer.pricing.key()),
        price: Price::new(&offer.pricing, t),
        private: offer.is_private(),
        expires: offer.expires.map(t.formats.moment),
        why_not: why_not(visit, loaded),
        form: Form::new(store, visit, loaded, typed, faults),
        former: loaded.former.as_ref().map(|former| asked_before(former, t)),
        chrome: &chrome,
    };
    chrome.show(status, &page)
}

fn why_not(visit: &Visit, loaded: &Loaded) -> Option<String> {
    if visit.session.is_read_only() {
        return Some(visit.words(&NotAdded::ReadOnly));
    }
    if visit.way(&loaded.offer().pricing) == Way::BeginsInAriba {
        return Some((visit.t().direct.start_in)(ProcurementSystem::SapAriba.label()));
    }
    loaded.judge(visit).err().map(|why| visit.words(&why))
}

fn asked_before(former: &Requisition, t: &Texts) -> String {
    let day = (t.formats.day)(date_of(former.created));
    (t.offer.resend_hint)(&day, &(t.formats.money)(former.quote.total))
}

/// The account that is proposed: the one chosen last, or the only one (R30).
fn proposed<'a>(visit: &Visit, accounts: &'a [Account]) -> Option<&'a Account> {
    let last = visit.session.requester.account;
    accounts.iter().find(|account| Some(account.id) == last).or(match accounts {
        [only] => Some(only),
        _ => None,
    })
}
