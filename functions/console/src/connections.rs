//! *Manage procurement systems*: every connection of the organisation, and the way to a new one (R6).

use askama::Template;
use axum::extract::{Path, Query};
use procurement::connection::{Connection, ProcurementSystem};

use crate::chrome::{Chrome, Place};
use crate::form::Version;
use crate::head::banner;
use crate::notice::{After, Done};
use crate::page::{Answer, show};
use crate::texts::connections::{TEXTS, Words};
use crate::texts::head;
use crate::visitor::Visitor;
use axum::Form;
use procurement::id::ConnectionId;

#[derive(Template)]
#[template(path = "connections.html")]
struct ConnectionsPage {
    chrome: Chrome,
    t: &'static Words,
    may_change: bool,
    test_mode: &'static str,
    rows: Vec<Row>,
}

/// A connection in the table.
struct Row {
    id: String,
    version: u64,
    name: String,
    description: String,
    system: ProcurementSystem,
    test: bool,
    enabled: bool,
    /// In test mode: what would have been bought so far (R10).
    banner: Option<String>,
}

/// `GET /console/connections`
pub async fn list(visitor: Visitor, Query(after): Query<After>) -> Answer {
    let connections = visitor.configuration().connections(&visitor.caller).await?;
    let mut rows = Vec::new();
    for connection in &connections {
        rows.push(Row::of(connection, banner(&visitor, connection).await?));
    }
    show(&ConnectionsPage {
        chrome: visitor.chrome(Place::Connections).after(after.done, &visitor),
        t: visitor.words(&TEXTS),
        may_change: visitor.caller.permissions.put,
        test_mode: visitor.words(&head::TEXTS).test_mode,
        rows,
    })
}

/// `POST /console/connections/{id}/enable`
pub async fn enable(visitor: Visitor, Path(id): Path<ConnectionId>, Form(read): Form<Version>) -> Answer {
    visitor.configuration().enable(&visitor.caller, id, read.version).await?;
    Ok(visitor.go_to(&format!("/console/connections?{}", Done::Enabled.in_address())))
}

/// `POST /console/connections/{id}/disable` (R14)
pub async fn disable(visitor: Visitor, Path(id): Path<ConnectionId>, Form(read): Form<Version>) -> Answer {
    visitor.configuration().disable(&visitor.caller, id, read.version).await?;
    Ok(visitor.go_to(&format!("/console/connections?{}", Done::Disabled.in_address())))
}

// === impl Row ===

impl Row {
    fn of(connection: &Connection, banner: Option<String>) -> Self {
        Self {
            id: connection.id.to_string(),
            version: connection.version,
            name: connection.name.clone(),
            description: connection.description.clone(),
            system: connection.system,
            test: connection.is_test(),
            enabled: connection.enabled,
            banner,
        }
    }
}
