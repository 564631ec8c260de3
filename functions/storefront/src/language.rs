//! The language of an answer: the procurement system's for the person who shops, else the browser's.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use procurement::mail::Language;

/// What the browser asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Browser(pub Language);

// === impl Browser ===

impl Browser {
    pub fn of(headers: &HeaderMap) -> Self {
        let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self(Language::of_browser(asked.unwrap_or_default()))
    }
}

impl<S: Sync> FromRequestParts<S> for Browser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}
