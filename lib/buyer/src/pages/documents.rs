//! Every document in and out, without its secrets.

use super::filters;
use super::layout::{Chrome, Page, page};
use crate::{About, Buyer, Document};
use askama::Template;
use axum::extract::{Path, State};

#[derive(Template)]
#[template(path = "pages/documents.html")]
struct List {
    chrome: Chrome,
    documents: Vec<Document>,
}

pub(super) async fn list(State(buyer): State<Buyer>) -> Page {
    let documents = buyer.documents().into_iter().rev().collect();
    page(&List { chrome: Chrome::new(&buyer, "/documents"), documents })
}

#[derive(Template)]
#[template(path = "pages/document.html")]
struct Detail {
    chrome: Chrome,
    document: Document,
    text: String,
}

pub(super) async fn show(State(buyer): State<Buyer>, Path(id): Path<u32>) -> Page {
    let found = buyer.documents().into_iter().find(|document| document.id.0 == id);
    let Some(document) = found else {
        return super::layout::not_found().await;
    };
    let text = document.masked();
    page(&Detail { chrome: Chrome::new(&buyer, "/documents"), document, text })
}
