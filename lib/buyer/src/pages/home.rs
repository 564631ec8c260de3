//! Home with the marketplace's tile, Shop Online, and the frame.

use super::filters;
use super::layout::{Chrome, Page, page, page_with};
use crate::{Approval, Buyer, Delivery, PunchOut, PurchaseOrder, Requester, Requisition, Status, System};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;
use url::Url;

#[derive(Template)]
#[template(path = "pages/home.html")]
struct Home {
    chrome: Chrome,
    requesters: Vec<Requester>,
    requisitions: Vec<Requisition>,
    orders: Vec<PurchaseOrder>,
    carts: usize,
    pending: usize,
    unsent: usize,
}

pub(super) async fn show(State(buyer): State<Buyer>) -> Page {
    let (requisitions, orders) = (buyer.requisitions(), buyer.orders());
    let at = |approval: Approval| requisitions.iter().filter(|it| it.approval == approval).count();
    let trouble = |order: &&PurchaseOrder| !matches!(order.delivery, Delivery::Accepted);
    page(&Home {
        chrome: Chrome::new(&buyer, "/"),
        requesters: buyer.requesters().to_vec(),
        carts: at(Approval::Cart),
        pending: at(Approval::Pending),
        unsent: orders.iter().filter(trouble).count(),
        requisitions: newest(requisitions),
        orders: newest(orders),
    })
}

fn newest<T>(list: Vec<T>) -> Vec<T> {
    list.into_iter().rev().take(5).collect()
}

#[derive(Deserialize)]
pub(super) struct Wish {
    requester: String,
    framed: Option<String>,
    /// A part that a search found.
    selected: Option<String>,
}

pub(super) async fn punch_out(State(buyer): State<Buyer>, Form(wish): Form<Wish>) -> Page {
    let framed = wish.framed.is_some() && buyer.system() == System::Coupa;
    let mut punch_out = PunchOut::create(&wish.requester).in_a_frame(framed);
    if let Some(part) = wish.selected.as_deref().filter(|part| !part.is_empty()) {
        punch_out = punch_out.select(part, None);
    }
    go(&buyer, punch_out).await
}

#[derive(Template)]
#[template(path = "pages/refused.html")]
struct Refused {
    chrome: Chrome,
    refusal: String,
    status: Option<Status>,
    session: u32,
    documents: Vec<u32>,
}

/// Punches out and sends the browser along, or shows why not.
pub(super) async fn go(buyer: &Buyer, wish: PunchOut) -> Page {
    let answer = buyer.punch_out(wish).await?;
    let session = buyer.session(answer.session)?;
    match answer.start_page {
        Some(_) if session.framed => {
            Ok(Redirect::to(&format!("/punchout/frame/{}", session.number)).into_response())
        }
        Some(start_page) => Ok(Redirect::to(start_page.as_str()).into_response()),
        None => {
            let documents =
                [Some(answer.sent), answer.received].into_iter().flatten().map(|id| id.0).collect();
            let refused = Refused {
                chrome: Chrome::new(buyer, "/"),
                refusal: answer.refusal.unwrap_or_default(),
                status: answer.status,
                session: answer.session,
                documents,
            };
            page_with(StatusCode::BAD_GATEWAY, &refused)
        }
    }
}

#[derive(Template)]
#[template(path = "pages/frame.html")]
struct Frame {
    chrome: Chrome,
    start_page: Option<Url>,
}

pub(super) async fn frame(State(buyer): State<Buyer>, Path(session): Path<u32>) -> Page {
    let start_page = buyer.session(session)?.start_page;
    page(&Frame { chrome: Chrome::new(&buyer, "/"), start_page })
}
