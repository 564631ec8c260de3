//! `POST /cxml/invoices`: the answer to an invoice, or the failure that was asked for.

use crate::inbox::InboxAnswer;
use crate::law::status;
use crate::{Buyer, wire};
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use http_body::Frame;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

pub(super) const XML: [(axum::http::HeaderName, &str); 1] = [(CONTENT_TYPE, "text/xml; charset=UTF-8")];

pub(super) async fn receive(State(buyer): State<Buyer>, headers: HeaderMap, body: Bytes) -> Response {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match buyer.take_invoice(content_type, &body) {
        Ok(InboxAnswer::Document(text)) => (XML, text).into_response(),
        Ok(InboxAnswer::Page(code)) => {
            let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, Html("<!doctype html><title>Error</title><p>This is no cXML.")).into_response()
        }
        Ok(InboxAnswer::Silence) => std::future::pending().await,
        Ok(InboxAnswer::Broken) => Response::new(Body::new(Break)),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// GET on a service address is answered by a Status 200 (R53).
pub(super) async fn ping(State(buyer): State<Buyer>) -> Response {
    let now = buyer.clock().now();
    let payload_id = buyer.state().ids.payload_id(now, &buyer.config().host);
    let text = wire::response(&status(200, "Ping Response Message"), false, payload_id, now);
    (XML, text.unwrap_or_default()).into_response()
}

/// A body that fails before its first byte: the server closes the connection.
struct Break;

impl http_body::Body for Break {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
    }
}
