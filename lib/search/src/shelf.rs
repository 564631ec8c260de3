//! The index in a function's memory: loaded when first needed, and again when the catalogue has changed.

use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use platform::clock::Clock;
use platform::store::{SearchState, Store, StoredIndex};
use platform::table::ReadError;
use tokio::sync::Mutex;

use crate::index::{Index, SearchError};

/// How often it is asked whether the catalogue changed, at most.
const CHECKED_EVERY: SignedDuration = SignedDuration::from_secs(2);
/// What is built here is read from an index of the table that is eventually consistent: so soon after a change it is
/// built again.
const SETTLES_WITHIN: SignedDuration = SignedDuration::from_secs(10);

/// The index in memory; clones share it.
#[derive(Clone, Debug)]
pub struct Shelf {
    store: Store,
    clock: Clock,
    held: Arc<RwLock<Option<Held>>>,
    filling: Arc<Mutex<()>>,
}

/// Why there is nothing to search in.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// The table.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The engine.
    #[error(transparent)]
    Search(#[from] SearchError),
}

#[derive(Clone, Debug)]
struct Held {
    index: Arc<Index>,
    origin: Origin,
    /// When it was last asked whether the catalogue changed.
    checked: Timestamp,
}

/// Where an index comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Origin {
    /// The one that is kept beside the catalogue, by its generation.
    Kept(String),
    /// Built here, because what is kept is older than the catalogue, or nothing is kept.
    Built { catalogue: Option<Timestamp>, settled: bool },
}

// === impl Shelf ===

impl Shelf {
    /// An empty shelf.
    pub fn new(store: Store, clock: Clock) -> Self {
        Self { store, clock, held: Arc::default(), filling: Arc::default() }
    }

    /// The index, not older than a few seconds. An old one is better than none while the table does not answer.
    pub async fn index(&self) -> Result<Arc<Index>, ShelfError> {
        match self.held() {
            Some(held) if held.is_fresh(self.clock.now()) => Ok(held.index),
            Some(held) => match self.filling.try_lock() {
                Ok(_alone) => Ok(self.refresh(held).await),
                Err(_) => Ok(held.index),
            },
            None => self.first().await,
        }
    }

    /// Whoever comes while it is being filled for the first time waits for it.
    async fn first(&self) -> Result<Arc<Index>, ShelfError> {
        let _alone = self.filling.lock().await;
        match self.held() {
            Some(held) => Ok(held.index),
            None => self.fill(None).await,
        }
    }

    async fn refresh(&self, held: Held) -> Arc<Index> {
        let older = held.index.clone();
        self.fill(Some(held)).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "the search index could not be refreshed; an older one is used");
            older
        })
    }

    async fn fill(&self, before: Option<Held>) -> Result<Arc<Index>, ShelfError> {
        let (state, now) = (self.store.search_state().await?, self.clock.now());
        let held = match before.filter(|held| held.origin.is_still(&state)) {
            Some(held) => Held { checked: now, ..held },
            None => self.load(&state, now).await?,
        };
        let index = held.index.clone();
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = Some(held);
        Ok(index)
    }

    /// What is kept, if it is as new as the catalogue and can be used; otherwise the catalogue is indexed here.
    async fn load(&self, state: &SearchState, now: Timestamp) -> Result<Held, ShelfError> {
        if let Some(kept) = current(state)
            && let Some(index) = self.kept(kept).await
        {
            let origin = Origin::Kept(kept.generation.clone());
            return Ok(Held { index: Arc::new(index), origin, checked: now });
        }
        let index = Arc::new(Index::build(self.store.listings().await?)?);
        tracing::info!(listings = index.len(), "the catalogue was indexed here");
        let origin = Origin::Built { catalogue: state.catalogue, settled: is_settled(state, now) };
        Ok(Held { index, origin, checked: now })
    }

    async fn kept(&self, stored: &StoredIndex) -> Option<Index> {
        let bytes = self.store.search_index(stored).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "the kept search index could not be read");
            None
        })?;
        let index = Index::from_bytes(&bytes);
        index.inspect_err(|error| tracing::warn!(%error, "the kept search index is not used")).ok()
    }

    fn held(&self) -> Option<Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The index that is kept, unless the catalogue changed after it was built.
fn current(state: &SearchState) -> Option<&StoredIndex> {
    state.index.as_ref().filter(|kept| state.catalogue.is_none_or(|changed| changed <= kept.catalogue))
}

fn is_settled(state: &SearchState, now: Timestamp) -> bool {
    state.catalogue.is_none_or(|changed| changed.duration_until(now) >= SETTLES_WITHIN)
}

// === impl Held ===

impl Held {
    fn is_fresh(&self, now: Timestamp) -> bool {
        self.checked.duration_until(now) < CHECKED_EVERY
    }
}

// === impl Origin ===

impl Origin {
    /// Whether there is nothing newer.
    fn is_still(&self, state: &SearchState) -> bool {
        match self {
            Self::Kept(generation) => current(state).is_some_and(|kept| kept.generation == *generation),
            Self::Built { catalogue, settled } => {
                *settled && *catalogue == state.catalogue && current(state).is_none()
            }
        }
    }
}
