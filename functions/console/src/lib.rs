//! The console: the pages of a buyer organisation's administrator, and of the operator.
//!
//! They stand over the use cases of `config`, as its API does, and decide nothing themselves. Every page is made on the
//! server and works without JavaScript. The visitor of a page is known by the cookie of `entrance`; `guard` lets nobody
//! else in. All words are in `texts`, one file a page, English and German side by side.

mod asset;
mod audit;
mod bypass;
mod check;
mod chrome;
mod connection;
mod connections;
mod cookie;
mod entrance;
mod failure;
mod finish;
mod form;
mod guard;
mod guide;
mod head;
mod health;
mod invoices;
mod language;
mod messages;
mod new_connection;
mod notice;
mod operator;
mod organisation;
mod page;
mod purchase_information;
mod reconciliation;
mod requests;
mod subscription;
mod texts;
mod timeline;
mod visitor;
mod which;
mod words;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn_with_state, map_response};
use axum::routing::{get, post};
use config::Configuration;

/// No form of these pages comes near it.
const LARGEST_FORM: usize = 64 * 1024;

/// What the pages stand on.
#[derive(Clone, Debug)]
pub struct Console {
    configuration: Configuration,
}

// === impl Console ===

impl Console {
    /// The pages over these use cases.
    pub fn new(configuration: Configuration) -> Self {
        Self { configuration }
    }

    /// What every path begins with; empty unless the marketplace is under a path of its host.
    fn root(&self) -> &str {
        self.configuration.core.marketplace.base_url.path().trim_end_matches('/')
    }
}

/// The routes of this function.
pub fn routes(console: Console) -> Router {
    Router::new()
        .merge(open_to_all())
        .merge(signed_in().layer(from_fn_with_state(console.clone(), guard::guard)))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(map_response(finish::finish))
        .with_state(console)
}

/// The way in and out, and what pages are made up with.
fn open_to_all() -> Router<Console> {
    Router::new()
        .route("/console/sign-in", get(entrance::sign_in))
        .route("/console/enter/{token}", get(entrance::enter))
        .route("/console/leave", post(entrance::leave))
        .route("/console/static/{file}", get(asset::serve))
        .route("/marketplace/eprocurement/overview", get(entrance::overview))
}

/// Every page behind the session.
fn signed_in() -> Router<Console> {
    Router::new()
        .route("/console", get(entrance::home))
        .route("/console/connections", get(connections::list))
        .route("/console/connections/new/{system}", get(new_connection::blank).post(new_connection::create))
        .route("/console/connections/{id}", get(connection::view).post(connection::save))
        .route("/console/connections/{id}/secret", post(connection::rotate))
        .route("/console/connections/{id}/live", post(connection::request_live))
        .route("/console/connections/{id}/enable", post(connections::enable))
        .route("/console/connections/{id}/disable", post(connections::disable))
        .route("/console/connections/{id}/messages", get(messages::list))
        .route("/console/connections/{id}/messages/{document}", get(messages::view))
        .route("/console/connections/{id}/messages/{document}/replay", post(messages::replay))
        .route("/console/connections/{id}/requests/{request}", get(timeline::view))
        .route("/console/connections/{id}/requests/{request}/subscription", get(subscription::view))
        .route("/console/connections/{id}/requests/{request}/subscription/amend", post(subscription::amend))
        .route("/console/connections/{id}/requests/{request}/subscription/usage", post(subscription::record))
        .route("/console/connections/{id}/requests/{request}/subscription/end", post(subscription::end))
        .route("/console/connections/{id}/invoices", get(invoices::list))
        .route("/console/connections/{id}/invoices/{number}", get(invoices::view))
        .route("/console/connections/{id}/invoices/{number}/pdf", get(invoices::as_pdf))
        .route("/console/connections/{id}/invoices/{number}/csv", get(invoices::as_csv))
        .route("/console/connections/{id}/invoices/{number}/again", post(invoices::send_again))
        .route("/console/connections/{id}/invoices/{number}/uploaded", post(invoices::uploaded))
        .route("/console/connections/{id}/invoices/{number}/take-back", post(invoices::take_back))
        .route("/console/connections/{id}/reconciliation", get(reconciliation::view))
        .route("/console/connections/{id}/reconciliation/csv", get(reconciliation::as_csv))
        .route("/console/connections/{id}/guide", get(guide::guide))
        .route("/console/connections/{id}/check", get(check::ask).post(check::run))
        .route("/console/connections/{id}/health", get(health::health))
        .route("/console/connections/{id}/requests", get(requests::list))
        .route("/console/organisation", get(organisation::view).post(organisation::save))
        .route("/console/organisation/products", post(organisation::save_products))
        .route("/console/sessions/end", post(organisation::end_sessions))
        .route("/console/audit", get(audit::list))
        .route("/console/bypass", get(bypass::report))
        .route("/console/bypass/csv", get(bypass::as_csv))
        .route("/console/which", get(which::which))
        .route("/console/customers", get(operator::customers))
        .route("/console/customers/{account}", get(operator::customer))
        .route("/console/onboarding", get(operator::queue))
        .route("/console/connections/{id}/onboarding", post(operator::advance))
        .route("/console/connections/{id}/remove", get(operator::about_removal).post(operator::remove))
        .route("/console/{*path}", get(failure::no_page).post(failure::no_page))
}
