//! When each shared secret was used last (R15).
//!
//! A write for each request would make one record of every busy connection the hottest of the table, to tell a time that
//! nobody reads to the second. So a process writes a use at most once an hour for each secret, and not in the transaction of
//! the request: a use that could not be written is told in the log and written an hour later.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use procurement::connection::SecretId;
use procurement::id::ConnectionId;
use serde::{Deserialize, Serialize};

use super::{Store, decode, keys, record};
use crate::table::{Query, ReadError, Transaction};

/// How exact the time of the last use is.
const EXACT_TO: SignedDuration = SignedDuration::from_hours(1);
/// The most secrets whose last write a process remembers; then it begins anew.
const MAX_REMEMBERED: usize = 10_000;

/// When a secret was used last, to the hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretUse {
    /// Which secret.
    pub secret: SecretId,
    /// When.
    pub at: Timestamp,
}

/// What this process wrote last.
#[derive(Clone, Debug, Default)]
pub(super) struct Written(Arc<Mutex<BTreeMap<(ConnectionId, SecretId), Timestamp>>>);

impl Store {
    /// Remembers that a secret was used; most often this writes nothing.
    pub async fn secret_used(&self, connection: ConnectionId, secret: SecretId, now: Timestamp) {
        if !self.uses.is_due(connection, &secret, now) {
            return;
        }
        let used = SecretUse { secret, at: now };
        let used = record(keys::secret_use(connection, &used.secret), &used);
        if let Err(error) = self.commit(Transaction::new().put(&used)).await {
            tracing::warn!(%connection, %error, "the use of a secret was not written");
        }
    }

    /// When each of a connection's secrets was used last; one that is not named was not used yet.
    pub async fn secret_uses(&self, connection: ConnectionId) -> Result<Vec<SecretUse>, ReadError> {
        let query = Query::partition(keys::secret_uses_of(connection));
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }
}

// === impl Written ===

impl Written {
    /// Whether an hour has passed since this said yes.
    fn is_due(&self, connection: ConnectionId, secret: &SecretId, now: Timestamp) -> bool {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (connection, secret.clone());
        if written.get(&key).is_some_and(|last| now.duration_since(*last) < EXACT_TO) {
            return false;
        }
        if written.len() >= MAX_REMEMBERED {
            written.clear();
        }
        written.insert(key, now);
        true
    }
}
