//! Requisition items, by id and by requester.

use procurement::id::{ConnectionId, RequisitionId};
use procurement::requisition::Requisition;

use super::{Store, decode, keys, put, record, take};
use crate::table::{CommitError, Index, Query, ReadError, Transaction};

/// The most that a requester's page lists.
const LISTED: u32 = 100;

impl Store {
    /// The requisition item of this id.
    pub async fn requisition(&self, id: RequisitionId) -> Result<Option<Requisition>, ReadError> {
        self.get(&keys::requisition(id)).await
    }

    /// The requisition items of these ids that exist, in this order; one read.
    pub async fn requisitions(&self, ids: &[RequisitionId]) -> Result<Vec<Requisition>, ReadError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let keys: Vec<_> = ids.iter().map(|id| keys::requisition(*id)).collect();
        let mut batch = self.table.batch_get(keys.iter().cloned()).await?;
        keys.iter().filter_map(|key| take(&mut batch, key).transpose()).collect()
    }

    /// A requester's items, newest first (R42: each sees their own).
    pub async fn requisitions_of(
        &self,
        connection: ConnectionId,
        requester: &str,
    ) -> Result<Vec<Requisition>, ReadError> {
        let query = Query::on(Index::Gsi1, format!("REQS#{connection}"))
            .sk_prefix(keys::requester_prefix(requester))
            .descending()
            .limit(LISTED);
        self.table.query(&query).await?.items.into_iter().map(decode).collect()
    }

    /// Writes a requisition item at its version.
    pub async fn put_requisition(&self, requisition: &Requisition) -> Result<(), CommitError> {
        self.commit(put_requisition(Transaction::new(), requisition)).await
    }
}

pub(super) fn put_requisition(transaction: Transaction, requisition: &Requisition) -> Transaction {
    let place =
        keys::of_requester("REQS", requisition.connection, &requisition.requester.key, requisition.created);
    put(transaction, &record(keys::requisition(requisition.id), requisition).gsi1(place))
}
