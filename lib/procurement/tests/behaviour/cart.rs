//! The cart that goes back (R28, R29, R33).

mod envelope;
mod items;
mod leaving;

use cxml::model::{Body, Document, ItemIn, Message, PunchOutOrderMessage};
use procurement::cart::{Cart, CartError, build, leave};
use procurement::connection::Connection;
use procurement::requisition::Requisition;
use procurement::session::{Operation, Session, SessionState};

use crate::example::{connection, marketplace, now, references, requester};

const COOKIE: &str = "<Id>7 &amp; 8</Id>";

fn session() -> Session {
    Session {
        version: 3,
        connection: connection().id,
        operation: Operation::Create,
        requester: requester(),
        buyer_cookie: COOKIE.into(),
        form_post: "https://acme.coupahost.com/punchout/checkout?id=7".parse().expect("a URL"),
        setup_payload_id: "setup-1@acme.example".into(),
        selected: None,
        cart: Vec::new(),
        sign_on: None,
        direct: None,
        former: Vec::new(),
        state: SessionState::Shopping,
        mark: None,
        created: now(),
        expires: now(),
    }
}

fn with_cart<T>(connection: &Connection, items: &[Requisition], make: impl Fn(&Cart<'_>) -> T) -> T {
    make(&Cart {
        session: &session(),
        connection,
        marketplace: &marketplace(),
        items,
        references: &references(),
        payload_id: "cart-1@market.example".into(),
        now: now(),
    })
}

fn returned(connection: &Connection, items: &[Requisition]) -> Document {
    with_cart(connection, items, build).expect("a cart")
}

fn refused(items: &[Requisition]) -> CartError {
    with_cart(&connection(), items, build).expect_err("no cart")
}

fn left(connection: &Connection) -> Document {
    with_cart(connection, &[], leave)
}

fn message(document: &Document) -> &PunchOutOrderMessage {
    match &document.body {
        Body::Message { message: Message::PunchOutOrder(message), .. } => message,
        other => panic!("{other:?}"),
    }
}

fn item(items: &[Requisition]) -> ItemIn {
    message(&returned(&connection(), items)).items[0].clone()
}
