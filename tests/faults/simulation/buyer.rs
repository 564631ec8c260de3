//! The procurement system: writes purchase orders, sends them, and sends again what was not answered for good.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::body::{Body as HttpBody, to_bytes};
use axum::http::Request as HttpRequest;
use cxml::model::{
    Body, Credential, Description, Document, Header, ItemDetail, ItemId, ItemOut, Money, OrderRequest,
    OrderRequestHeader, Request,
};
use cxml::{ReadOptions, WriteOptions};
use procurement::reference::Reference;
use procurement::requisition::Requisition;
use rust_decimal::Decimal;
use tower::ServiceExt as _;

use super::world::{Process, SECRET, World};

/// All orders of a history.
#[derive(Clone, Debug, Default)]
pub struct Buyer(Arc<Mutex<Vec<Order>>>);

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
        let position = self.orders().len();
        let number = format!("PO-{position:03}");
        let body = write(world, &number, &requisitions, is_fair);
        world.sky.tell(|| format!("{number} is written: {lines} lines, fair: {is_fair}"));
        self.orders().push(Order { number, requisitions, is_fair, body, answers: Vec::new() });
        position
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
        self.0.lock().expect("nobody panics with it")
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

fn write(world: &World, number: &str, requisitions: &[Requisition], is_fair: bool) -> String {
    let connection = &world.connection;
    let party = |identity: &procurement::connection::Identity| {
        Credential::new(identity.domain.as_str(), &identity.value)
    };
    let buyer = party(&connection.buyer);
    let sender = buyer.clone().with_secret(SECRET);
    let header = Header::new(buyer, party(&connection.supplier), sender, "Coupa Procurement 1.0");
    let items = requisitions.iter().zip(1..).map(|(one, line)| item(world, one, line, is_fair)).collect();
    let order_header = OrderRequestHeader {
        order_id: number.to_owned(),
        order_date: world.sky.now().into(),
        ..OrderRequestHeader::default()
    };
    let request = Request::Order(Box::new(OrderRequest { header: order_header, items }));
    let document =
        Document::request(format!("{number}@acme.coupahost.com"), world.sky.now(), header, request);
    cxml::write(&document, &WriteOptions::version("1.2.014"))
}

fn item(world: &World, requisition: &Requisition, line: u32, is_fair: bool) -> ItemOut {
    let reference = Reference { requisition: requisition.id, offer: requisition.offer.id.clone() };
    let organisation = world.connection.organisation.management_account;
    let auxiliary = reference.sign_for(organisation, &world.truth().keys.reference_key());
    let total = requisition.quote.total;
    let amount = if is_fair { total.amount } else { total.amount + Decimal::ONE };
    let detail = ItemDetail {
        unit_price: Some(Money::new(amount, total.currency.code())),
        descriptions: vec![Description::new("en", &requisition.product.name)],
        unit_of_measure: "EA".to_owned(),
        ..ItemDetail::default()
    };
    ItemOut {
        quantity: Some(Decimal::ONE),
        line_number: Some(line),
        item_id: ItemId::new(requisition.product.id.to_string(), Some(auxiliary)),
        detail: Some(detail.into()),
        ..ItemOut::default()
    }
}
