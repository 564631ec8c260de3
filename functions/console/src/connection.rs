//! *Manage Coupa integration* and *Manage SAP Ariba integration*: **Account information**, **Purchase information**,
//! **Configuration settings**, the secrets, and for SAP Ariba how far it has come (R7–R19).

mod confirming;
mod form;
mod invoicing;
mod onboarding;
mod secret;
mod typed;

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use procurement::configuration::Draft;
use procurement::connection::Connection;
use procurement::id::ConnectionId;

pub use onboarding::{request_live, ways};
pub use secret::rotate;

use crate::chrome::{Chrome, Place};
use crate::form::{Choice, Mistakes, Wrong};
use crate::head::{Head, Tab, load};
use crate::notice::{After, Done};
use crate::page::{Answer, show, show_as};
use crate::purchase_information::PurchaseInformation;
use crate::texts::connection::{TEXTS, Words};
use crate::visitor::Visitor;
use form::SettingsForm;
use onboarding::Onboarding;
use secret::Secret;
use typed::Typed;

#[derive(Template)]
#[template(path = "connection.html")]
struct ConnectionPage {
    chrome: Chrome,
    t: &'static Words,
    head: Head,
    version: u64,
    mistakes: Mistakes,
    form: SettingsForm,
    information: PurchaseInformation,
    secrets: Vec<Secret>,
    /// Whether no valid secret can be checked with a CredentialMac, which is asked for.
    rotate_for_mac: bool,
    set: Choice,
    onboarding: Option<Onboarding>,
}

/// `GET /console/connections/{id}`
pub async fn view(visitor: Visitor, Path(id): Path<ConnectionId>, Query(after): Query<After>) -> Answer {
    let (connection, head) = load(&visitor, id, Tab::Settings).await?;
    let typed = Typed::from(&Draft::of(&connection));
    let mut page =
        page(&visitor, &connection, head, (&typed, connection.version), Mistakes::default()).await?;
    page.chrome = page.chrome.after(after.done, &visitor);
    show(&page)
}

/// `POST /console/connections/{id}`: **Save**.
pub async fn save(visitor: Visitor, Path(id): Path<ConnectionId>, Form(typed): Form<Typed>) -> Answer {
    let connection = visitor.configuration().connection(&visitor.caller, id).await?;
    let draft = typed.draft(connection.system);
    match visitor.configuration().change(&visitor.caller, id, typed.version, &draft).await {
        Ok(saved) => {
            Ok(visitor.go_to(&format!("/console/connections/{}?{}", saved.id, Done::Saved.in_address())))
        }
        Err(failure) => {
            let mistakes = Mistakes::of(failure, visitor.language)?;
            let head = Head::of(&visitor, &connection, Tab::Settings).await?;
            let page = page(&visitor, &connection, head, (&typed, typed.version), mistakes).await?;
            show_as(StatusCode::BAD_REQUEST, &page)
        }
    }
}

async fn page(
    visitor: &Visitor,
    connection: &Connection,
    head: Head,
    (typed, version): (&Typed, u64),
    mistakes: Mistakes,
) -> Result<ConnectionPage, crate::failure::Failure> {
    let (configuration, caller, id) = (visitor.configuration(), &visitor.caller, connection.id);
    let information = configuration.purchase_information(caller, id).await?;
    let t = visitor.words(&TEXTS);
    Ok(ConnectionPage {
        chrome: visitor.chrome(Place::Connections),
        t,
        version,
        form: SettingsForm::new(visitor, typed, &mistakes),
        information: PurchaseInformation::new(visitor, information),
        secrets: Secret::all(visitor, connection).await?,
        rotate_for_mac: connection.lacks_sealed_secret(configuration.core.clock.now()),
        set: secret::sets(t),
        onboarding: Onboarding::of(visitor, connection).await?,
        mistakes,
        head,
    })
}

// === impl ConnectionPage ===

impl ConnectionPage {
    fn wrong(&self) -> &[Wrong] {
        self.mistakes.all()
    }
}
