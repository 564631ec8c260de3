//! A page as an answer.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};

use crate::failure::Failure;

/// What a handler gives back.
pub type Answer = Result<Response, Failure>;

/// The page.
pub fn show(page: &impl Template) -> Answer {
    show_as(StatusCode::OK, page)
}

/// The page, with another status than 200.
pub fn show_as(status: StatusCode, page: &impl Template) -> Answer {
    let html = page.render().map_err(|error| Failure::broken(&error))?;
    Ok((status, Html(html)).into_response())
}
