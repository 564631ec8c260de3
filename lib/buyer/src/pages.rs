//! The pages a person clicks through, and the addresses the marketplace posts to.
//!
//! Server-rendered, without scripts. Every form posts to this system itself and answers with a redirect, so
//! that a reload never does a step twice.

mod checkout;
mod confirmations;
mod documents;
mod filters;
mod home;
mod inbox;
mod invoices;
mod layout;
mod orders;
mod requisitions;
mod search;
mod settings;
mod tone;

use crate::Buyer;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{get, post};

/// The longest form or invoice that is read.
const LONGEST_BODY: usize = 8 * 1024 * 1024;

/// No scripts, nothing from elsewhere, except the marketplace in a frame. `form-action` is left open because
/// a browser applies it to the redirect after Shop Online too, which leads to the marketplace.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src http: https:; \
                      base-uri 'none'; frame-ancestors 'self'";

pub(crate) fn router(buyer: Buyer) -> Router {
    let checkout = post(checkout::receive).get(checkout::explain);
    Router::new()
        .route("/", get(home::show))
        .route("/punchout", post(home::punch_out))
        .route("/punchout/frame/{session}", get(home::frame))
        .route(buyer.system().checkout_path(), checkout)
        .route("/search", get(search::show))
        .route("/requisitions", get(requisitions::list))
        .route("/requisitions/{number}", get(requisitions::show))
        .route("/requisitions/{number}/submit", post(requisitions::submit))
        .route("/requisitions/{number}/approve", post(requisitions::approve))
        .route("/requisitions/{number}/reject", post(requisitions::reject))
        .route("/requisitions/{number}/reopen", post(requisitions::reopen))
        .route("/approvals", get(requisitions::approvals))
        .route("/orders", get(orders::list))
        .route("/orders/{number}", get(orders::show))
        .route("/orders/{number}/send", post(orders::send))
        .route("/invoices", get(invoices::list))
        .route("/cxml/invoices", post(inbox::receive).get(inbox::ping))
        .route("/cxml/confirmations", post(confirmations::receive))
        .route("/documents", get(documents::list))
        .route("/documents/{id}", get(documents::show))
        .route("/settings", get(settings::show).post(settings::save))
        .route("/assets/style.css", get(layout::style))
        .fallback(layout::not_found)
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(map_response(guard))
        .with_state(buyer)
}

async fn guard(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static("text/html; charset=utf-8"));
    response
}
