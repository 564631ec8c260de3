//! `POST /cxml/orders`: a purchase order becomes agreements, exactly once (R34–R40).

mod flow;

use axum::body::Body;
use axum::extract::State;
use axum::http::Request as HttpRequest;
use axum::response::Response;
use axum::{Router, routing::get};
use cxml::model::{Body as DocumentBody, Document, Request};
use platform::core::Core;
use platform::wire::{self, Failure, Inbound};

/// Where purchase orders are POSTed.
pub const PATH: &str = "/cxml/orders";

/// The routes of this function.
pub fn routes(core: Core) -> Router {
    Router::new().route(PATH, get(ping).post(post).fallback(other_method)).with_state(core)
}

async fn ping(State(core): State<Core>) -> Response {
    wire::ping(&core)
}

async fn other_method(State(core): State<Core>) -> Response {
    wire::other_method(&core)
}

async fn post(State(core): State<Core>, request: HttpRequest<Body>) -> Response {
    let answer = async {
        let inbound = wire::receive(request).await?;
        answer(&core, &inbound).await
    };
    wire::answered(&core, answer.await)
}

async fn answer(core: &Core, inbound: &Inbound) -> Result<Document, Failure> {
    let document = &inbound.received.document;
    match (&document.body, &document.header) {
        (DocumentBody::Request { request: Request::Order(order), .. }, Some(header)) => {
            flow::receive(core, inbound, header, order).await
        }
        _ => Err(wire::not_supported(document.type_name(), "OrderRequest")),
    }
}
