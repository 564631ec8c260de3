//! A scripted marketplace: records what it gets and answers what it is told.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use url::Url;

/// What was posted.
#[derive(Clone, Debug)]
pub struct Posted {
    pub content_type: String,
    pub body: Vec<u8>,
}

impl Posted {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

#[derive(Default)]
struct Script {
    posted: Vec<Posted>,
    answers: VecDeque<(u16, String)>,
}

#[derive(Clone)]
pub struct Marketplace {
    pub url: String,
    script: Arc<Mutex<Script>>,
}

pub const START_PAGE: &str = "http://127.0.0.1:9/enter/abc?a=1&amp;b=2";

impl Marketplace {
    pub async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let marketplace = Self { url, script: Arc::default() };
        let router = Router::new()
            .route("/setup", post(answer))
            .route("/orders", post(answer))
            .layer(DefaultBodyLimit::disable())
            .with_state(marketplace.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        marketplace
    }

    pub fn at(&self, path: &str) -> Url {
        Url::parse(&self.url).and_then(|url| url.join(path)).expect("an address")
    }

    /// Answers next with this HTTP status and body.
    pub fn will_answer(&self, http_status: u16, body: impl Into<String>) {
        self.script.lock().expect("a script").answers.push_back((http_status, body.into()));
    }

    /// Answers next with HTTP 200 and this Status in a cXML document.
    pub fn will_say(&self, code: u16) {
        self.will_answer(200, document(code, ""));
    }

    pub fn posted(&self) -> Vec<Posted> {
        self.script.lock().expect("a script").posted.clone()
    }

    pub fn last(&self) -> String {
        self.posted().last().expect("something was posted").text()
    }
}

pub fn document(code: u16, payload: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><cXML payloadID=\"1@shop\" timestamp=\"2026-01-01T00:00:00+00:00\"><Response>\
         <Status code=\"{code}\" text=\"Text {code}\">in words</Status>{payload}</Response></cXML>"
    )
}

async fn answer(State(marketplace): State<Marketplace>, headers: HeaderMap, body: Bytes) -> Response {
    let content_type =
        headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned();
    let is_setup = String::from_utf8_lossy(&body).contains("PunchOutSetupRequest");
    let mut script = marketplace.script.lock().expect("a script");
    script.posted.push(Posted { content_type, body: body.to_vec() });
    let start_page = format!(
        "<PunchOutSetupResponse><StartPage><URL>{START_PAGE}</URL></StartPage></PunchOutSetupResponse>"
    );
    let usual = || (200, document(200, if is_setup { &start_page } else { "" }));
    let (status, text) = script.answers.pop_front().unwrap_or_else(usual);
    (StatusCode::from_u16(status).expect("an HTTP status"), [(CONTENT_TYPE, "text/xml; charset=UTF-8")], text)
        .into_response()
}
