//! Jobs, by id and by when they are due.

use futures_util::future::try_join_all;
use jiff::{SignedDuration, Timestamp};
use procurement::job::{Job, Worker};

use super::{Store, keys, put, record, take};
use crate::table::{CommitError, Condition, Query, ReadError, Transaction, Update};

/// How many a worker takes from a shard at once.
const TAKEN: u32 = 25;
/// When a job that cannot be understood is looked at again.
const POSTPONED: SignedDuration = SignedDuration::from_hours(1);

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

    /// The ids of a worker's jobs that are due at `now`, some of each shard, the longest due first.
    ///
    /// The index may lag behind the jobs, so it says no more than which ones to look at.
    pub async fn due_jobs(&self, worker: Worker, now: Timestamp) -> Result<Vec<String>, ReadError> {
        let shards = (0..keys::DUE_SHARDS).map(|shard| self.due_in_shard(worker, shard, now));
        let mut due = try_join_all(shards).await?.concat();
        due.sort();
        Ok(due.into_iter().map(|(_, id)| id).collect())
    }

    async fn due_in_shard(
        &self,
        worker: Worker,
        shard: u8,
        now: Timestamp,
    ) -> Result<Vec<(Timestamp, String)>, ReadError> {
        let query = Query::due(keys::due_shard(worker, shard), now).limit(TAKEN);
        let items = self.table.query(&query).await?.items;
        Ok(items.iter().filter_map(|item| Some((item.due_at()?, keys::job_id(&item.key)?))).collect())
    }

    /// Has a job that cannot be understood come again later, so that it is in nobody's way.
    pub async fn postpone_damaged_job(&self, id: &str, now: Timestamp) -> Result<(), CommitError> {
        let later = now.saturating_add(POSTPONED).unwrap_or(Timestamp::MAX);
        let key = keys::job(id);
        let there = Some(Condition::Present);
        self.commit(Transaction::new().update(key, Update::new().due_at(later), there)).await
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
