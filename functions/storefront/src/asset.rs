//! The style sheet, the script and the store's logo.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::LazyLock;

use axum::extract::{Path, RawQuery};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use crate::failure::Failure;
use crate::notice::Notice;

const STYLE: &str = include_str!("../assets/store.css");
const SCRIPT: &str = include_str!("../assets/store.js");
const LOGO: &str = include_str!("../assets/logo.svg");
/// The same, 150 × 50, for procurement systems that take no drawings (R7).
const LOGO_PNG: &[u8] = include_bytes!("../assets/logo.png");

static STYLE_PATH: LazyLock<String> = LazyLock::new(|| path_of("store.css", STYLE));
static SCRIPT_PATH: LazyLock<String> = LazyLock::new(|| path_of("store.js", SCRIPT));

/// A file's path, which changes with its content, so that it can be kept for long.
fn path_of(name: &str, content: &str) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("/static/{name}?v={:016x}", hasher.finish())
}

/// The style sheet's path.
pub fn style_sheet() -> &'static str {
    &STYLE_PATH
}

/// The script's path.
pub fn script() -> &'static str {
    &SCRIPT_PATH
}

/// `GET /static/{file}`
pub async fn serve(Path(file): Path<String>, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let (kind, content): (_, &'static [u8]) = match file.as_str() {
        "store.css" => ("text/css; charset=utf-8", STYLE.as_bytes()),
        "store.js" => ("text/javascript; charset=utf-8", SCRIPT.as_bytes()),
        "logo.svg" => ("image/svg+xml", LOGO.as_bytes()),
        "logo.png" => ("image/png", LOGO_PNG),
        _ => return Err(Notice::NoPage.into()),
    };
    let kept = match query {
        Some(_) => "public, max-age=31536000, immutable",
        None => "public, max-age=300",
    };
    Ok(([(CONTENT_TYPE, kind), (CACHE_CONTROL, kept)], content).into_response())
}
