//! **Check this connection**: what can be proved before it is needed, each finding with how to mend it.

use askama::Template;
use axum::extract::Path;
use procurement::configuration::{Check, Finding};
use procurement::id::ConnectionId;

use crate::chrome::{Chrome, Place};
use crate::head::{Head, Tab, load};
use crate::page::{Answer, show};
use crate::texts::check::{TEXTS, Words};
use crate::visitor::Visitor;

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    /// Nothing before the button was pressed.
    findings: Option<Vec<Found>>,
}

/// What came of a check.
struct Found {
    name: &'static str,
    class: &'static str,
    verdict: &'static str,
    sentence: String,
}

/// `GET /console/connections/{id}/check`: the button.
pub async fn ask(visitor: Visitor, Path(id): Path<ConnectionId>) -> Answer {
    page(visitor, id, false).await
}

/// `POST /console/connections/{id}/check`: what was found. It changes nothing, but asks other servers.
pub async fn run(visitor: Visitor, Path(id): Path<ConnectionId>) -> Answer {
    page(visitor, id, true).await
}

async fn page(visitor: Visitor, id: ConnectionId, run: bool) -> Answer {
    let (_, head) = load(&visitor, id, Tab::Check).await?;
    let t = visitor.words(&TEXTS);
    let checks = match run {
        true => Some(visitor.configuration().check(&visitor.caller, id).await?),
        false => None,
    };
    let findings = checks.map(|checks| checks.iter().map(|check| Found::of(t, check)).collect());
    show(&CheckPage { chrome: visitor.chrome(Place::Connections), t, head, findings })
}

// === impl CheckPage ===

impl CheckPage {
    fn is_ready(&self) -> bool {
        self.findings.iter().flatten().all(|found| found.class != "bad")
    }
}

// === impl Found ===

impl Found {
    fn of(t: &'static Words, check: &Check) -> Self {
        let (class, verdict) = match check.finding() {
            Finding::Good => ("good", t.good),
            Finding::Notice => ("open", t.notice),
            Finding::Bad => ("bad", t.bad),
        };
        Self { name: (t.name)(check.name()), class, verdict, sentence: (t.sentence)(check) }
    }
}
