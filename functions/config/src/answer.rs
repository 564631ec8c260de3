//! JSON answers that nobody keeps.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::Failure;

/// What a handler gives back.
pub(crate) type Answer = Result<Response, Failure>;

pub(crate) fn ok(body: impl Serialize) -> Answer {
    Ok(of(StatusCode::OK, body))
}

pub(crate) fn created(body: impl Serialize) -> Answer {
    Ok(of(StatusCode::CREATED, body))
}

fn of(status: StatusCode, body: impl Serialize) -> Response {
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
