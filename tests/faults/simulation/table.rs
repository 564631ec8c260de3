//! The way to the table: the SDK's requests, through the weather, to the engine.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use aws_sdk_dynamodb::config::retry::{RetryConfig, RetryPartition};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use platform::table::Table;
use platform::table::local::{Answer, Embedded};

use super::sabotage::Sabotage;
use super::sky::{Pace, Sky, Trouble};

/// Slower than the client's patience with one attempt.
const PACE: Pace = Pace { usual: 20, slow: 5_000 };

#[derive(Clone, Debug)]
struct WayToTable {
    engine: Embedded,
    sky: Sky,
    sabotage: Sabotage,
}

/// The engine's table, through this weather. The client's patience and repetitions are the product's own; only that its
/// pauses are random is taken away, and that all clients of a process share one budget of repetitions.
pub fn table(engine: &Embedded, sky: &Sky, sabotage: Sabotage) -> Table {
    static MADE: AtomicU64 = AtomicU64::new(0);
    let budget = format!("table {}", MADE.fetch_add(1, Ordering::Relaxed));
    let way = WayToTable { engine: engine.clone(), sky: sky.clone(), sabotage };
    engine.table_by(|config| {
        let retries = RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::ZERO);
        config.retry_config(retries).retry_partition(RetryPartition::new(budget)).http_client(way)
    })
}

/// The same table past the weather. It answers here and now: a thread of its own would make the order of things depend on
/// the machine.
pub fn truth(engine: &Embedded) -> Table {
    engine.table_by(|config| config.http_client(StraightWay(engine.clone())))
}

#[derive(Clone, Debug)]
struct StraightWay(Embedded);

impl HttpClient for StraightWay {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for StraightWay {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let target = request.headers().get("x-amz-target").unwrap_or_default();
        let answer = self.0.answer(target, request.body().bytes().unwrap_or_default());
        HttpConnectorFuture::ready(Ok(response(answer)))
    }
}

impl HttpClient for WayToTable {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for WayToTable {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let target = request.headers().get("x-amz-target").unwrap_or_default().to_owned();
        let body = request.body().bytes().unwrap_or_default().to_vec();
        let Self { engine, sky, sabotage } = self.clone();
        HttpConnectorFuture::new(async move {
            let what = target.rsplit('.').next().unwrap_or_default().to_owned();
            let dice = sky.draw(|chance| chance.below(100));
            let answered = sky.call(&what, PACE, move || {
                let body = sabotage.of_request(&target, &body);
                match sabotage.swallows(&target, dice) {
                    true => Answer { status: 200, body: "{}".to_owned() },
                    false => engine.answer(&target, &body),
                }
            });
            match answered.await {
                Ok(answer) => Ok(response(answer)),
                Err(Trouble::Lost) => Err(ConnectorError::io("connection reset".into())),
                Err(Trouble::Busy) => Ok(response(busy())),
            }
        })
    }
}

fn busy() -> Answer {
    let kind = "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException";
    Answer { status: 400, body: format!(r#"{{"__type":"{kind}","message":"slow down"}}"#) }
}

fn response(answer: Answer) -> HttpResponse {
    let status = answer.status.try_into().expect("a status");
    let mut response = HttpResponse::new(status, SdkBody::from(answer.body));
    response.headers_mut().insert("content-type", "application/x-amz-json-1.0");
    response
}
