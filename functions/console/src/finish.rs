//! The headers that every answer has.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, LOCATION, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};

/// Nothing from elsewhere, in no frame, and forms go nowhere else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Completes an answer.
pub async fn finish(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let mut default = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    default(CACHE_CONTROL, "no-store");
    default(CONTENT_SECURITY_POLICY, POLICY);
    // With no-referrer a browser would send forms without their origin, which the guard asks for.
    default(REFERRER_POLICY, "same-origin");
    default(X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(VARY, "Accept-Language, Cookie");
    response
}

/// 303: the browser opens that page next.
pub fn see_other(path: &str) -> Response {
    let location = HeaderValue::try_from(path).unwrap_or(HeaderValue::from_static("/console"));
    (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
}
