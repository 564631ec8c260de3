//! Connections, found by id, by the identity that their buyer goes by, and by whose they are.

use procurement::account::AccountId;
use procurement::connection::{Connection, Identity};
use procurement::id::ConnectionId;

use super::configuration::put_customer;
use super::{Store, decode, keys, put, record, take};
use crate::table::{CommitError, Condition, Gsi1, Index, Query, ReadError, Transaction};

/// A party may go by several names; more than these are not looked up.
pub(super) const MAX_IDENTITIES: usize = 4;

impl Store {
    /// The connection of this id.
    pub async fn connection(&self, id: ConnectionId) -> Result<Option<Connection>, ReadError> {
        self.get(&keys::connection(id)).await
    }

    /// The connections whose buyer goes by one of these identities, each once; one read.
    pub async fn connections_by_buyer(&self, identities: &[Identity]) -> Result<Vec<Connection>, ReadError> {
        let keys: Vec<_> = identities.iter().take(MAX_IDENTITIES).map(keys::buyer).collect();
        let mut batch = self.table.batch_get(keys.iter().cloned()).await?;
        let mut found: Vec<Connection> = Vec::new();
        for key in &keys {
            if let Some(connection) = take::<Connection>(&mut batch, key)?
                && found.iter().all(|other| other.id != connection.id)
            {
                found.push(connection);
            }
        }
        Ok(found)
    }

    /// The connections of an organisation or of a standalone account (R3).
    pub async fn connections_of(&self, organisation: AccountId) -> Result<Vec<Connection>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::connections_of(organisation));
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }

    /// Writes a connection at its version, and its copy under its buyer's identity. `before` is the connection as it
    /// was read. An identity that another connection has is a conflict: an identity belongs to one connection.
    pub async fn put_connection(
        &self,
        connection: &Connection,
        before: Option<&Connection>,
    ) -> Result<(), CommitError> {
        self.commit(put_connection(Transaction::new(), connection, before)).await
    }
}

pub(super) fn put_connection(
    transaction: Transaction,
    connection: &Connection,
    before: Option<&Connection>,
) -> Transaction {
    let place = Gsi1::new(
        keys::connections_of(connection.organisation.management_account),
        connection.id.to_string(),
    );
    let canonical = record(keys::connection(connection.id), connection).gsi1(place);
    let copy = Copy { connection: connection.id.to_string(), data: connection.clone() };
    let copy = crate::table::Record::new(keys::buyer(&connection.buyer), copy);
    let own = Condition::absent_or_equals("connection", connection.id.to_string());
    let transaction = put(transaction, &canonical).put_if(&copy, own);
    match before {
        None => put_customer(transaction, &connection.organisation),
        Some(before) if before.buyer != connection.buyer => transaction.delete(keys::buyer(&before.buyer)),
        Some(_) => transaction,
    }
}

/// Takes a connection away, at the version that was read, and its copy.
pub(super) fn delete_connection(transaction: Transaction, connection: &Connection) -> Transaction {
    transaction
        .delete_if(keys::connection(connection.id), Condition::Version(connection.version))
        .delete(keys::buyer(&connection.buyer))
}

/// The copy under an identity names its connection in the open, so that a condition can ask for it.
#[derive(serde::Serialize)]
struct Copy {
    connection: String,
    data: Connection,
}
