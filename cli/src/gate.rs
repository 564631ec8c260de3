//! How much is served at once. What is over it is answered in cXML, 560, and the sender comes again (R38).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use platform::core::Core;
use platform::wire::Failure;
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
    match gate.places.clone().try_acquire_owned() {
        Ok(_place) => next.run(request).await,
        Err(_) => Failure::Temporary("too many requests at once".to_owned()).respond(&gate.core),
    }
}
