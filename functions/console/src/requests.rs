//! The requests of a connection, with their status and its reason (R40, R42).

use askama::Template;
use axum::extract::Path;
use procurement::id::ConnectionId;
use procurement::reason::{self, Telling};
use procurement::requisition::{Requisition, Status};

use crate::chrome::{Chrome, Place};
use crate::head::{Head, Tab, load};
use crate::page::{Answer, show};
use crate::texts::requests::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::{amount, moment};

#[derive(Template)]
#[template(path = "requests.html")]
struct RequestsPage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    rows: Vec<Row>,
}

/// A request in the list.
struct Row {
    id: String,
    product: String,
    requester: String,
    account: String,
    amount: String,
    at: String,
    order: Option<String>,
    status: &'static str,
    class: &'static str,
    reason: Option<Telling>,
    test: bool,
}

/// `GET /console/connections/{id}/requests`
pub async fn list(visitor: Visitor, Path(id): Path<ConnectionId>) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Requests).await?;
    let requests = visitor.configuration().requests(&visitor.caller, id).await?;
    let t = visitor.words(&TEXTS);
    show(&RequestsPage {
        chrome: visitor.chrome(Place::Connections),
        t,
        head,
        rows: requests.iter().map(|request| Row::of(&visitor, request)).collect(),
    })
}

// === impl Row ===

impl Row {
    fn of(visitor: &Visitor, request: &Requisition) -> Self {
        let (class, order) = match &request.status {
            Status::Subscribed { order_id, .. } => ("good", Some(order_id.clone())),
            Status::TestCompleted { order_id } => ("test", Some(order_id.clone())),
            Status::Stale { .. } | Status::Refused { .. } => ("bad", None),
            Status::SentForApproval => ("open", None),
            Status::InCart | Status::Cancelled { .. } => ("", None),
        };
        Self {
            id: request.id.to_string(),
            product: request.product.name.clone(),
            requester: request.requester.name.clone(),
            account: request.account.to_string(),
            amount: amount(visitor.language, &request.quote.total),
            at: moment(visitor.language, request.created),
            order,
            status: reason::status(&request.status, visitor.language),
            class,
            reason: request.reason(visitor.language),
            test: request.is_test(),
        }
    }
}
