//! Invoices that were received.

use super::filters;
use super::layout::{Chrome, Page, page};
use crate::{Buyer, Invoice};
use askama::Template;
use axum::extract::State;

#[derive(Template)]
#[template(path = "pages/invoices.html")]
struct List {
    chrome: Chrome,
    invoices: Vec<Invoice>,
    url: String,
}

pub(super) async fn list(State(buyer): State<Buyer>) -> Page {
    let invoices = buyer.received_invoices().into_iter().rev().collect();
    page(&List { chrome: Chrome::new(&buyer, "/invoices"), invoices, url: buyer.invoice_url() })
}
