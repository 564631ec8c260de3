//! What happened to one request, its subscription, its invoices and its mail (R58).

use askama::Template;
use axum::extract::Path;
use procurement::id::{ConnectionId, RequisitionId};
use procurement::reason::{self, Reason as _, Telling};
use procurement::requisition::Status;
use procurement::timeline::About;

use crate::chrome::{Chrome, Place};
use crate::head::{Head, Tab, load};
use crate::page::{Answer, show};
use crate::texts::timeline::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::{amount, moment};

#[derive(Template)]
#[template(path = "timeline.html")]
struct TimelinePage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    product: String,
    status: &'static str,
    reason: Option<Telling>,
    requester: String,
    account: String,
    total: String,
    order: Option<String>,
    subscribed: bool,
    request: String,
    test: bool,
    happenings: Vec<Shown>,
}

/// Something that happened.
struct Shown {
    at: String,
    about: &'static str,
    told: Telling,
}

/// `GET /console/connections/{id}/requests/{request}`
pub async fn view(visitor: Visitor, Path((id, request)): Path<(ConnectionId, RequisitionId)>) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Requests).await?;
    let (requisition, happenings) = visitor.configuration().timeline(&visitor.caller, id, request).await?;
    let t = visitor.words(&TEXTS);
    let order = match &requisition.status {
        Status::Subscribed { order_id, .. } | Status::TestCompleted { order_id } => Some(order_id.clone()),
        _ => None,
    };
    let shown = happenings.into_iter().map(|one| Shown {
        at: moment(visitor.language, one.at),
        about: match one.cause.about() {
            About::Request => t.request,
            About::Invoice => t.invoice,
            About::Job => t.message,
        },
        told: one.cause.told(visitor.language),
    });
    show(&TimelinePage {
        chrome: visitor.chrome(Place::Connections),
        t,
        head,
        status: reason::status(&requisition.status, visitor.language),
        reason: requisition.reason(visitor.language),
        requester: requisition.requester.name.clone(),
        account: requisition.account.to_string(),
        total: amount(visitor.language, &requisition.quote.total),
        order,
        subscribed: matches!(requisition.status, Status::Subscribed { .. }),
        request: requisition.id.to_string(),
        test: requisition.is_test(),
        product: requisition.product.name,
        happenings: shown.collect(),
    })
}
