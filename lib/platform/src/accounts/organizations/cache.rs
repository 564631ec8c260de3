//! What was found, and when.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use procurement::account::AccountId;

const FRESH: SignedDuration = SignedDuration::from_mins(10);

#[derive(Debug)]
pub(super) struct Cache<T>(RwLock<HashMap<AccountId, (T, Timestamp)>>);

// === impl Cache ===

impl<T> Default for Cache<T> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<T: Clone> Cache<T> {
    pub(super) fn fresh(&self, id: AccountId, now: Timestamp) -> Option<T> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.get(&id).filter(|(_, at)| at.duration_until(now) < FRESH).map(|(found, _)| found.clone())
    }

    /// However old.
    pub(super) fn stale(&self, id: AccountId) -> Option<T> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.get(&id).map(|(found, _)| found.clone())
    }

    pub(super) fn keep(&self, id: AccountId, found: T, now: Timestamp) -> T {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(id, (found.clone(), now));
        found
    }
}
