//! The audit log: who changed what, when, from what to what (R5).

use askama::Template;
use axum::extract::Query;
use procurement::configuration::{AuditEntry, FieldChange};
use serde::Deserialize;

use crate::chrome::{Chrome, Place};
use crate::page::{Answer, show};
use crate::texts::audit::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::moment;

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage {
    chrome: Chrome,
    t: &'static Words,
    entries: Vec<Entry>,
    next: Option<String>,
}

/// A change of the configuration.
struct Entry {
    at: String,
    who: String,
    action: &'static str,
    name: String,
    changes: Vec<FieldChange>,
}

/// Where the list goes on.
#[derive(Clone, Debug, Deserialize)]
pub struct From {
    after: Option<String>,
}

/// `GET /console/audit`
pub async fn list(visitor: Visitor, Query(from): Query<From>) -> Answer {
    let page = visitor.configuration().audit(&visitor.caller, from.after.as_deref()).await?;
    let t = visitor.words(&TEXTS);
    show(&AuditPage {
        chrome: visitor.chrome(Place::Audit),
        t,
        entries: page.items.into_iter().map(|entry| Entry::of(&visitor, t, entry)).collect(),
        next: page.next,
    })
}

// === impl Entry ===

impl Entry {
    fn of(visitor: &Visitor, t: &'static Words, entry: AuditEntry) -> Self {
        Self {
            at: moment(visitor.language, entry.at),
            who: entry.who,
            action: t.action(entry.action),
            name: entry.name,
            changes: entry.changes,
        }
    }
}
