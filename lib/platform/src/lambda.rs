//! What the functions' `main.rs` start with: logging, an HTTP router behind API Gateway, or a worker for events.

use std::future::Future;
use std::process::ExitCode;

use axum::Router;
use lambda_runtime::{LambdaEvent, service_fn};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub mod event;
mod line;
mod observed;
mod subscriber;
pub mod worker;

pub use lambda_runtime::Error;
pub use line::{Metric, metric};

use observed::Invocation;

/// Runs a function until Lambda ends it. Why it cannot start is one line of JSON, and the process fails.
pub async fn run(function: impl Future<Output = Result<(), Error>>) -> ExitCode {
    let failed = match subscriber::start() {
        Ok(()) => function.await.err(),
        Err(error) => Some(error.into()),
    };
    match failed {
        None => ExitCode::SUCCESS,
        Some(error) => {
            line::fault("the function cannot run", &error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Answers API Gateway's requests with a router. The stage is no part of the paths.
pub async fn serve(router: Router) -> Result<(), Error> {
    lambda_http::run(lambda_http::service_fn(move |request: lambda_http::Request| {
        let router = router.clone();
        observed::http(request, router)
    }))
    .await
}

/// Does what each event asks for; `work` answers what Lambda is told. An error makes Lambda give the event again.
pub async fn work<E, A, W, F>(work: W) -> Result<(), Error>
where
    E: DeserializeOwned,
    A: Serialize,
    W: Fn(E) -> F,
    F: Future<Output = Result<A, Error>>,
{
    let work = &work;
    lambda_runtime::run(service_fn(|event: LambdaEvent<E>| async move {
        let invocation = Invocation::begin(&event.context.request_id, None);
        invocation.observe(work(event.payload), |_| None).await
    }))
    .await
}
