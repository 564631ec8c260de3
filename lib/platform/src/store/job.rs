//! Jobs, by id and by when they are due.

use jiff::Timestamp;
use procurement::job::{Job, Worker};

use super::{Store, decode, keys, put, record, take};
use crate::table::{CommitError, Query, ReadError, Transaction};

/// How many a worker takes from a shard at once.
const TAKEN: u32 = 25;

impl Store {
    /// The job of this id.
    pub async fn job(&self, id: &str) -> Result<Option<Job>, ReadError> {
        self.get(&keys::job(id)).await
    }

    /// The jobs of these ids that exist; one read.
    pub async fn jobs(&self, ids: &[String]) -> Result<Vec<Job>, ReadError> {
        let keys: Vec<_> = ids.iter().map(|id| keys::job(id)).collect();
        let mut batch = self.table.batch_get(keys.iter().cloned()).await?;
        keys.iter().filter_map(|key| take(&mut batch, key).transpose()).collect()
    }

    /// A worker's jobs that are due at `now`, the longest due first within a shard.
    pub async fn due_jobs(&self, worker: Worker, now: Timestamp) -> Result<Vec<Job>, ReadError> {
        let mut due = Vec::new();
        for shard in 0..keys::DUE_SHARDS {
            let query = Query::due(keys::due_shard(worker, shard), now).limit(TAKEN);
            for item in self.table.query(&query).await?.items {
                due.push(decode(item)?);
            }
        }
        Ok(due)
    }

    /// Those of these jobs that are not there yet; one read.
    pub(super) async fn new_jobs(&self, jobs: Vec<Job>) -> Result<Vec<Job>, ReadError> {
        if jobs.is_empty() {
            return Ok(jobs);
        }
        let batch = self.table.batch_get(jobs.iter().map(|job| keys::job(&job.id))).await?;
        Ok(jobs.into_iter().filter(|job| !batch.contains(&keys::job(&job.id))).collect())
    }

    /// Writes a job at its version.
    pub async fn put_job(&self, job: &Job) -> Result<(), CommitError> {
        self.commit(put_job(Transaction::new(), job)).await
    }
}

/// Writes a job over one that says the same, if there is one already.
pub(super) fn put_same_job(transaction: Transaction, job: &Job) -> Transaction {
    let record = record(keys::job(&job.id), job);
    match job.due() {
        Some(at) => transaction.put(&record.due(keys::due(job.task.worker(), &job.id, at))),
        None => transaction,
    }
}

pub(super) fn put_job(transaction: Transaction, job: &Job) -> Transaction {
    let record = record(keys::job(&job.id), job);
    let record = match job.due() {
        Some(at) => record.due(keys::due(job.task.worker(), &job.id, at)),
        None => record,
    };
    put(transaction, &record)
}
