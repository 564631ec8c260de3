//! Settings: what the marketplace's "Purchase information" gives, and what this system has to give.

use super::layout::{Chrome, Page, page, page_with};
use crate::{Buyer, Connection, Credential, Invoicing, System};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;
use url::Url;

/// The form as typed.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Typed {
    punch_out_url: String,
    order_url: String,
    supplier_domain: String,
    supplier_identity: String,
    buyer_domain: String,
    buyer_identity: String,
    shared_secret: String,
    test_account: Option<String>,
}

impl From<Connection> for Typed {
    /// The secret is never shown again.
    fn from(connection: Connection) -> Self {
        Self {
            punch_out_url: connection.punch_out_url.into(),
            order_url: connection.order_url.into(),
            supplier_domain: connection.supplier.domain,
            supplier_identity: connection.supplier.identity,
            buyer_domain: connection.buyer.domain,
            buyer_identity: connection.buyer.identity,
            shared_secret: String::new(),
            test_account: connection.test_account.then(|| "on".to_owned()),
        }
    }
}

#[derive(Template)]
#[template(path = "pages/settings.html")]
struct Settings {
    chrome: Chrome,
    typed: Typed,
    problems: Vec<(&'static str, String)>,
    secret_kept: bool,
    form_post_host: String,
    form_post_example: String,
    invoice_url: String,
    invoicing: Invoicing,
    units: String,
}

impl Settings {
    fn new(buyer: &Buyer, typed: Typed, problems: Vec<(&'static str, String)>) -> Self {
        Self {
            chrome: Chrome::new(buyer, "/settings"),
            typed,
            problems,
            secret_kept: buyer.connection().is_some(),
            form_post_host: buyer.form_post_host().to_owned(),
            form_post_example: buyer.form_post_url(1001),
            invoice_url: buyer.invoice_url(),
            invoicing: buyer.invoicing(),
            units: buyer.config().units.join(", "),
        }
    }

    /// Address, label, name and value of the text fields.
    fn fields(&self) -> [(&'static str, &'static str, &str, &'static str); 6] {
        let it = &self.typed;
        let buyer_hint = match self.chrome.system {
            System::Coupa => "NetworkId or DUNS identity of this company",
            System::Ariba => "Ariba Network ID: AN and 11 or 12 digits",
        };
        [
            ("punch_out_url", "Punch-out URL", &it.punch_out_url, "Where setup requests are posted"),
            ("order_url", "Purchase order URL", &it.order_url, "Where purchase orders are posted"),
            ("supplier_domain", "Supplier domain", &it.supplier_domain, "NetworkId or DUNS"),
            ("supplier_identity", "Supplier identity", &it.supplier_identity, "The marketplace"),
            ("buyer_domain", "Buyer domain", &it.buyer_domain, "NetworkId or DUNS"),
            ("buyer_identity", "Buyer identity", &it.buyer_identity, buyer_hint),
        ]
    }

    fn problem_with(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| *name == field).map(|(_, problem)| problem.as_str())
    }
}

pub(super) async fn show(State(buyer): State<Buyer>) -> Page {
    let typed = buyer.connection().map(Typed::from).unwrap_or_default();
    page(&Settings::new(&buyer, typed, Vec::new()))
}

pub(super) async fn save(State(buyer): State<Buyer>, Form(typed): Form<Typed>) -> Page {
    match read(&typed, buyer.connection()) {
        Ok(connection) => {
            buyer.connect(connection);
            Ok(Redirect::to("/settings#saved").into_response())
        }
        Err(problems) => page_with(StatusCode::UNPROCESSABLE_ENTITY, &Settings::new(&buyer, typed, problems)),
    }
}

/// All problems at once; an empty secret keeps the one that is there.
fn read(typed: &Typed, known: Option<Connection>) -> Result<Connection, Vec<(&'static str, String)>> {
    let mut problems = Vec::new();
    let punch_out_url = url("punch_out_url", &typed.punch_out_url, &mut problems);
    let order_url = url("order_url", &typed.order_url, &mut problems);
    let mut text = |name, value: &str| {
        if value.trim().is_empty() {
            problems.push((name, "Fill this in.".to_owned()));
        }
        value.trim().to_owned()
    };
    let supplier = Credential::new(
        text("supplier_domain", &typed.supplier_domain),
        text("supplier_identity", &typed.supplier_identity),
    );
    let buyer = Credential::new(
        text("buyer_domain", &typed.buyer_domain),
        text("buyer_identity", &typed.buyer_identity),
    );
    let secret = known.map(|it| it.shared_secret).filter(|_| typed.shared_secret.is_empty());
    let shared_secret = secret.unwrap_or_else(|| text("shared_secret", &typed.shared_secret));
    match (punch_out_url, order_url) {
        (Some(punch_out_url), Some(order_url)) if problems.is_empty() => Ok(Connection {
            punch_out_url,
            order_url,
            supplier,
            buyer,
            shared_secret,
            test_account: typed.test_account.is_some(),
        }),
        _ => Err(problems),
    }
}

fn url(name: &'static str, typed: &str, problems: &mut Vec<(&'static str, String)>) -> Option<Url> {
    let url = Url::parse(typed.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    if url.is_none() {
        problems.push((
            name,
            "Type in a whole address that begins with https:// (or http:// on this machine).".into(),
        ));
    }
    url
}
