//! Carries the SDK's HTTP requests to the engine in this process.

use std::sync::Arc;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use dynoxide::Database;
use tokio::sync::Semaphore;

use super::dispatch::{Answer, is_write, read};
use super::log::Log;

/// How many requests that nobody waits for may stand in the engine's queue: one that is done while the next one is on its way.
/// With one, the work after twelve thousand orders is not done a minute later; with four, whoever waits for an answer waits longer.
const IN_BACKGROUND: usize = 2;

#[derive(Clone)]
pub(super) struct InProcess {
    database: Database,
    log: Option<Log>,
    /// In the background: no more than these stand in the engine's queue.
    turn: Option<Arc<Semaphore>>,
}

// === impl InProcess ===

impl InProcess {
    pub(super) fn new(database: Database, log: Option<Log>) -> Self {
        Self { database, log, turn: None }
    }

    /// The same engine for work that nobody waits for.
    pub(super) fn in_background(&self) -> Self {
        Self { turn: Some(Arc::new(Semaphore::new(IN_BACKGROUND))), ..self.clone() }
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
        let Self { database, log, turn } = self.clone();
        let target = request.headers().get("x-amz-target").unwrap_or_default();
        let written = log.clone().filter(|_| is_write(target));
        let request = read(target, request.body().bytes().unwrap_or_default());
        HttpConnectorFuture::new(async move {
            let turn = match turn {
                Some(turn) => {
                    Some(turn.acquire_owned().await.map_err(|error| ConnectorError::io(error.into()))?)
                }
                None => None,
            };
            // The engine waits for its turn, and for the disk.
            let answered = tokio::task::spawn_blocking(move || {
                let answered = request(&database);
                written.iter().for_each(Log::wrote);
                drop(turn);
                answered
            });
            let answered = answered.await.map_err(|error| ConnectorError::io(error.into()))?;
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
