//! Who stands in the engine's queue: all that somebody waits for, and of the rest only so much.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};

/// How many requests that nobody waits for may stand in the queue while nobody waits for an answer.
const IN_BACKGROUND: usize = 8;
/// How many of these places each takes while somebody does: two may stand in the queue then, one that is done while the next one
/// is on its way. With more, answers come late.
const BESIDE_OTHERS: u32 = 4;

/// The queue before the engine. Clones are the same.
#[derive(Clone, Debug)]
pub(super) struct Queue {
    /// How many requests are under way that somebody waits for.
    awaited: Arc<AtomicUsize>,
    places: Arc<Semaphore>,
    in_background: bool,
}

/// A request's turn, until it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    _awaited: Option<Awaited>,
    _place: Option<OwnedSemaphorePermit>,
}

/// A request that somebody waits for.
#[derive(Debug)]
struct Awaited(Arc<AtomicUsize>);

// === impl Queue ===

impl Queue {
    pub(super) fn new() -> Self {
        let places = Arc::new(Semaphore::new(IN_BACKGROUND));
        Self { awaited: Arc::default(), places, in_background: false }
    }

    /// The same queue, for requests that nobody waits for.
    pub(super) fn in_background(&self) -> Self {
        Self { in_background: true, ..self.clone() }
    }

    /// Returns when a request may go to the engine.
    pub(super) async fn turn(self) -> Result<Turn, AcquireError> {
        if !self.in_background {
            self.awaited.fetch_add(1, Ordering::Relaxed);
            return Ok(Turn { _awaited: Some(Awaited(self.awaited)), _place: None });
        }
        let places = if self.awaited.load(Ordering::Relaxed) > 0 { BESIDE_OTHERS } else { 1 };
        Ok(Turn { _awaited: None, _place: Some(self.places.acquire_many_owned(places).await?) })
    }
}

// === impl Turn ===

impl Turn {
    /// The engine has done it: the place is free for the next one, while whoever is waited for is so until the answer lasts.
    pub(super) fn done(self) -> Self {
        Self { _place: None, ..self }
    }
}

// === impl Awaited ===

impl Drop for Awaited {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_nobody_waits_for_has_few_places_while_somebody_waits_and_more_when_nobody_does() {
        let queue = Queue::new();
        let behind = queue.in_background();
        let in_time = async || timeout(Duration::from_secs(1), behind.clone().turn()).await.ok();

        let awaited = queue.clone().turn().await.expect("a turn");
        let first = in_time().await.expect("a place");
        let second = in_time().await.expect("a place");
        assert!(in_time().await.is_none(), "a third one waits");
        queue.clone().turn().await.expect("whoever waits for an answer does not");
        drop((first, second, awaited));

        let mut many = Vec::new();
        while let Some(turn) = in_time().await {
            many.push(turn);
        }
        assert_eq!(many.len(), IN_BACKGROUND);
    }
}
