//! The shared secrets of a connection, and another one (R15).

use askama::Template;
use axum::Form;
use axum::extract::Path;
use jiff::SignedDuration;
use procurement::connection::{Connection, Deployment};
use procurement::id::ConnectionId;
use serde::Deserialize;

use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::form::{Choice, Mistakes};
use crate::head::{Head, Tab};
use crate::page::{Answer, show};
use crate::purchase_information::PurchaseInformation;
use crate::texts::connection::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::moment;

/// What is known about a secret; never the secret.
pub struct Secret {
    pub created: String,
    /// Whether it is of the set for the buyer's test account (R20).
    pub test: bool,
    pub until: Option<String>,
    pub ended: bool,
    /// When it was used last, to the hour.
    pub used: Option<String>,
}

/// Which set of credentials gets another secret, and how long the old one stays valid.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Rotation {
    version: u64,
    overlap_hours: u32,
    #[serde(default)]
    deployment: Deployment,
}

#[derive(Template)]
#[template(path = "rotated.html")]
struct RotatedPage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    test: bool,
    information: PurchaseInformation,
}

/// `POST /console/connections/{id}/secret`: the answer is the one page that shows the new secret.
pub async fn rotate(visitor: Visitor, Path(id): Path<ConnectionId>, Form(asked): Form<Rotation>) -> Answer {
    let overlap = SignedDuration::from_hours(i64::from(asked.overlap_hours));
    let what = (overlap, asked.deployment);
    let rotated = visitor.configuration().rotate_in(&visitor.caller, id, asked.version, what).await;
    let (connection, information) = rotated?;
    show(&RotatedPage {
        chrome: visitor.chrome(Place::Connections),
        t: visitor.words(&TEXTS),
        head: Head::of(&visitor, &connection, Tab::Settings).await?,
        test: asked.deployment == Deployment::Test,
        information: PurchaseInformation::new(&visitor, information),
    })
}

// === impl Secret ===

impl Secret {
    /// The secrets of a connection, the newest first.
    pub async fn all(visitor: &Visitor, connection: &Connection) -> Result<Vec<Self>, Failure> {
        let now = visitor.configuration().core.clock.now();
        let told = |at| moment(visitor.language, at);
        let uses = visitor.configuration().secret_uses(&visitor.caller, connection.id).await?;
        let used = |id| uses.iter().find(|used| used.secret == id).map(|used| told(used.at));
        let newest_first = connection.secrets.iter().rev();
        Ok(newest_first
            .map(|secret| Self {
                created: told(secret.created),
                test: secret.deployment == Deployment::Test,
                until: secret.valid_until.map(told),
                used: used(secret.id()),
                ended: secret.valid_until.is_some_and(|end| end <= now),
            })
            .collect())
    }
}

/// The two sets of credentials, to choose from (R20).
pub fn sets(t: &'static Words) -> Choice {
    let sets = [(Deployment::Production.label(), t.for_production), (Deployment::Test.label(), t.for_test)];
    Mistakes::default().choice("deployment", &t.set, Deployment::Production.label(), &sets)
}
