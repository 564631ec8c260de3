//! What a requester asked for, and what became of it (R40, R58).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use procurement::id::RequisitionId;
use procurement::reason::{self, Reason as _, Telling};
use procurement::requisition::{Entry, Requisition, Status};

use crate::Storefront;
use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::finish::see_other;
use crate::language::Browser;
use crate::notice::Notice;
use crate::texts::Texts;
use crate::visit::Visit;

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
    timeline: Vec<Told>,
}

/// What happened, and when.
struct Told {
    at: String,
    told: Telling,
}

/// A request as the pages show it.
struct Shown {
    id: String,
    name: String,
    seller: String,
    product: String,
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
    reason: Option<Telling>,
    /// What the way to ask again is called, where that is what helps.
    again: Option<&'static str>,
    subscribed: bool,
}

/// `GET /s/{key}/requests`
pub async fn list(
    State(store): State<Storefront>,
    browser: Browser,
    Path(key): Path<String>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let chrome = visit.chrome(Place::Requests);
    let page = async {
        let requester = &visit.session.requester.key;
        let found = store.core.store.requisitions_of(visit.connection.id, requester).await?;
        let requests = found.iter().map(|one| Shown::new(one, chrome.t)).collect();
        chrome.show(StatusCode::OK, &ListPage { chrome: &chrome, home: chrome.home(), requests })
    };
    page.await.map_err(|failure| failure.within(|| chrome.clone()))
}

/// `GET /s/{key}/requests/{request}`
pub async fn show(
    State(store): State<Storefront>,
    browser: Browser,
    Path((key, request)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let mut chrome = visit.chrome(Place::Requests);
    let page = async {
        let found = own_request(&store, &visit, &request).await?;
        chrome.test |= found.is_test();
        let timeline = found.timeline.iter().map(|entry| Told::new(entry, chrome.t)).collect();
        let request = Shown::new(&found, chrome.t);
        chrome.show(StatusCode::OK, &RequestPage { chrome: &chrome, home: chrome.home(), request, timeline })
    };
    page.await.map_err(|failure| failure.within(|| visit.chrome(Place::Requests)))
}

/// `GET /s/{key}/requests/{request}/resend`: leads to the offer that holds now, with the form filled in as it was (R37).
pub async fn resend(
    State(store): State<Storefront>,
    browser: Browser,
    Path((key, request)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let visit = store.visit(&key, browser).await?;
    let page = async {
        let found = own_request(&store, &visit, &request).await?;
        let today = store.core.store.offer(&found.offer.id).await?;
        let offer = today.and_then(|today| today.replaced_by).unwrap_or_else(|| found.offer.id.clone());
        Ok(see_other(&format!("{}?again={}", visit.offer_page(&offer), found.id)))
    };
    page.await.map_err(|failure: Failure| failure.within(|| visit.chrome(Place::Requests)))
}

/// A requester sees their own; anybody else's is as good as none (R42).
pub async fn own_request(store: &Storefront, visit: &Visit, id: &str) -> Result<Requisition, Failure> {
    let id: RequisitionId = id.parse().map_err(|_| Notice::NoRequest)?;
    let found = store.core.store.requisition(id).await?;
    let own = |request: &Requisition| visit.owns(request.connection, &request.requester.key);
    Ok(found.filter(own).ok_or(Notice::NoRequest)?)
}

// === impl Told ===

impl Told {
    fn new(entry: &Entry, t: &Texts) -> Self {
        Self { at: (t.formats.moment)(entry.at), told: entry.told(t.language) }
    }
}

// === impl Shown ===

impl Shown {
    fn new(request: &Requisition, t: &Texts) -> Self {
        let waits = matches!(request.status, Status::InCart | Status::SentForApproval);
        Self {
            id: request.id.to_string(),
            name: request.product.name.clone(),
            seller: request.product.seller.clone(),
            product: request.product.id.to_string(),
            offer_name: request.offer.name.clone(),
            pricing: (t.formats.pricing)(request.offer.pricing.key()),
            details: t.formats.details(&request.offer.pricing, &request.quote),
            total: (t.formats.money)(request.quote.total),
            account: request.account.to_string(),
            asked: (t.formats.moment)(request.created),
            waits_until: waits.then(|| (t.formats.moment)(request.expires)),
            order: order(&request.status).map(str::to_owned),
            test: request.is_test(),
            status: reason::status(&request.status, t.language),
            tone: tone(&request.status),
            reason: request.reason(t.language),
            again: match request.status {
                Status::Stale { .. } => Some(t.requests.resend),
                Status::Refused { .. } => Some(t.requests.request_again),
                _ => None,
            },
            subscribed: matches!(request.status, Status::Subscribed { .. }),
        }
    }
}

/// The number of the purchase order that came, if one came.
pub fn order(status: &Status) -> Option<&str> {
    match status {
        Status::Subscribed { order_id, .. } | Status::TestCompleted { order_id } => {
            Some(order_id.as_str()).filter(|number| !number.is_empty())
        }
        _ => None,
    }
}

/// How a status looks: `good`, `bad`, `open` or `over`.
pub fn tone(status: &Status) -> &'static str {
    match status {
        Status::Subscribed { .. } | Status::TestCompleted { .. } => "good",
        Status::Stale { .. } | Status::Refused { .. } => "bad",
        Status::InCart | Status::SentForApproval => "open",
        Status::Cancelled { .. } => "over",
    }
}
