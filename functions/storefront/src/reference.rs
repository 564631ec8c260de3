//! `GET /offers/{reference}`: the offer as it was requested, for whoever holds the cart or the purchase order (R33).
//!
//! Approvers have no session; the signed reference is what lets them in, and it opens this one offer only.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use procurement::account::AccountId;
use procurement::connection::Connection;
use procurement::mail::Language;
use procurement::order::Today;
use procurement::reason::Reason as _;
use procurement::reference::Reference;
use procurement::requisition::{Requisition, Status};
use procurement::shopping::{NotSendable, sendable};

use crate::Storefront;
use crate::chrome::Chrome;
use crate::failure::Failure;
use crate::language::Browser;
use crate::notice::Notice;
use crate::price::Price;

#[derive(Template)]
#[template(path = "reference.html")]
struct Page<'a> {
    chrome: &'a Chrome,
    request: &'a Requisition,
    price: Price,
    total: String,
    term: Option<String>,
    details: String,
    asked: String,
    expires: Option<String>,
    standing: Standing,
    pricing: &'static str,
    revision: String,
}

/// What an approver wants to know first.
enum Standing {
    /// It can be approved as it is.
    Holds,
    /// It would be refused, and why.
    Stale(String),
    /// A purchase order came already.
    Ordered(String),
    /// It was taken back.
    Cancelled,
}

/// The offer.
pub async fn show(
    State(store): State<Storefront>,
    browser: Browser,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let key = store.core.keys.reference_key();
    let reference = Reference::verify(&reference, &key).map_err(|_| Failure::from(Notice::NoReference))?;
    let request = store.core.store.requisition(reference.requisition).await?;
    let request = request.filter(|request| request.offer.id == reference.offer).ok_or(Notice::NoReference)?;
    let connection = store.core.store.connection(request.connection).await?.ok_or(Notice::NoReference)?;
    let chrome = chrome(&store, browser, &connection, &request);
    page(&store, &chrome, &request, connection.organisation.management_account)
        .await
        .map_err(|failure| failure.within(|| chrome))
}

/// What was requested in test mode buys nothing, whatever the connection's mode is by now (R9).
fn chrome(store: &Storefront, browser: Browser, connection: &Connection, request: &Requisition) -> Chrome {
    let mut chrome = Chrome::of_store(store, browser.0).over(connection);
    chrome.test = request.is_test();
    chrome
}

async fn page(
    store: &Storefront,
    chrome: &Chrome,
    request: &Requisition,
    organisation: AccountId,
) -> Result<Response, Failure> {
    let listing = store.core.store.listing(&request.product.id).await?;
    let approved = store.core.store.approved_products(organisation).await?;
    let today = Today::of(request, listing.as_ref(), approved.as_ref());
    let sendable = sendable(request, today, organisation, store.core.clock.now());
    let t = chrome.t;
    let page = Page {
        chrome,
        request,
        price: Price::new(&request.offer.pricing, t),
        total: (t.formats.money)(request.quote.total),
        term: t.formats.term(&request.quote),
        details: t.formats.details(&request.offer.pricing, &request.quote),
        asked: (t.formats.moment)(request.created),
        expires: request.offer.expires.map(t.formats.moment),
        standing: standing(request, sendable, t.language),
        pricing: (t.formats.pricing)(request.offer.pricing.key()),
        revision: (t.reference.revision)(request.offer.revision),
    };
    chrome.show(StatusCode::OK, &page)
}

fn standing(request: &Requisition, sendable: Result<(), NotSendable>, language: Language) -> Standing {
    match &request.status {
        Status::Subscribed { order_id, .. } | Status::TestCompleted { order_id } => {
            Standing::Ordered(order_id.clone())
        }
        Status::Cancelled { .. } => Standing::Cancelled,
        Status::InCart | Status::SentForApproval | Status::Stale { .. } | Status::Refused { .. } => {
            sendable.map_or_else(|why| Standing::Stale(why.words(language)), |()| Standing::Holds)
        }
    }
}
