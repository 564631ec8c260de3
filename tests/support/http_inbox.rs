//! A procurement system's invoice inbox on loopback: takes a number once, and remembers every document.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use cxml::model::Document;
use cxml::{Status, StatusCode, WriteOptions};
use jiff::Timestamp;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

/// The inbox; it stops when it is dropped.
#[derive(Debug)]
pub struct HttpInbox {
    url: Url,
    books: Arc<Books>,
    serving: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Books {
    /// By invoice number, the digests of the documents that came under it.
    taken: Mutex<BTreeMap<String, Vec<u64>>>,
    /// How many are refused, whatever they say.
    refusals: AtomicUsize,
}

// === impl HttpInbox ===

impl HttpInbox {
    /// Takes invoices from now on.
    pub async fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let address = listener.local_addr().expect("bound");
        let books = Arc::<Books>::default();
        let router = Router::new().route("/cxml/invoices", post(take)).with_state(books.clone());
        let serving = tokio::spawn(async move { axum::serve(listener, router).await.expect("serving") });
        let url = format!("http://{address}/cxml/invoices").parse().expect("a URL");
        Self { url, books, serving }
    }

    /// Where invoices go.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The next invoice is refused for good.
    pub fn refuse_next(&self) {
        self.books.refusals.fetch_add(1, Ordering::SeqCst);
    }

    /// How many invoices were taken.
    pub fn count(&self) -> usize {
        self.books.taken.lock().expect("free").len()
    }

    /// The numbers that were taken, each with how many different documents came under it.
    pub fn taken(&self) -> BTreeMap<String, usize> {
        let different = |documents: &Vec<u64>| {
            let mut documents = documents.clone();
            documents.sort_unstable();
            documents.dedup();
            documents.len()
        };
        let books = self.books.taken.lock().expect("free");
        books.iter().map(|(number, documents)| (number.clone(), different(documents))).collect()
    }
}

impl Drop for HttpInbox {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn take(State(books): State<Arc<Books>>, body: String) -> Response {
    let one_less = |left: usize| left.checked_sub(1);
    if books.refusals.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok() {
        return answer(Status::new(StatusCode(403), "the supplier may not bill this order"));
    }
    let Some(number) = number(&body) else {
        return answer(Status::new(StatusCode(406), "no invoiceID"));
    };
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    let mut taken = books.taken.lock().expect("free");
    let documents = taken.entry(number.to_owned()).or_default();
    documents.push(hasher.finish());
    match documents.len() {
        1 => answer(Status::new(StatusCode(200), "OK")),
        _ => answer(Status::new(StatusCode(417), format!("Invoice number {number} has already been used"))),
    }
}

fn number(body: &str) -> Option<&str> {
    body.split_once("invoiceID=\"")?.1.split_once('"').map(|(number, _)| number)
}

fn answer(status: Status) -> Response {
    let document = Document::response("answer@coupa.example", Timestamp::UNIX_EPOCH, status);
    let text = cxml::write(&document, &WriteOptions::version("1.2.014"));
    ([(header::CONTENT_TYPE, "text/xml")], text).into_response()
}
