//! The procurement system: writes purchase orders, sends them, and sends again what was not answered for good.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::body::{Body as HttpBody, to_bytes};
use axum::http::Request as HttpRequest;
use cxml::ReadOptions;
use cxml::model::Body;
use procurement::requisition::Requisition;
use rust_decimal::Decimal;
use support::OrderDocument;
use tower::ServiceExt as _;

use super::requester::{Cart, Requester};
use super::world::{Process, SECRET, World};

/// All orders of a history.
#[derive(Clone, Debug, Default)]
pub struct Buyer {
    orders: Arc<Mutex<Vec<Order>>>,
    carts: Arc<Mutex<Vec<Cart>>>,
}

/// A purchase order and what was answered to it.
#[derive(Clone, Debug)]
pub struct Order {
    pub number: String,
    pub requisitions: Vec<Requisition>,
    /// Whether its prices are what was requested.
    pub is_fair: bool,
    body: String,
    /// Every answer that was received: its code, and the document to the letter.
    pub answers: Vec<(u16, String)>,
}

// === impl Buyer ===

impl Buyer {
    /// A new order for some requests; it is not sent yet.
    pub async fn order(&self, world: &World) -> usize {
        let (lines, is_fair) = world.sky.draw(|chance| (chance.between(1, 2), !chance.percent(15)));
        let mut requisitions = Vec::new();
        for _ in 0..lines {
            requisitions.push(world.request().await);
        }
        self.write(&Requester::of(world), requisitions, is_fair)
    }

    /// A requester shops under the weather; the order for what came back, if a cart did.
    pub async fn shop(&self, process: &Process, requester: &Requester, offer: &str) -> Option<usize> {
        let cart = requester.shop(process, offer).await?;
        self.carts.lock().expect("nobody panics with it").push(cart.clone());
        Some(self.write(requester, cart.items, true))
    }

    fn write(&self, requester: &Requester, requisitions: Vec<Requisition>, is_fair: bool) -> usize {
        let mut orders = self.orders();
        let position = orders.len();
        let number = format!("PO-{position:03}");
        let body = write(requester, &number, &requisitions, is_fair);
        requester.sky.tell(|| format!("{number} is written: {} lines, fair: {is_fair}", requisitions.len()));
        orders.push(Order { number, requisitions, is_fair, body, answers: Vec::new() });
        position
    }

    /// Every cart that came back.
    pub fn carts(&self) -> Vec<Cart> {
        self.carts.lock().expect("nobody panics with it").clone()
    }

    /// Sends an order, as it was first written.
    pub async fn send(&self, process: Process, position: usize) {
        let body = self.orders()[position].body.clone();
        let request = HttpRequest::post(purchase_order::PATH)
            .header("content-type", "text/xml; charset=UTF-8")
            .body(HttpBody::from(body))
            .expect("a request");
        let response = process.router.oneshot(request).await.expect("an answer");
        let answer = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        let text = String::from_utf8(answer.to_vec()).expect("text");
        let code = code(&text);
        self.orders()[position].answers.push((code, text));
    }

    /// The orders that have no final answer yet.
    pub fn open(&self) -> Vec<usize> {
        let orders = self.orders();
        (0..orders.len()).filter(|position| !orders[*position].is_answered()).collect()
    }

    pub fn orders(&self) -> MutexGuard<'_, Vec<Order>> {
        self.orders.lock().expect("nobody panics with it")
    }
}

// === impl Order ===

impl Order {
    /// Whether the procurement system would not send it again by itself.
    pub fn is_answered(&self) -> bool {
        !self.final_answers().is_empty()
    }

    /// The answers after which it is not sent again, each once.
    pub fn final_answers(&self) -> BTreeSet<&(u16, String)> {
        self.answers.iter().filter(|(code, _)| *code < 500).collect()
    }
}

fn code(text: &str) -> u16 {
    let read = cxml::read(text.as_bytes(), &ReadOptions::default()).expect("every answer is cXML (R38)");
    match read.document.body {
        Body::Response(response) => response.status.code.0,
        other => panic!("no response: {other:?}"),
    }
}

fn write(requester: &Requester, number: &str, requisitions: &[Requisition], is_fair: bool) -> String {
    OrderDocument {
        connection: &requester.connection,
        secret: SECRET,
        number,
        at: requester.sky.now(),
        requisitions,
        dearer_by: if is_fair { Decimal::ZERO } else { Decimal::ONE },
        references: &requester.truth.keys.reference_key(),
    }
    .write()
}
