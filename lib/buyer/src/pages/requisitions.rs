//! Carts, requisitions, approvals.

use super::filters;
use super::home::go;
use super::layout::{Chrome, Page, page};
use crate::{Approval, Buyer, PunchOut, Requester, Requisition};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "pages/requisitions.html")]
struct List {
    chrome: Chrome,
    title: &'static str,
    nothing: &'static str,
    requisitions: Vec<Requisition>,
}

pub(super) async fn list(State(buyer): State<Buyer>) -> Page {
    page(&List {
        chrome: Chrome::new(&buyer, "/requisitions"),
        title: "Requests",
        nothing: "No cart has come back yet. Start from Home.",
        requisitions: buyer.requisitions().into_iter().rev().collect(),
    })
}

pub(super) async fn approvals(State(buyer): State<Buyer>) -> Page {
    let pending = |it: &Requisition| it.approval == Approval::Pending;
    page(&List {
        chrome: Chrome::new(&buyer, "/approvals"),
        title: "Waiting for approval",
        nothing: "Nothing waits for approval.",
        requisitions: buyer.requisitions().into_iter().filter(pending).collect(),
    })
}

#[derive(Template)]
#[template(path = "pages/requisition.html")]
struct Detail {
    chrome: Chrome,
    requisition: Requisition,
    requester: Requester,
}

impl Detail {
    fn editable(&self) -> bool {
        self.requisition.approval == Approval::Cart && self.requisition.operation_allowed == "edit"
    }

    fn inspectable(&self) -> bool {
        matches!(self.requisition.operation_allowed.as_str(), "edit" | "inspect")
    }
}

pub(super) async fn show(State(buyer): State<Buyer>, Path(number): Path<u32>) -> Page {
    let requisition = buyer.requisition(number)?;
    let requester = buyer.requester(&requisition.requester)?.clone();
    page(&Detail { chrome: Chrome::new(&buyer, "/requisitions"), requisition, requester })
}

pub(super) async fn submit(State(buyer): State<Buyer>, Path(number): Path<u32>) -> Page {
    buyer.submit(number)?;
    back_to(number)
}

/// Approves and sends the purchase order, as the real systems do in one go.
pub(super) async fn approve(State(buyer): State<Buyer>, Path(number): Path<u32>) -> Page {
    let order = buyer.approve(number)?;
    buyer.send_po(&order.number).await?;
    Ok(Redirect::to(&format!("/orders/{}", order.number)).into_response())
}

#[derive(Deserialize)]
pub(super) struct Rejection {
    #[serde(default)]
    because: String,
}

pub(super) async fn reject(
    State(buyer): State<Buyer>,
    Path(number): Path<u32>,
    Form(rejection): Form<Rejection>,
) -> Page {
    buyer.reject(number, &rejection.because)?;
    back_to(number)
}

#[derive(Deserialize)]
pub(super) struct Reopening {
    operation: String,
    line: Option<u32>,
}

/// Opens one line, or all, at the marketplace again.
pub(super) async fn reopen(
    State(buyer): State<Buyer>,
    Path(number): Path<u32>,
    Form(reopening): Form<Reopening>,
) -> Page {
    let lines: Vec<u32> = reopening.line.into_iter().collect();
    let wish = match reopening.operation.as_str() {
        "edit" => PunchOut::edit(number, &lines),
        _ => PunchOut::inspect(number, &lines),
    };
    go(&buyer, wish).await
}

fn back_to(number: u32) -> Page {
    Ok(Redirect::to(&format!("/requisitions/{number}")).into_response())
}
