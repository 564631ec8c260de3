//! How much is served at once. What is over it is answered in cXML, 560, and the sender comes again (R38).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use platform::core::Core;
use platform::wire::{Failure, MAX_BODY};
use tokio::sync::Semaphore;

/// The most cXML requests at once. Each holds at most a body and a transaction in memory.
const AT_ONCE: usize = 128;

/// Lets so many requests in and no more.
#[derive(Clone, Debug)]
pub struct Gate {
    core: Core,
    places: Arc<Semaphore>,
}

// === impl Gate ===

impl Gate {
    /// A gate with all places free.
    pub fn new(core: Core) -> Self {
        Self { core, places: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

/// Serves the request if there is a place for it.
pub async fn pass(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    let too_long = may_be_too_long(request.headers());
    match gate.places.clone().try_acquire_owned() {
        Ok(_place) if too_long => last_of_its_connection(next.run(request).await),
        Ok(_place) => next.run(request).await,
        Err(_) => {
            let full = Failure::Temporary("too many requests at once".to_owned());
            last_of_its_connection(full.respond(&gate.core))
        }
    }
}

/// Whether the body may be longer than what is read of it.
fn may_be_too_long(headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    length.map_or(headers.contains_key(TRANSFER_ENCODING), |length| length > MAX_BODY as u64)
}

/// Where a body is not read to its end, the connection ends with the answer. The sender is told, or its next request would be lost
/// on it.
fn last_of_its_connection(mut answer: Response) -> Response {
    answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    answer
}
