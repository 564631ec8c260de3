//! Mail that was handed over, and addresses that get no more of it (R45).

use jiff::{SignedDuration, Timestamp};
use procurement::job::Job;
use procurement::mail::{MailSent, Suppression, Undelivered};
use procurement::requisition::Requisition;

use super::job::put_job;
use super::requisition::put_requisition;
use super::{Store, keys, record, take};
use crate::table::{CommitError, ReadError, Transaction};

/// Events about a mail come within days.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(90 * 24);

impl Store {
    /// Those of these addresses that get no more mail; one read.
    pub async fn suppressed(&self, addresses: &[String]) -> Result<Vec<Suppression>, ReadError> {
        if addresses.is_empty() {
            return Ok(Vec::new());
        }
        let keys: Vec<_> = addresses.iter().map(|address| keys::mail_address(address)).collect();
        let mut batch = self.table.batch_get(keys.iter().cloned()).await?;
        keys.iter().filter_map(|key| take(&mut batch, key).transpose()).collect()
    }

    /// Writes how a mail job ended, what is to be said about it on its request, and under which reference the mail was handed over.
    pub async fn finish_mail(
        &self,
        job: &Job,
        sent: Option<(&str, &MailSent)>,
        noted: Option<&Requisition>,
        now: Timestamp,
    ) -> Result<(), CommitError> {
        let end = now.saturating_add(REMEMBERED).unwrap_or(Timestamp::MAX);
        let transaction = sent.into_iter().fold(Transaction::new(), |all, (reference, sent)| {
            all.put(&record(keys::mail_sent(reference), sent).expires(end))
        });
        let transaction = noted.into_iter().fold(transaction, put_requisition);
        self.commit(put_job(transaction, job)).await
    }

    /// What a mail of this reference was about.
    pub async fn mail_sent(&self, reference: &str) -> Result<Option<MailSent>, ReadError> {
        self.get(&keys::mail_sent(reference)).await
    }

    /// Writes what came of an event.
    pub async fn put_undelivered(&self, undelivered: &Undelivered) -> Result<(), CommitError> {
        let suppressed = undelivered.suppressed.iter();
        let transaction = suppressed
            .fold(Transaction::new(), |all, one| all.put(&record(keys::mail_address(&one.address), one)));
        let transaction = undelivered.requisition.iter().fold(transaction, put_requisition);
        if transaction.is_empty() { Ok(()) } else { self.commit(transaction).await }
    }

    /// Writes a requisition item and the job that changed it.
    pub async fn put_requisition_with(
        &self,
        requisition: &Requisition,
        job: &Job,
    ) -> Result<(), CommitError> {
        self.commit(put_job(put_requisition(Transaction::new(), requisition), job)).await
    }
}
