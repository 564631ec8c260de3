//! `GET /offers/{reference}`: the offer as it was requested, for whoever holds the cart or the purchase order (R33).
//!
//! Approvers have no session; the signed reference is what lets them in, and it opens this one offer only.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use procurement::catalogue::Listing;
use procurement::connection::Connection;
use procurement::order::{Stale, still_holds};
use procurement::reference::Reference;
use procurement::requisition::{Requisition, Status};

use crate::Storefront;
use crate::chrome::Chrome;
use crate::failure::Failure;
use crate::notice::Notice;
use crate::price::Price;
use crate::words;

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
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let key = store.core.keys.reference_key();
    let reference = Reference::verify(&reference, &key).map_err(|_| Failure::from(Notice::NoReference))?;
    let request = store.core.store.requisition(reference.requisition).await?;
    let request = request.filter(|request| request.offer.id == reference.offer).ok_or(Notice::NoReference)?;
    let connection = store.core.store.connection(request.connection).await?.ok_or(Notice::NoReference)?;
    let chrome = chrome(&store, &connection, &request);
    page(&store, &chrome, &request).await.map_err(|failure| failure.within(|| chrome))
}

/// What was requested in test mode buys nothing, whatever the connection's mode is by now (R9).
fn chrome(store: &Storefront, connection: &Connection, request: &Requisition) -> Chrome {
    let mut chrome = Chrome::of_store(store).over(connection);
    chrome.test = request.is_test();
    chrome
}

async fn page(store: &Storefront, chrome: &Chrome, request: &Requisition) -> Result<Response, Failure> {
    let listing = store.core.store.listing(&request.product.id).await?;
    let page = Page {
        chrome,
        request,
        price: Price::from(&request.offer.pricing),
        total: request.quote.total.grouped(),
        term: request.quote.months.map(words::months),
        details: request.quote.details.join(", "),
        asked: words::moment(request.created),
        expires: request.offer.expires.map(words::moment),
        standing: standing(request, listing.as_ref(), store.core.clock.now()),
    };
    chrome.show(StatusCode::OK, &page)
}

fn standing(request: &Requisition, listing: Option<&Listing>, now: Timestamp) -> Standing {
    match &request.status {
        Status::Subscribed { order_id, .. } | Status::TestCompleted { order_id } => {
            Standing::Ordered(order_id.clone())
        }
        Status::Cancelled { .. } => Standing::Cancelled,
        Status::InCart | Status::SentForApproval | Status::Stale { .. } | Status::Refused { .. } => {
            let held = match listing.filter(|listing| !listing.product.withdrawn) {
                None => Err(Stale::Withdrawn),
                Some(listing) => {
                    let today = listing.offers.iter().find(|offer| offer.id == request.offer.id);
                    still_holds(&request.offer, today, now)
                }
            };
            held.map_or_else(|why| Standing::Stale(why.to_string()), |()| Standing::Holds)
        }
    }
}
