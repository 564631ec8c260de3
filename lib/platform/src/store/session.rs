//! Shopping sessions, under the digest of their key.

use jiff::{SignedDuration, Timestamp};
use procurement::account::AccountId;
use procurement::id::ConnectionId;
use procurement::mail;
use procurement::requisition::Requisition;
use procurement::session::Session;
use procurement::shopping::Subscribed;

use super::agreement::put_agreement;
use super::job::put_job;
use super::{DocumentRef, Store, keys, put, record, requisition};
use crate::table::{CommitError, ReadError, Transaction};

/// How long an ended session stays known, so that its pages can say that it ended.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

impl Store {
    /// The session of this key.
    pub async fn session(&self, key: &str) -> Result<Option<Session>, ReadError> {
        self.get(&keys::session(key)).await
    }

    /// Opens a session and keeps the document that asked for it, and the answer, in one write.
    pub async fn open_session(
        &self,
        key: &str,
        session: &Session,
        documents: &[DocumentRef<'_>],
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let transaction = put_session(Transaction::new(), key, session);
        let transaction = documents.iter().try_fold(transaction, |all, document| document.put_into(all, now));
        self.commit(transaction.map_err(|error| CommitError::Refused(error.to_string()))?).await
    }

    /// Writes a session at its version, with requisition items that change with it.
    pub async fn put_session(
        &self,
        key: &str,
        session: &Session,
        requisitions: &[Requisition],
    ) -> Result<(), CommitError> {
        let transaction = put_session(Transaction::new(), key, session);
        self.commit(requisitions.iter().fold(transaction, requisition::put_requisition)).await
    }

    /// The same, keeping the document that goes out with it, and with the jobs that remind of what ends some day (R41).
    pub async fn return_cart(
        &self,
        key: &str,
        session: &Session,
        requisitions: &[Requisition],
        document: &DocumentRef<'_>,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let transaction = put_session(Transaction::new(), key, session);
        let transaction = requisitions.iter().fold(transaction, requisition::put_requisition);
        // A cart that is sent again after an edit reminds of the same, so its jobs may be there.
        let jobs = self.new_jobs(requisitions.iter().flat_map(mail::reminders).collect()).await;
        let jobs = jobs.map_err(|error| CommitError::Unavailable(error.to_string()))?;
        let transaction = jobs.iter().fold(transaction, put_job);
        let transaction = document.put_into(transaction, now);
        self.commit(transaction.map_err(|error| CommitError::Refused(error.to_string()))?).await
    }

    /// Writes what comes of subscribing at once: session, requests, agreement and jobs, in one transaction (R11, R16, R34).
    pub async fn subscribe(&self, key: &str, subscribed: &Subscribed) -> Result<(), CommitError> {
        let mut transaction = put_session(Transaction::new(), key, &subscribed.session);
        transaction = requisition::put_requisition(transaction, &subscribed.requisition);
        if let Some(replaced) = &subscribed.replaced {
            transaction = requisition::put_requisition(transaction, replaced);
        }
        if let Some((agreement, jobs)) = &subscribed.agreement {
            transaction = jobs.iter().fold(put_agreement(transaction, agreement), put_job);
        }
        self.commit(transaction).await
    }

    /// The account that a requester chose last (R30).
    pub async fn last_account(
        &self,
        connection: ConnectionId,
        requester: &str,
    ) -> Result<Option<AccountId>, ReadError> {
        self.get(&keys::requester(connection, requester)).await
    }

    /// Remembers the account that a requester chose (R30).
    pub async fn remember_account(
        &self,
        connection: ConnectionId,
        requester: &str,
        account: AccountId,
    ) -> Result<(), CommitError> {
        let record = record(keys::requester(connection, requester), &account);
        self.commit(Transaction::new().put(&record)).await
    }
}

pub(super) fn put_session(transaction: Transaction, key: &str, session: &Session) -> Transaction {
    let end = session.expires.saturating_add(REMEMBERED).unwrap_or(Timestamp::MAX);
    put(transaction, &record(keys::session(key), session).expires(end))
}
