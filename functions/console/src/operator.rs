//! What is the operator's: every customer, the onboarding of SAP Ariba, going live and back, and removing (R13, R14).

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use procurement::account::{AccountId, Organisation};
use procurement::configuration::Step;
use procurement::connection::Connection;
use procurement::id::ConnectionId;
use serde::Deserialize;

use crate::chrome::{Chrome, Place};
use crate::connection::ways;
use crate::head::{Head, Tab, load};
use crate::notice::{After, Done};
use crate::page::{Answer, show};
use crate::texts::onboarding;
use crate::texts::operator::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::moment;

#[derive(Template)]
#[template(path = "customers.html")]
struct CustomersPage {
    chrome: Chrome,
    t: &'static Words,
    customers: Vec<Organisation>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "customer.html")]
struct CustomerPage {
    chrome: Chrome,
    t: &'static Words,
    account: AccountId,
    name: String,
    connections: Vec<Connection>,
}

#[derive(Template)]
#[template(path = "onboarding_queue.html")]
struct QueuePage {
    chrome: Chrome,
    t: &'static Words,
    rows: Vec<Waiting>,
}

/// An SAP Ariba connection on its way.
struct Waiting {
    id: String,
    version: u64,
    name: String,
    organisation: String,
    account: String,
    anid: String,
    step: &'static str,
    since: String,
    to: Vec<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "remove.html")]
struct RemovePage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    /// How many requests wait for a purchase order.
    pending: usize,
}

/// Where the list goes on.
#[derive(Clone, Debug, Deserialize)]
pub struct From {
    after: Option<String>,
    #[serde(default)]
    done: Option<Done>,
}

/// A step that the operator takes.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Taken {
    version: u64,
    step: Step,
}

/// A removal, and what somebody typed to be sure.
#[derive(Clone, Debug, Deserialize)]
pub struct Removal {
    version: u64,
    force: Option<String>,
}

/// `GET /console/customers`
pub async fn customers(visitor: Visitor, Query(from): Query<From>) -> Answer {
    let page = visitor.configuration().customers(&visitor.caller, from.after.as_deref()).await?;
    show(&CustomersPage {
        chrome: visitor.chrome(Place::Customers).after(from.done, &visitor),
        t: visitor.words(&TEXTS),
        customers: page.items,
        next: page.next,
    })
}

/// `GET /console/customers/{account}`
pub async fn customer(visitor: Visitor, Path(account): Path<AccountId>) -> Answer {
    let connections = visitor.configuration().connections_of_customer(&visitor.caller, account).await?;
    let name = connections.first().map_or_else(|| account.to_string(), |one| one.organisation.name.clone());
    let (chrome, t) = (visitor.chrome(Place::Customers), visitor.words(&TEXTS));
    show(&CustomerPage { chrome, t, account, name, connections })
}

/// `GET /console/onboarding`: the SAP Ariba connections on their way, the longest waiting first.
pub async fn queue(visitor: Visitor, Query(after): Query<After>) -> Answer {
    let waiting = visitor.configuration().onboarding_queue(&visitor.caller).await?;
    show(&QueuePage {
        chrome: visitor.chrome(Place::Onboarding).after(after.done, &visitor),
        t: visitor.words(&TEXTS),
        rows: waiting.iter().filter_map(|connection| Waiting::of(&visitor, connection)).collect(),
    })
}

/// `POST /console/connections/{id}/onboarding`
pub async fn advance(visitor: Visitor, Path(id): Path<ConnectionId>, Form(taken): Form<Taken>) -> Answer {
    visitor.configuration().advance(&visitor.caller, id, taken.version, taken.step).await?;
    Ok(visitor.go_to(&format!("/console/connections/{id}?{}", Done::StepTaken.in_address())))
}

/// `GET /console/connections/{id}/remove`: what removing means.
pub async fn about_removal(visitor: Visitor, Path(id): Path<ConnectionId>) -> Answer {
    visitor.caller.may_operate().map_err(config::Failure::from)?;
    let (_, head) = load(&visitor, id, Tab::Settings).await?;
    let pending = visitor.configuration().pending(&visitor.caller, id).await?;
    let (chrome, t) = (visitor.chrome(Place::Customers), visitor.words(&TEXTS));
    show(&RemovePage { chrome, t, head, pending })
}

/// `POST /console/connections/{id}/remove` (R14)
pub async fn remove(visitor: Visitor, Path(id): Path<ConnectionId>, Form(asked): Form<Removal>) -> Answer {
    let force = asked.force.is_some();
    visitor.configuration().remove(&visitor.caller, id, asked.version, force).await?;
    Ok(visitor.go_to(&format!("/console/customers?{}", Done::Removed.in_address())))
}

// === impl RemovePage ===

impl RemovePage {
    fn waiting(&self) -> String {
        (self.t.remove_pending)(self.pending)
    }
}

// === impl Waiting ===

impl Waiting {
    fn of(visitor: &Visitor, connection: &Connection) -> Option<Self> {
        let (onboarding, t) = (connection.onboarding?, visitor.words(&onboarding::TEXTS));
        Some(Self {
            id: connection.id.to_string(),
            version: connection.version,
            name: connection.name.clone(),
            organisation: connection.organisation.name.clone(),
            account: connection.organisation.management_account.to_string(),
            anid: connection.buyer.value.clone(),
            step: t.title(onboarding.step),
            since: moment(visitor.language, onboarding.since),
            to: ways(t, onboarding.step),
        })
    }
}
