//! How a connection is doing: traffic, what waits, what failed, what test mode came to (R10, R58).

use askama::Template;
use axum::extract::Path;
use procurement::id::ConnectionId;
use procurement::reason::Telling;

use crate::chrome::{Chrome, Place};
use crate::head::{Head, Tab, load};
use crate::page::{Answer, show};
use crate::texts::health::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::{amounts, moment};

#[derive(Template)]
#[template(path = "health.html")]
struct HealthPage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    last_traffic: Option<String>,
    waiting: usize,
    subscribed: usize,
    parked_invoices: usize,
    test_orders: usize,
    would_have_bought: String,
    /// When, and why.
    refusals: Vec<(String, Telling)>,
    /// The same of documents that meant the other of test and production (R20).
    marked: Vec<(String, Telling)>,
}

/// `GET /console/connections/{id}/health`
pub async fn health(visitor: Visitor, Path(id): Path<ConnectionId>) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Health).await?;
    let (health, last) = visitor.configuration().condition(&visitor.caller, id, visitor.language).await?;
    let told = |at| moment(visitor.language, at);
    show(&HealthPage {
        chrome: visitor.chrome(Place::Connections),
        t: visitor.words(&TEXTS),
        head,
        last_traffic: last.map(told),
        waiting: health.waiting,
        subscribed: health.subscribed,
        parked_invoices: health.parked_invoices,
        test_orders: health.test_orders.count,
        would_have_bought: amounts(visitor.language, &health.test_orders.value),
        marked: health.marked.into_iter().map(|(at, text)| (told(at), text)).collect(),
        refusals: health.refusals.into_iter().map(|(at, reason)| (told(at), reason)).collect(),
    })
}
