//! The configuration as it is changed and looked at: connections with the audit log, organisations' settings, the
//! operator's list of customers and of connections that wait for a step of theirs.

use jiff::Timestamp;
use procurement::account::{AccountId, Organisation};
use procurement::approved_products::ApprovedProducts;
use procurement::configuration::{AuditEntry, Changed, OrganisationSettings, Removal, Step};
use procurement::connection::Connection;
use procurement::id::ConnectionId;
use procurement::requisition::Requisition;
use uuid::Uuid;

use super::connection::{delete_connection, put_connection};
use super::{Store, decode, keys, put, record};
use crate::documents::About;
use crate::table::{CommitError, Cursor, Gsi1, Index, Query, ReadError, Record, Transaction};

/// The most entries of a page of the audit log or of the list of customers.
const LISTED: u32 = 100;
/// The most documents that are looked at for a connection's last traffic.
const MAX_DOCUMENTS: u32 = 100;

/// One page of a list, and where the next one begins.
#[derive(Clone, Debug)]
pub struct Listed<T> {
    /// What is on the page.
    pub items: Vec<T>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

impl Store {
    /// Writes a changed connection, what it changes of its organisation, and the entry of the audit log: all or nothing.
    pub async fn commit_connection(&self, changed: &Changed, entry: Uuid) -> Result<(), CommitError> {
        let transaction = put_connection(Transaction::new(), &changed.after, changed.before.as_ref());
        let transaction = match &changed.organisation {
            Some(settings) => put_organisation(transaction, settings),
            None => transaction,
        };
        let transaction = put_queue(transaction, &changed.after, changed.before.as_ref());
        self.commit(put_audit(transaction, &changed.audit, entry)).await
    }

    /// Removes a connection for good; the audit log stays (R14).
    pub async fn commit_removal(&self, removal: &Removal, entry: Uuid) -> Result<(), CommitError> {
        let transaction = delete_connection(Transaction::new(), &removal.connection);
        let transaction = put_organisation(transaction, &removal.organisation);
        let transaction = match removal.connection.onboarding {
            Some(_) => transaction.delete(keys::onboarding(removal.connection.id)),
            None => transaction,
        };
        self.commit(put_audit(transaction, &removal.audit, entry)).await
    }

    /// An organisation's settings; what holds before anything was set if there are none.
    pub async fn organisation_settings(
        &self,
        organisation: &Organisation,
    ) -> Result<OrganisationSettings, ReadError> {
        let stored = self.get(&keys::organisation_settings(organisation.management_account)).await?;
        Ok(stored.unwrap_or_else(|| OrganisationSettings::of(organisation.clone())))
    }

    /// Writes an organisation's settings at their version, with the entry of the audit log.
    pub async fn commit_organisation(
        &self,
        settings: &OrganisationSettings,
        audit: &AuditEntry,
        entry: Uuid,
    ) -> Result<(), CommitError> {
        let transaction = put_organisation(Transaction::new(), settings);
        self.commit(put_audit(transaction, audit, entry)).await
    }

    /// Writes an organisation's list of approved products at its version, with the entry of the audit log.
    pub async fn commit_approved_products(
        &self,
        list: &ApprovedProducts,
        audit: &AuditEntry,
        entry: Uuid,
    ) -> Result<(), CommitError> {
        let list = record(keys::approved_products(list.organisation), list);
        self.commit(put_audit(put(Transaction::new(), &list), audit, entry)).await
    }

    /// A page of an organisation's audit log, newest first (R5).
    pub async fn audit(
        &self,
        organisation: AccountId,
        after: Option<Cursor>,
    ) -> Result<Listed<AuditEntry>, ReadError> {
        let query = Query::partition(keys::audit_of(organisation)).descending().limit(LISTED);
        self.listed(query, after).await
    }

    /// A page of the organisations that have ever had a connection or settings: the operator's customers.
    pub async fn customers(&self, after: Option<Cursor>) -> Result<Listed<Organisation>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::CUSTOMERS).limit(LISTED);
        self.listed(query, after).await
    }

    /// The connections that are on their way to live use, the longest waiting first (R13).
    pub async fn onboarding_queue(&self) -> Result<Vec<ConnectionId>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::ONBOARDING);
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }

    /// All requisition items of a connection, in no order.
    pub async fn all_requisitions_of(&self, connection: ConnectionId) -> Result<Vec<Requisition>, ReadError> {
        let query = Query::on(Index::Gsi1, keys::requisitions_of(connection));
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }

    /// What is known about the last documents of a connection, newest first.
    pub async fn last_documents(&self, connection: ConnectionId) -> Result<Vec<About>, ReadError> {
        let query =
            Query::on(Index::Gsi1, keys::documents_index(connection)).descending().limit(MAX_DOCUMENTS);
        let items = self.table.query(&query).await?.items;
        let abouts = items.into_iter().map(|item| Ok(item.decode::<First>()?.body.about));
        abouts.filter_map(Result::transpose).collect()
    }

    async fn listed<T: serde::de::DeserializeOwned>(
        &self,
        query: Query,
        after: Option<Cursor>,
    ) -> Result<Listed<T>, ReadError> {
        let query = match after {
            Some(cursor) => query.after(cursor),
            None => query,
        };
        let page = self.table.query(&query).await?;
        let items = page.items.into_iter().map(decode).collect::<Result<_, _>>()?;
        Ok(Listed { items, next: page.next })
    }
}

/// Of a document's first piece, what is known about the document.
#[derive(serde::Deserialize)]
struct First {
    #[serde(default)]
    about: Option<About>,
}

fn put_organisation(transaction: Transaction, settings: &OrganisationSettings) -> Transaction {
    let key = keys::organisation_settings(settings.organisation.management_account);
    put(transaction, &record(key, settings))
}

fn put_audit(transaction: Transaction, audit: &AuditEntry, entry: Uuid) -> Transaction {
    transaction.put_new(&record(keys::audit(audit.organisation, audit.at, entry), audit))
}

/// A connection that waits for a step is in the operator's queue; one that is live is not (R13).
fn put_queue(transaction: Transaction, after: &Connection, before: Option<&Connection>) -> Transaction {
    let Some(onboarding) = &after.onboarding else { return transaction };
    if onboarding.step == Step::Live {
        return transaction.delete(keys::onboarding(after.id));
    }
    if before.is_some_and(|before| before.onboarding == after.onboarding) {
        return transaction;
    }
    let place = Gsi1::new(keys::ONBOARDING, crate::table::sortable_time(onboarding.since));
    transaction.put(&record(keys::onboarding(after.id), &after.id).gsi1(place))
}

/// The organisation that a new connection belongs to becomes a customer.
pub(super) fn put_customer(transaction: Transaction, organisation: &Organisation) -> Transaction {
    let id = organisation.management_account;
    let customer: Record<_> = record(keys::customer(id), organisation);
    transaction.put(&customer.gsi1(Gsi1::new(keys::CUSTOMERS, id.to_string())))
}

/// When the connection last heard of, or told, its procurement system.
pub fn last_traffic(documents: &[About]) -> Option<Timestamp> {
    documents.iter().map(|about| about.at).max()
}
