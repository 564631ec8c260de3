//! Usage of what is paid as it goes, and the statements of its months (R47).

use procurement::id::RequisitionId;
use procurement::job::Job;
use procurement::usage::{Recorded, Stated, Statement, UsageAccount};

use super::job::put_job;
use super::requisition::put_requisition;
use super::{Store, decode, keys, put, record};
use crate::table::{CommitError, Query, ReadError, Transaction};

impl Store {
    /// Everything that was metered for the agreement of this requisition item.
    pub async fn usage(&self, requisition: RequisitionId) -> Result<UsageAccount, ReadError> {
        let stored = self.get(&keys::usage_account(requisition)).await?;
        Ok(stored.unwrap_or_else(|| UsageAccount::new(requisition)))
    }

    /// Whether a measurement of this name was recorded.
    pub async fn is_recorded(&self, requisition: RequisitionId, id: &str) -> Result<bool, ReadError> {
        Ok(self.table.get_item(&keys::usage_record(requisition, id)).await?.is_some())
    }

    /// Writes a measurement and what follows from it, all or nothing.
    pub async fn put_usage(&self, recorded: &Recorded) -> Result<(), CommitError> {
        let key = keys::usage_record(recorded.account.requisition, &recorded.record.id);
        let transaction = Transaction::new().put_new(&record(key, &recorded.record));
        let transaction = put_account(transaction, &recorded.account);
        let transaction = recorded.requisition.iter().fold(transaction, put_requisition);
        self.commit(recorded.job.iter().fold(transaction, put_job)).await
    }

    /// Closes a month: its statement, what follows, and the job that did it.
    pub async fn put_stated(&self, stated: &Stated, job: &Job) -> Result<(), CommitError> {
        let transaction = stated.statement.iter().fold(Transaction::new(), |all, statement| {
            let key = keys::usage_statement(statement.requisition, &statement.month);
            all.put_new(&record(key, statement))
        });
        let transaction = put_account(transaction, &stated.account);
        self.commit(stated.jobs.iter().chain([job]).fold(transaction, put_job)).await
    }

    /// The statements of this requisition item's agreement, by month.
    pub async fn statements(&self, requisition: RequisitionId) -> Result<Vec<Statement>, ReadError> {
        let pk = keys::usage_account(requisition).pk;
        let query = Query::partition(pk).sk_prefix("STATEMENT#");
        self.table.query_all(&query).await?.into_iter().map(decode).collect()
    }

    /// The statement of this month.
    pub async fn statement(
        &self,
        requisition: RequisitionId,
        month: &str,
    ) -> Result<Option<Statement>, ReadError> {
        self.get(&keys::usage_statement(requisition, month)).await
    }
}

fn put_account(transaction: Transaction, account: &UsageAccount) -> Transaction {
    put(transaction, &record(keys::usage_account(account.requisition), account))
}
