//! What a requester asked for, and what became of it (R40, R58).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use procurement::id::RequisitionId;
use procurement::requisition::{Requisition, Status};

use crate::Storefront;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::notice::Notice;
use crate::visit::Visit;
use crate::words;

#[derive(Template)]
#[template(path = "requests.html")]
struct ListPage<'a> {
    chrome: &'a Chrome,
    home: &'a str,
    requests: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "request.html")]
struct RequestPage<'a> {
    chrome: &'a Chrome,
    home: &'a str,
    request: Shown,
    timeline: Vec<(String, &'a str)>,
}

/// A request as the pages show it.
struct Shown {
    id: String,
    name: String,
    seller: String,
    product: String,
    offer: String,
    offer_name: String,
    pricing: &'static str,
    details: String,
    total: String,
    account: String,
    asked: String,
    waits_until: Option<String>,
    order: Option<String>,
    test: bool,
    status: &'static str,
    /// How the status looks: `good`, `bad`, `open` or `over`.
    tone: &'static str,
    reason: Option<String>,
    /// Whether asking again is what helps.
    again: bool,
    subscribed: bool,
}

/// `GET /s/{key}/requests`
pub async fn list(State(store): State<Storefront>, Path(key): Path<String>) -> Result<Response, Failure> {
    let visit = store.visit(&key).await?;
    let chrome = visit.chrome(Place::Requests);
    let page = async {
        let requester = &visit.session.requester.key;
        let found = store.core.store.requisitions_of(visit.connection.id, requester).await?;
        let requests = found.iter().map(Shown::new).collect();
        chrome.show(StatusCode::OK, &ListPage { chrome: &chrome, home: chrome.home(), requests })
    };
    page.await.map_err(|failure| failure.within(|| chrome.clone()))
}

/// `GET /s/{key}/requests/{request}`
pub async fn show(
    State(store): State<Storefront>,
    Path((key, request)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key).await?;
    let mut chrome = visit.chrome(Place::Requests);
    let page = async {
        let found = own_request(&store, &visit, &request).await?;
        chrome.test |= found.is_test();
        let timeline =
            found.timeline.iter().map(|entry| (words::moment(entry.at), entry.text.as_str())).collect();
        let request = Shown::new(&found);
        chrome.show(StatusCode::OK, &RequestPage { chrome: &chrome, home: chrome.home(), request, timeline })
    };
    page.await.map_err(|failure| failure.within(|| visit.chrome(Place::Requests)))
}

/// A requester sees their own; anybody else's is as good as none (R42).
async fn own_request(store: &Storefront, visit: &Visit, id: &str) -> Result<Requisition, Failure> {
    let id: RequisitionId = id.parse().map_err(|_| Notice::NoRequest)?;
    let found = store.core.store.requisition(id).await?;
    let own = |request: &Requisition| visit.owns(request.connection, &request.requester.key);
    Ok(found.filter(own).ok_or(Notice::NoRequest)?)
}

// === impl Shown ===

impl Shown {
    fn new(request: &Requisition) -> Self {
        let waits = matches!(request.status, Status::InCart | Status::SentForApproval);
        Self {
            id: request.id.to_string(),
            name: request.product.name.clone(),
            seller: request.product.seller.clone(),
            product: request.product.id.to_string(),
            offer: request.offer.id.to_string(),
            offer_name: request.offer.name.clone(),
            pricing: request.offer.pricing.label(),
            details: request.quote.details.join(", "),
            total: request.quote.total.grouped(),
            account: request.account.to_string(),
            asked: words::moment(request.created),
            waits_until: waits.then(|| words::moment(request.expires)),
            order: order(&request.status).map(str::to_owned),
            test: request.is_test(),
            status: request.status.label(),
            tone: tone(&request.status),
            reason: request.status.reason().map(str::to_owned),
            again: matches!(request.status, Status::Stale { .. } | Status::Refused { .. }),
            subscribed: matches!(request.status, Status::Subscribed { .. }),
        }
    }
}

fn order(status: &Status) -> Option<&str> {
    match status {
        Status::Subscribed { order_id, .. } | Status::TestCompleted { order_id } => Some(order_id),
        _ => None,
    }
}

fn tone(status: &Status) -> &'static str {
    match status {
        Status::Subscribed { .. } | Status::TestCompleted { .. } => "good",
        Status::Stale { .. } | Status::Refused { .. } => "bad",
        Status::InCart | Status::SentForApproval => "open",
        Status::Cancelled { .. } => "over",
    }
}
