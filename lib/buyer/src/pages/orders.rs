//! Purchase orders: what was sent, what was answered, what was invoiced.

use super::filters;
use super::layout::{Chrome, Page, page};
use crate::{About, Buyer, Delivery, Document, Invoice, Line, PurchaseOrder, Requester};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use rust_decimal::Decimal;

#[derive(Template)]
#[template(path = "pages/orders.html")]
struct List {
    chrome: Chrome,
    orders: Vec<PurchaseOrder>,
}

pub(super) async fn list(State(buyer): State<Buyer>) -> Page {
    let orders = buyer.orders().into_iter().rev().collect();
    page(&List { chrome: Chrome::new(&buyer, "/orders"), orders })
}

#[derive(Template)]
#[template(path = "pages/order.html")]
struct Detail {
    chrome: Chrome,
    order: PurchaseOrder,
    requester: Requester,
    invoices: Vec<Invoice>,
    documents: Vec<Document>,
}

impl Detail {
    /// What standing invoices took of a line.
    fn invoiced(&self, line: &Line) -> Decimal {
        let standing = self.invoices.iter().filter(|invoice| !invoice.cancelled);
        let lines = standing.flat_map(|invoice| &invoice.lines).filter(|it| it.order_line == line.number);
        lines.map(|it| it.amount).try_fold(Decimal::ZERO, Decimal::checked_add).unwrap_or_default()
    }
}

pub(super) async fn show(State(buyer): State<Buyer>, Path(number): Path<String>) -> Page {
    let order = buyer.order(&number)?;
    let requester = buyer.requester(&order.requester)?.clone();
    let about = About::Order(number);
    let invoices = buyer.received_invoices().into_iter().filter(|it| it.order == order.number).collect();
    let documents = buyer.documents().into_iter().filter(|it| it.about == about).collect();
    page(&Detail { chrome: Chrome::new(&buyer, "/orders"), order, requester, invoices, documents })
}

pub(super) async fn send(State(buyer): State<Buyer>, Path(number): Path<String>) -> Page {
    buyer.send_po(&number).await?;
    Ok(Redirect::to(&format!("/orders/{number}")).into_response())
}
