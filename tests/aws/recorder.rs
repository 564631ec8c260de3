//! Stands between one function and AWS: notes every call, passes it on, and fails it where a test says so.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;
use tokio::net::TcpListener;

mod calls;
mod organizations;

pub use calls::Call;

const LARGEST: usize = 32 * 1024 * 1024;

/// Who answers for AWS Organizations and STS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Organizations {
    /// The accounts of the simulated buyers: moto does not let a test choose an account's id.
    Scripted,
    /// moto's server.
    Moto,
}

/// How a call fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// AWS says no: an HTTP status and the name of an exception.
    Refused(u16, &'static str),
    /// A transaction is not carried out, for this reason.
    Cancelled(&'static str),
    /// Nothing comes back, and nothing was done.
    Silence,
    /// What was asked for is done, and nothing of it comes back.
    Unseen,
}

/// What one function asked of AWS, and what is to fail.
#[derive(Clone, Debug)]
pub struct Recorder {
    pub url: String,
    passing: Passing,
}

#[derive(Clone, Debug)]
struct Passing {
    dynamodb: String,
    moto: String,
    organizations: Organizations,
    client: reqwest::Client,
    calls: Arc<Mutex<BTreeSet<Call>>>,
    faults: Arc<Mutex<Vec<Planned>>>,
    /// How many requests are waiting for an answer that does not come.
    silent: Arc<AtomicUsize>,
}

/// A fault of one operation, and which of its calls it befalls.
#[derive(Debug)]
struct Planned {
    operation: String,
    fault: Fault,
    /// How many calls go well before.
    after: usize,
    /// How many fail then.
    times: usize,
}

// === impl Recorder ===

impl Recorder {
    pub async fn start(dynamodb: &str, moto: &str, organizations: Organizations) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let passing = Passing {
            dynamodb: dynamodb.to_owned(),
            moto: moto.to_owned(),
            organizations,
            client: reqwest::Client::new(),
            calls: Arc::default(),
            faults: Arc::default(),
            silent: Arc::default(),
        };
        let router = Router::new().fallback(pass).with_state(passing.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, passing }
    }

    /// What was asked so far.
    pub fn calls(&self) -> BTreeSet<Call> {
        self.passing.calls.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets every call of an operation (such as `PutItem`) fail until [`recover`](Self::recover).
    pub fn fail(&self, operation: &str, fault: Fault) {
        self.fail_some(operation, fault, 0, usize::MAX);
    }

    /// Lets so many calls fail, after so many that go well.
    pub fn fail_some(&self, operation: &str, fault: Fault, after: usize, times: usize) {
        self.passing.faults().push(Planned { operation: operation.to_owned(), fault, after, times });
    }

    /// How many requests got no answer.
    pub fn silent(&self) -> usize {
        self.passing.silent.load(Ordering::Relaxed)
    }

    /// Nothing fails any more.
    pub fn recover(&self) {
        self.passing.faults().clear();
    }
}

// === impl Passing ===

impl Passing {
    fn faults(&self) -> MutexGuard<'_, Vec<Planned>> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fault(&self, operation: &str) -> Option<Fault> {
        let mut faults = self.faults();
        let planned =
            faults.iter_mut().find(|planned| planned.operation == operation && planned.times > 0)?;
        if planned.after > 0 {
            planned.after -= 1;
            return None;
        }
        planned.times -= 1;
        Some(planned.fault.clone())
    }

    async fn silence(&self) -> Response {
        self.silent.fetch_add(1, Ordering::Relaxed);
        std::future::pending().await
    }

    async fn answer(&self, service: &str, operation: &str, headers: HeaderMap, body: Bytes) -> Response {
        match (service, self.organizations) {
            ("organizations", Organizations::Scripted) => organizations::answer(operation, &body, &headers),
            ("sts", Organizations::Scripted) => organizations::assumed(),
            ("dynamodb", _) => self.forward(&self.dynamodb, headers, body).await,
            _ => self.forward(&self.moto, headers, body).await,
        }
    }

    async fn forward(&self, to: &str, mut headers: HeaderMap, body: Bytes) -> Response {
        headers.remove("host");
        headers.remove("content-length");
        let answered = self.client.post(to).headers(headers).body(body).send().await.expect("an answer");
        let status = StatusCode::from_u16(answered.status().as_u16()).expect("a status");
        let mut response = (status, ()).into_response();
        for (name, value) in answered.headers() {
            if name != "transfer-encoding" && name != "content-length" {
                response.headers_mut().insert(name.clone(), value.clone());
            }
        }
        *response.body_mut() = answered.bytes().await.expect("a body").into();
        response
    }
}

async fn pass(State(passing): State<Passing>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST).await.expect("a body");
    let service = calls::service(&parts.headers);
    let operation = calls::operation(&parts.headers, &body);
    let noted = calls::calls(&service, &operation, &body);
    passing.calls.lock().unwrap_or_else(PoisonError::into_inner).extend(noted);
    match passing.fault(&operation) {
        None => passing.answer(&service, &operation, parts.headers, body).await,
        Some(Fault::Refused(status, exception)) => refused(&service, status, exception),
        Some(Fault::Cancelled(reason)) => cancelled(reason),
        Some(Fault::Silence) => passing.silence().await,
        Some(Fault::Unseen) => {
            passing.answer(&service, &operation, parts.headers, body).await;
            passing.silence().await
        }
    }
}

/// As the service names an exception: SES and STS in XML, the others in JSON.
fn refused(service: &str, status: u16, exception: &str) -> Response {
    let status = StatusCode::from_u16(status).expect("a status");
    if matches!(service, "ses" | "sts") {
        let body = format!(
            "<ErrorResponse><Error><Code>{exception}</Code><Message>said by the test</Message></Error></ErrorResponse>"
        );
        return (status, body).into_response();
    }
    (status, axum::Json(json!({"__type": exception, "message": "said by the test"}))).into_response()
}

fn cancelled(reason: &str) -> Response {
    let reasons = [json!({"Code": reason})];
    let body =
        json!({"__type": "TransactionCanceledException", "message": reason, "CancellationReasons": reasons});
    (StatusCode::BAD_REQUEST, axum::Json(body)).into_response()
}
