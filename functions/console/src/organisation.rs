//! What holds for all purchases of an organisation (R16, R18), its approved products (R23), and who is signed in.

use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use procurement::configuration::OrganisationDraft;
use serde::Deserialize;

use crate::chrome::{Chrome, Place};
use crate::failure::Failure;
use crate::form::{Field, Mistakes, Switch, Wrong, lines};
use crate::notice::{After, Done};
use crate::page::{Answer, show, show_as};
use crate::texts::organisation::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::moment;

#[derive(Template)]
#[template(path = "organisation.html")]
struct OrganisationPage {
    chrome: Chrome,
    t: &'static Words,
    may_change: bool,
    version: u64,
    free: Switch,
    byol: Switch,
    order_numbers: Switch,
    billing: Switch,
    list_version: u64,
    applied: Switch,
    products: Field,
    mistakes: Mistakes,
    /// Who, and until when.
    sessions: Vec<(String, String)>,
}

/// The organisation's settings as a browser sends them.
#[derive(Clone, Debug, Deserialize)]
pub struct Typed {
    version: u64,
    automatic_approval_free: Option<String>,
    automatic_approval_byol: Option<String>,
    purchase_order_management: Option<String>,
    billing_integration: Option<String>,
}

/// The list of approved products as a browser sends it.
#[derive(Clone, Debug, Deserialize)]
pub struct TypedList {
    version: u64,
    applied: Option<String>,
    #[serde(default)]
    products: String,
}

/// `GET /console/organisation`
pub async fn view(visitor: Visitor, Query(after): Query<After>) -> Answer {
    let mut page = page(&visitor, Mistakes::default(), None).await?;
    page.chrome = page.chrome.after(after.done, &visitor);
    show(&page)
}

/// `POST /console/organisation`
pub async fn save(visitor: Visitor, Form(typed): Form<Typed>) -> Answer {
    let draft = OrganisationDraft {
        automatic_approval_free: Some(typed.automatic_approval_free.is_some()),
        automatic_approval_byol: Some(typed.automatic_approval_byol.is_some()),
        purchase_order_management: Some(typed.purchase_order_management.is_some()),
        billing_integration: Some(typed.billing_integration.is_some()),
    };
    visitor.configuration().change_organisation(&visitor.caller, typed.version, &draft).await?;
    Ok(visitor.go_to(&format!("/console/organisation?{}", Done::Saved.in_address())))
}

/// `POST /console/organisation/products`
pub async fn save_products(visitor: Visitor, Form(typed): Form<TypedList>) -> Answer {
    let products = lines(&typed.products);
    let applied = typed.applied.is_some();
    let configuration = visitor.configuration();
    match configuration.set_approved_products(&visitor.caller, typed.version, applied, &products).await {
        Ok(_) => Ok(visitor.go_to(&format!("/console/organisation?{}", Done::Saved.in_address()))),
        Err(failure) => {
            let mistakes = Mistakes::of(failure, visitor.language)?;
            show_as(StatusCode::BAD_REQUEST, &page(&visitor, mistakes, Some(&typed)).await?)
        }
    }
}

/// `POST /console/sessions/end`: every session of the account, this one as well.
pub async fn end_sessions(visitor: Visitor) -> Answer {
    visitor.configuration().end_console_sessions(&visitor.caller).await?;
    Ok(visitor.go_to("/console/sign-in"))
}

async fn page(
    visitor: &Visitor,
    mistakes: Mistakes,
    typed: Option<&TypedList>,
) -> Result<OrganisationPage, Failure> {
    let (configuration, caller, t) = (visitor.configuration(), &visitor.caller, visitor.words(&TEXTS));
    let settings = configuration.organisation(caller).await?;
    let list = configuration.approved_products(caller).await?;
    let sessions = configuration.console_sessions(caller).await?;
    let ids = list.iter().flat_map(|list| &list.products).map(ToString::to_string).collect::<Vec<_>>();
    let applied = list.as_ref().is_some_and(|list| list.applied);
    Ok(OrganisationPage {
        chrome: visitor.chrome(Place::Organisation),
        t,
        may_change: caller.may_put().is_ok(),
        version: settings.version,
        free: mistakes.switch("automatic_approval_free", &t.free, settings.automatic_approval.free),
        byol: mistakes.switch("automatic_approval_byol", &t.byol, settings.automatic_approval.byol),
        order_numbers: mistakes.switch(
            "purchase_order_management",
            &t.order_numbers,
            settings.purchase_order_management,
        ),
        billing: mistakes.switch("billing_integration", &t.billing, settings.billing_integration),
        list_version: typed.map_or(list.as_ref().map_or(0, |list| list.version), |typed| typed.version),
        applied: mistakes.switch(
            "applied",
            &t.applied,
            typed.map_or(applied, |typed| typed.applied.is_some()),
        ),
        products: mistakes.field(
            "products",
            &t.products,
            typed.map_or_else(|| ids.join("\n"), |typed| typed.products.clone()),
        ),
        mistakes,
        sessions: sessions.into_iter().map(|one| (one.arn, moment(visitor.language, one.until))).collect(),
    })
}

// === impl OrganisationPage ===

impl OrganisationPage {
    fn wrong(&self) -> &[Wrong] {
        self.mistakes.all()
    }
}
