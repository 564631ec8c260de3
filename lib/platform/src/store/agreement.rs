//! Agreements, one under each requisition item.

use procurement::agreement::Agreement;
use procurement::id::{ConnectionId, RequisitionId};

use super::{Store, decode, keys, record};
use crate::table::{Index, Query, ReadError, Transaction};

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

pub(super) fn put_agreement(transaction: Transaction, agreement: &Agreement) -> Transaction {
    let place = keys::of_requester("AGMTS", agreement.connection, &agreement.requester.key, agreement.start);
    transaction.put_new(&record(keys::agreement(agreement.requisition), agreement).gsi1(place))
}
