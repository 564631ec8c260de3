//! Carries the SDK's HTTP requests to the engine in this process.

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use dynoxide::Database;

use super::dispatch::{Answer, is_write, read};
use super::log::Log;
use super::queue::Queue;

#[derive(Clone)]
pub(super) struct InProcess {
    database: Database,
    log: Option<Log>,
    queue: Queue,
}

// === impl InProcess ===

impl InProcess {
    pub(super) fn new(database: Database, log: Option<Log>) -> Self {
        Self { database, log, queue: Queue::new() }
    }

    /// The same engine for work that nobody waits for.
    pub(super) fn in_background(&self) -> Self {
        Self { queue: self.queue.in_background(), ..self.clone() }
    }
}

impl std::fmt::Debug for InProcess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InProcess")
    }
}

impl HttpClient for InProcess {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for InProcess {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let Self { database, log, queue } = self.clone();
        let target = request.headers().get("x-amz-target").unwrap_or_default();
        let written = log.clone().filter(|_| is_write(target));
        let request = read(target, request.body().bytes().unwrap_or_default());
        HttpConnectorFuture::new(async move {
            let turn = queue.turn().await.map_err(|error| ConnectorError::io(error.into()))?;
            // The engine waits for its turn, and for the disk.
            let answered = tokio::task::spawn_blocking(move || {
                let answered = request(&database);
                written.iter().for_each(Log::wrote);
                (answered, turn.done())
            });
            let (answered, _turn) = answered.await.map_err(|error| ConnectorError::io(error.into()))?;
            if let Some(log) = log {
                log.settled().await.map_err(|error| ConnectorError::io(error.into()))?;
            }
            response(answered)
        })
    }
}

fn response(answer: Answer) -> Result<HttpResponse, ConnectorError> {
    let status = answer
        .status
        .try_into()
        .map_err(|_| ConnectorError::other("a status that HTTP does not know".into(), None))?;
    let mut response = HttpResponse::new(status, SdkBody::from(answer.body));
    response.headers_mut().insert("content-type", "application/x-amz-json-1.0");
    Ok(response)
}
