//! Serves one request and writes its line.

use std::cell::RefCell;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::http::Method;
use axum::response::Response;
use lambda_http::RequestExt as _;
use tower::ServiceExt as _;

use super::Error;
use super::line::{self, Ending, LINE, Line};
use crate::table::measured;

/// The first request of this process is the one that a cold start delayed.
static COLD: AtomicBool = AtomicBool::new(true);

/// A request that is being served.
pub(super) struct Invocation {
    line: Line,
    began: Instant,
    cold_start: bool,
}

pub(super) async fn http(request: lambda_http::Request, router: Router) -> Result<Response, Error> {
    let request_id = request.lambda_context_ref().map(|context| context.request_id.clone());
    let invocation = Invocation::begin(&request_id.unwrap_or_default(), Some(request.method()));
    let answer = router.oneshot(request.map(body));
    let answered = invocation
        .observe(answer, |answered| {
            answered.as_ref().ok().map(|response: &Response| response.status().as_u16())
        })
        .await;
    match answered {
        Ok(response) => Ok(response),
        Err(never) => match never {},
    }
}

fn body(body: lambda_http::Body) -> Body {
    match body {
        lambda_http::Body::Empty => Body::empty(),
        lambda_http::Body::Text(text) => Body::from(text),
        lambda_http::Body::Binary(bytes) => Body::from(bytes),
        _ => Body::empty(),
    }
}

// === impl Invocation ===

impl Invocation {
    pub(super) fn begin(request_id: &str, method: Option<&Method>) -> Self {
        let line = Line::new(request_id, method.map(ToString::to_string));
        Self { line, began: Instant::now(), cold_start: COLD.swap(false, Ordering::Relaxed) }
    }

    /// Waits for the answer and writes the line; `http` finds the HTTP status of the answer.
    pub(super) async fn observe<T>(
        self,
        answer: impl Future<Output = T>,
        http: impl FnOnce(&T) -> Option<u16>,
    ) -> T {
        let Self { line, began, cold_start } = self;
        LINE.scope(RefCell::new(line), async move {
            let (answered, counters) = measured(answer).await;
            let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            let ending = Ending { milliseconds, http: http(&answered), counters, cold_start };
            line::print(&LINE.with(|line| line.borrow().write(ending)));
            answered
        })
        .await
    }
}
