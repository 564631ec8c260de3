//! The catalogue in memory, for search: filled when first needed, and again when the catalogue has changed.
//!
//! Pages that decide about money (product, offer, request) read the table itself; what stands here may be a few
//! seconds old.

use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use platform::clock::Clock;
use platform::store::Store;
use platform::table::ReadError;
use procurement::catalogue::Index;
use tokio::sync::Mutex;

/// How often the catalogue's version is asked for, at most.
const CHECKED_EVERY: SignedDuration = SignedDuration::from_secs(2);
/// The index that listings are read from is eventually consistent: so soon after a change it is read again.
const SETTLES_WITHIN: SignedDuration = SignedDuration::from_secs(10);

/// The catalogue in memory; clones share it.
#[derive(Clone)]
pub struct Shelf {
    store: Store,
    clock: Clock,
    held: Arc<RwLock<Option<Held>>>,
    filling: Arc<Mutex<()>>,
}

#[derive(Clone)]
struct Held {
    index: Arc<Index>,
    /// The catalogue's version when it was read.
    changed: Option<Timestamp>,
    /// Whether it was read long enough after that change.
    settled: bool,
    /// When the version was asked for last.
    checked: Timestamp,
}

// === impl Shelf ===

impl Shelf {
    /// An empty shelf.
    pub fn new(store: Store, clock: Clock) -> Self {
        Self { store, clock, held: Arc::default(), filling: Arc::default() }
    }

    /// The catalogue, not older than a few seconds. An old one is better than none while the table does not answer.
    pub async fn index(&self) -> Result<Arc<Index>, ReadError> {
        match self.held() {
            Some(held) if held.is_fresh(self.clock.now()) => Ok(held.index),
            Some(held) => match self.filling.try_lock() {
                Ok(_alone) => Ok(self.refresh(&held).await),
                Err(_) => Ok(held.index),
            },
            None => self.first().await,
        }
    }

    /// Whoever comes while it is being filled for the first time waits for it.
    async fn first(&self) -> Result<Arc<Index>, ReadError> {
        let _alone = self.filling.lock().await;
        match self.held() {
            Some(held) => Ok(held.index),
            None => self.fill(None).await,
        }
    }

    async fn refresh(&self, held: &Held) -> Arc<Index> {
        self.fill(Some(held)).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "the catalogue could not be refreshed; an older one is shown");
            held.index.clone()
        })
    }

    async fn fill(&self, before: Option<&Held>) -> Result<Arc<Index>, ReadError> {
        // The version first: what changes in between is then noticed next time.
        let changed = self.store.catalogue_changed().await?;
        let now = self.clock.now();
        let held = match before.filter(|held| held.settled && held.changed == changed) {
            Some(held) => Held { checked: now, ..held.clone() },
            None => {
                let index = Arc::new(Index::new(self.store.listings().await?));
                Held { index, changed, settled: is_settled(changed, now), checked: now }
            }
        };
        let index = held.index.clone();
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = Some(held);
        Ok(index)
    }

    fn held(&self) -> Option<Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn is_settled(changed: Option<Timestamp>, now: Timestamp) -> bool {
    changed.is_none_or(|changed| changed.duration_until(now) >= SETTLES_WITHIN)
}

// === impl Held ===

impl Held {
    fn is_fresh(&self, now: Timestamp) -> bool {
        self.checked.duration_until(now) < CHECKED_EVERY
    }
}
