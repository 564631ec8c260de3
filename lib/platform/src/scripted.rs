//! An HTTP client for tests that gives the answers of a script, in place of an AWS service that misbehaves on demand.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;

/// One answer; after the last of a script it is given again and again.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    Http(u16, String),
    ConnectionReset,
    Never,
}

#[derive(Debug, Clone)]
pub(crate) struct Scripted {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

// === impl Scripted ===

impl Scripted {
    pub(crate) fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let answers = Arc::new(Mutex::new(answers.into_iter().collect()));
        Self { answers, asked: Arc::default() }
    }

    /// The bodies of all requests so far.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("free").clone()
    }

    fn next(&self) -> Answer {
        let mut answers = self.answers.lock().expect("free");
        let next = if answers.len() > 1 { answers.pop_front() } else { answers.front().cloned() };
        next.expect("a script has at least one answer")
    }
}

impl HttpClient for Scripted {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Scripted {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let body = request.body().bytes().unwrap_or_default();
        self.asked.lock().expect("free").push(String::from_utf8_lossy(body).into_owned());
        match self.next() {
            Answer::Never => HttpConnectorFuture::new(std::future::pending()),
            Answer::ConnectionReset => {
                HttpConnectorFuture::ready(Err(ConnectorError::io("connection reset".into())))
            }
            Answer::Http(status, body) => {
                let status = status.try_into().expect("a status");
                HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(body))))
            }
        }
    }
}
