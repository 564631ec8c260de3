//! Agreements, one under each requisition item.

use procurement::agreement::{Agreement, Changed};
use procurement::id::{ConnectionId, RequisitionId};

use super::job::put_job;
use super::requisition::put_requisition;
use super::{Store, decode, keys, put, record};
use crate::table::{CommitError, Condition, Index, Query, ReadError, Transaction};

/// The most that a page lists.
const LISTED: u32 = 100;

impl Store {
    /// The agreement that fulfils this requisition item, if there is one.
    pub async fn agreement(&self, requisition: RequisitionId) -> Result<Option<Agreement>, ReadError> {
        self.get(&keys::agreement(requisition)).await
    }

    /// A requester's agreements, newest first (R42).
    pub async fn agreements_of(
        &self,
        connection: ConnectionId,
        requester: &str,
    ) -> Result<Vec<Agreement>, ReadError> {
        let query = Query::on(Index::Gsi1, format!("AGMTS#{connection}"))
            .sk_prefix(keys::requester_prefix(requester))
            .descending()
            .limit(LISTED);
        self.table.query(&query).await?.items.into_iter().map(decode).collect()
    }

    /// All agreements of a connection, for its administrators (R42).
    pub async fn agreements(&self, connection: ConnectionId) -> Result<Vec<Agreement>, ReadError> {
        let query = Query::on(Index::Gsi1, format!("AGMTS#{connection}"));
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }
}

impl Store {
    /// Writes an agreement that the operator changed, its request, and what follows, each at its version; nothing where a
    /// part of its schedule was invoiced meanwhile.
    pub async fn put_changed_agreement(&self, changed: &Changed) -> Result<(), CommitError> {
        let request = changed.agreement.requisition;
        let transaction = changed.uninvoiced.iter().fold(Transaction::new(), |all, place| {
            all.check(keys::invoice(request, *place), Condition::Absent)
        });
        let transaction = put_agreement(transaction, &changed.agreement);
        let transaction = put_requisition(transaction, &changed.requisition);
        self.commit(changed.jobs.iter().fold(transaction, put_job)).await
    }
}

pub(super) fn put_agreement(transaction: Transaction, agreement: &Agreement) -> Transaction {
    let place = keys::of_requester("AGMTS", agreement.connection, &agreement.requester.key, agreement.start);
    put(transaction, &record(keys::agreement(agreement.requisition), agreement).gsi1(place))
}
