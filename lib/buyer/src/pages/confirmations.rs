//! `POST /cxml/confirmations`: the supplier tells what becomes of an order's lines (R43).

use super::inbox::XML;
use crate::Buyer;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

pub(super) async fn receive(State(buyer): State<Buyer>, body: Bytes) -> Response {
    match buyer.take_confirmation(&body) {
        Ok(text) => (XML, text).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
