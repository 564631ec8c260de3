//! *Set up Coupa integration* and *Set up Ariba integration*: a new connection, and its secret, once (R7, R13, R15).

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use procurement::configuration::Draft;
use procurement::connection::{NewSystem, ProcurementSystem};
use serde::Deserialize;

use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::form::{Field, Mistakes, Wrong, lines};
use crate::page::{Answer, show, show_as};
use crate::purchase_information::PurchaseInformation;
use crate::texts::new_connection::{TEXTS, Words};
use crate::visitor::Visitor;

/// The procurement system in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum System {
    Coupa,
    Ariba,
}

/// What was typed in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// How many connections there were when the form was made: sent again, it makes no second one.
    existing: usize,
    name: String,
    description: String,
    anid: String,
    form_hosts: String,
    contacts: String,
}

#[derive(Template)]
#[template(path = "new_connection.html")]
struct NewConnectionPage {
    chrome: Chrome,
    t: &'static Words,
    system: System,
    mistakes: Mistakes,
    existing: usize,
    name: Field,
    description: Field,
    anid: Field,
    form_hosts: Field,
    contacts: Field,
}

#[derive(Template)]
#[template(path = "created.html")]
struct CreatedPage {
    chrome: Chrome,
    t: &'static Words,
    system: System,
    id: String,
    name: String,
    information: PurchaseInformation,
}

/// `GET /console/connections/new/{system}`
pub async fn blank(visitor: Visitor, Path(system): Path<System>) -> Answer {
    visitor.caller.may_put().map_err(config::Failure::from)?;
    let existing = visitor.configuration().connections(&visitor.caller).await?.len();
    let typed = Typed { existing, name: system.label().to_owned(), ..Typed::default() };
    show(&page(&visitor, system, &typed, Mistakes::default()))
}

/// `POST /console/connections/new/{system}`: the answer is the one page that shows the secret.
pub async fn create(visitor: Visitor, Path(system): Path<System>, Form(typed): Form<Typed>) -> Answer {
    let existing = visitor.configuration().connections(&visitor.caller).await?.len();
    if existing != typed.existing {
        return Err(Failure::Repeated);
    }
    let created = visitor.configuration().create(&visitor.caller, system.named(&typed), &typed.draft()).await;
    let (connection, information) = match created {
        Ok(created) => created,
        Err(failure) => {
            let mistakes = Mistakes::of(failure, visitor.language)?;
            return show_as(StatusCode::BAD_REQUEST, &page(&visitor, system, &typed, mistakes));
        }
    };
    let created = CreatedPage {
        chrome: visitor.chrome(Place::Connections),
        t: visitor.words(&TEXTS),
        system,
        id: connection.id.to_string(),
        name: connection.name,
        information: PurchaseInformation::new(&visitor, information),
    };
    show_as(StatusCode::CREATED, &created)
}

fn page(visitor: &Visitor, system: System, typed: &Typed, mistakes: Mistakes) -> NewConnectionPage {
    let t = visitor.words(&TEXTS);
    let hosts = if system == System::Coupa { &t.coupa_hosts } else { &t.ariba_hosts };
    NewConnectionPage {
        chrome: visitor.chrome(Place::Connections),
        t,
        system,
        existing: typed.existing,
        name: mistakes.field("name", &t.name, &typed.name),
        description: mistakes.field("description", &t.description, &typed.description),
        anid: mistakes.field("anid", &t.anid, &typed.anid),
        form_hosts: mistakes.field("form_hosts", hosts, &typed.form_hosts),
        contacts: mistakes.field("contacts", &t.contacts, &typed.contacts),
        mistakes,
    }
}

// === impl System ===

impl System {
    const fn label(self) -> &'static str {
        match self {
            Self::Coupa => ProcurementSystem::Coupa.label(),
            Self::Ariba => ProcurementSystem::SapAriba.label(),
        }
    }

    fn named(self, typed: &Typed) -> NewSystem {
        match self {
            Self::Coupa => NewSystem::Coupa,
            Self::Ariba => NewSystem::SapAriba { anid: typed.anid.clone() },
        }
    }

    const fn is_ariba(&self) -> bool {
        matches!(self, Self::Ariba)
    }
}

// === impl Typed ===

impl Typed {
    fn draft(&self) -> Draft {
        Draft {
            name: Some(self.name.clone()),
            description: Some(self.description.clone()),
            form_hosts: Some(lines(&self.form_hosts)),
            contacts: Some(lines(&self.contacts)),
            ..Draft::default()
        }
    }
}

// === impl NewConnectionPage ===

impl NewConnectionPage {
    fn title(&self) -> &'static str {
        if self.system.is_ariba() { self.t.ariba_title } else { self.t.coupa_title }
    }

    fn wrong(&self) -> &[Wrong] {
        self.mistakes.all()
    }
}
