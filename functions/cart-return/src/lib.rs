//! The way back to the procurement system: the cart as a PunchOutOrderMessage, in a form that the browser posts to
//! BrowserFormPost (R28). Opened again — back button, double click, a procurement system that failed — it holds the same
//! document.

mod flow;
mod page;
mod texts;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use platform::core::Core;
use procurement::mail::Language;

use flow::{Stopped, Way};

/// The routes of this function.
pub fn routes(core: Core) -> Router {
    Router::new()
        .route("/s/{key}/return", get(show).post(send))
        .route("/s/{key}/leave", post(leave))
        .route("/cart-return/submit.js", get(script))
        .with_state(core)
}

async fn send(State(core): State<Core>, headers: HeaderMap, Path(key): Path<String>) -> Response {
    go(&core, &headers, &key, Way::WithCart).await
}

async fn leave(State(core): State<Core>, headers: HeaderMap, Path(key): Path<String>) -> Response {
    go(&core, &headers, &key, Way::WithoutCart).await
}

/// The document is made once; the page that carries it can be opened as often as one likes.
async fn go(core: &Core, headers: &HeaderMap, key: &str, way: Way) -> Response {
    match flow::go_back(core, key, way).await {
        Ok(()) => Redirect::to(&page_of(core, key, "return")).into_response(),
        Err(stopped) => page::stopped(core, key, browser_language(headers), &stopped),
    }
}

async fn show(State(core): State<Core>, headers: HeaderMap, Path(key): Path<String>) -> Response {
    let language = browser_language(&headers);
    match flow::returned(&core, &key).await {
        Ok(returned) => page::form(&core, language, &returned),
        // Nothing is on its way yet: the cart is the place to send it from.
        Err(Stopped::NotReturned) => Redirect::to(&page_of(&core, &key, "cart")).into_response(),
        Err(stopped) => page::stopped(&core, &key, language, &stopped),
    }
}

/// The path of a page of this session, under the path that the marketplace has on its host.
fn page_of(core: &Core, key: &str, page: &str) -> String {
    format!("{}/s/{key}/{page}", page::root(core))
}

fn browser_language(headers: &HeaderMap) -> Language {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Language::of_browser(asked.unwrap_or_default())
}

async fn script() -> Response {
    let content_type =
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "max-age=3600")];
    (content_type, include_str!("../static/submit.js")).into_response()
}
