//! Turns HTTP into the events of an HTTP API and back, by the template's routes.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use tokio::net::TcpListener;

use crate::aws::emulated::Function;
use crate::aws::events::{Http, http_api};

const LARGEST: usize = 10 * 1024 * 1024;

/// The functions behind the API.
#[derive(Debug)]
pub struct Routes {
    pub setup: Function,
    pub orders: Function,
    pub cart: Function,
    pub pages: Function,
    pub subscribe: Function,
    pub open_buy: Function,
    pub config: Function,
    pub console: Function,
}

/// Answers on this listener until the test ends.
pub fn serve(listener: TcpListener, routes: Arc<Routes>) {
    let router = Router::new().fallback(answer).with_state(routes);
    tokio::spawn(async move { axum::serve(listener, router).await });
}

// === impl Routes ===

impl Routes {
    fn of(&self, path: &str) -> &Function {
        let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
        match parts.as_slice() {
            ["cxml", "setup"] => &self.setup,
            ["cxml", "orders"] => &self.orders,
            ["s", _, "return" | "leave"] | ["cart-return", _] => &self.cart,
            ["open-buy", ..] => &self.open_buy,
            ["s", _, "offers", _, "subscribe"] => &self.subscribe,
            ["console", ..] | ["marketplace", ..] => &self.console,
            _ => &self.pages,
        }
    }
}

async fn answer(State(routes): State<Arc<Routes>>, request: Request) -> Response {
    let function = routes.of(request.uri().path());
    let event = event(request).await;
    response(&function.invoke(&event).await)
}

async fn event(request: Request) -> Value {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST).await.expect("a body");
    http_api(&Http {
        method: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        headers: headers(&parts.headers),
        body: &body,
    })
}

fn headers(headers: &HeaderMap) -> Map<String, Value> {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    headers.iter().map(|(name, value)| (name.to_string(), text(value).into())).collect()
}

fn response(answer: &Value) -> Response {
    let text = answer["body"].as_str().unwrap_or_default();
    let body = match answer["isBase64Encoded"].as_bool() {
        Some(true) => STANDARD.decode(text).expect("base64"),
        _ => text.as_bytes().to_vec(),
    };
    let status = answer["statusCode"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or(500);
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).expect("a status");
    for (name, value) in answer["headers"].as_object().into_iter().flatten() {
        let name: HeaderName = name.parse().expect("a name");
        let value = HeaderValue::from_str(value.as_str().unwrap_or_default()).expect("a value");
        response.headers_mut().append(name, value);
    }
    for cookie in answer["cookies"].as_array().into_iter().flatten() {
        let value = HeaderValue::from_str(cookie.as_str().unwrap_or_default()).expect("a value");
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}
