//! The way back to the procurement system: the cart as a PunchOutOrderMessage, in a form that the browser posts to
//! BrowserFormPost (R28). Opened again — back button, double click, a procurement system that failed — it holds the same
//! document.

mod flow;
mod page;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use platform::core::Core;

use flow::{Stopped, Way};

/// The routes of this function.
pub fn routes(core: Core) -> Router {
    Router::new()
        .route("/s/{key}/return", get(show).post(send))
        .route("/s/{key}/leave", post(leave))
        .route("/cart-return/submit.js", get(script))
        .with_state(core)
}

async fn send(State(core): State<Core>, Path(key): Path<String>) -> Response {
    go(&core, &key, Way::WithCart).await
}

async fn leave(State(core): State<Core>, Path(key): Path<String>) -> Response {
    go(&core, &key, Way::WithoutCart).await
}

/// The document is made once; the page that carries it can be opened as often as one likes.
async fn go(core: &Core, key: &str, way: Way) -> Response {
    match flow::go_back(core, key, way).await {
        Ok(()) => Redirect::to(&format!("/s/{key}/return")).into_response(),
        Err(stopped) => page::stopped(core, key, &stopped),
    }
}

async fn show(State(core): State<Core>, Path(key): Path<String>) -> Response {
    match flow::returned(&core, &key).await {
        Ok(returned) => page::form(&core, &returned),
        // Nothing is on its way yet: the cart is the place to send it from.
        Err(Stopped::NotReturned) => Redirect::to(&format!("/s/{key}/cart")).into_response(),
        Err(stopped) => page::stopped(&core, &key, &stopped),
    }
}

async fn script() -> Response {
    let content_type =
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "max-age=3600")];
    (content_type, include_str!("../static/submit.js")).into_response()
}
