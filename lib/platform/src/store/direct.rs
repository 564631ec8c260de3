//! Direct visits: choices that wait for a punch-out, and purchases that other consoles made (R11).

use procurement::account::AccountId;
use procurement::direct::bypass::PurchaseElsewhere;
use procurement::direct::{TakenUp, WAITS, Waiting};
use procurement::id::ConnectionId;
use procurement::session::MAX_CART;

use super::requisition::put_requisition;
use super::session::put_session;
use super::{Store, decode, keys, record};
use crate::table::{CommitError, Condition, Query, ReadError, Transaction};

/// The most purchases in other consoles that a report lists.
const LISTED: u32 = 1_000;

impl Store {
    /// What one of these persons chose directly, and waits for a punch-out over this connection. What is over is left out.
    pub async fn waiting(
        &self,
        connection: ConnectionId,
        persons: &[String],
        now: jiff::Timestamp,
    ) -> Result<Vec<Waiting>, ReadError> {
        let mut found: Vec<Waiting> = Vec::new();
        for person in persons {
            let (partition, prefix) = keys::waiting_of(connection, person);
            let query = Query::partition(partition).sk_prefix(prefix).limit(LISTED);
            for item in self.table.query(&query).await?.items {
                found.push(decode(item)?);
            }
        }
        found.retain(|waiting| now.duration_since(waiting.chosen) < WAITS);
        found.sort_by_key(|waiting| waiting.chosen);
        found.truncate(MAX_CART);
        Ok(found)
    }

    /// Keeps a choice; the same one again is the same.
    pub async fn put_waiting(&self, waiting: &Waiting) -> Result<(), CommitError> {
        let end = waiting.chosen.saturating_add(WAITS).unwrap_or(jiff::Timestamp::MAX);
        let key = keys::waiting(waiting.connection, &waiting.person, waiting.id);
        self.commit(Transaction::new().put(&record(key, waiting).expires(end))).await
    }

    /// Opens a session with what waited in its cart, each of which waits no longer: all or nothing.
    pub async fn take_up(&self, key: &str, taken: &TakenUp, waiting: &[Waiting]) -> Result<(), CommitError> {
        let transaction = put_session(Transaction::new(), key, &taken.session);
        let transaction = taken.requisitions.iter().fold(transaction, put_requisition);
        let gone = waiting.iter().map(|one| keys::waiting(one.connection, &one.person, one.id));
        self.commit(gone.fold(transaction, |all, key| all.delete_if(key, Condition::Present))).await
    }

    /// Records a purchase that another console made; `false` where it was recorded before.
    pub async fn record_elsewhere(&self, purchase: &PurchaseElsewhere) -> Result<bool, CommitError> {
        let key = keys::elsewhere(purchase.organisation, &purchase.console, &purchase.reference);
        match self.commit(Transaction::new().put_new(&record(key, purchase))).await {
            Ok(()) => Ok(true),
            Err(CommitError::Conflict { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The purchases that other consoles made for an organisation.
    pub async fn purchases_elsewhere(
        &self,
        organisation: AccountId,
    ) -> Result<Vec<PurchaseElsewhere>, ReadError> {
        let (partition, prefix) = keys::elsewhere_of(organisation);
        let query = Query::partition(partition).sk_prefix(prefix).limit(LISTED);
        self.table.query(&query).await?.items.into_iter().map(decode).collect()
    }
}
