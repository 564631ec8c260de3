//! The style sheet and the script that makes copying easier.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::LazyLock;

use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

const STYLE: &str = include_str!("../assets/console.css");
const SCRIPT: &str = include_str!("../assets/console.js");

/// Changes with the content of what is served, so that it can be kept for long.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = DefaultHasher::new();
    (STYLE, SCRIPT).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
});

/// The version that links name.
pub fn version() -> &'static str {
    &VERSION
}

/// `GET /console/static/{file}`
pub async fn serve(Path(file): Path<String>, RawQuery(query): RawQuery) -> Response {
    let (kind, content) = match file.as_str() {
        "console.css" => ("text/css; charset=utf-8", STYLE),
        "console.js" => ("text/javascript; charset=utf-8", SCRIPT),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let kept = match query {
        Some(_) => "public, max-age=31536000, immutable",
        None => "public, max-age=300",
    };
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, kept)], content).into_response()
}
