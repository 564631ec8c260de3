//! Takes due jobs and has them done, several at a time.
//!
//! Whatever wakes a worker — the table's stream, a schedule, a loop on one machine — comes to [`attend`]: the job is read
//! as it is now, leased by a write at its version, so that two workers seldom do the same one, and done. That they
//! sometimes do is harmless. Whoever does a job also writes how it went, together with what came of it. If that fails,
//! the lease ends and the job is due again; a job that can never be seen through is parked. One poisoned job stops nobody.

mod error;

use std::future::Future;

use futures_util::stream::{FuturesUnordered, StreamExt as _};
use procurement::job::{Attempt, Job, Worker};
use procurement::trouble::Trouble;

use crate::core::Core;
use crate::table::{CommitError, ReadError};

pub use error::JobError;

/// How many jobs one sweep does at the same time: most of a job is waiting for others.
const AT_ONCE: usize = 16;

/// How a sweep went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Jobs that were seen through, well or not.
    pub done: usize,
    /// Jobs that somebody else had.
    pub taken: usize,
    /// Jobs whose end could not be written; they come again.
    pub failed: usize,
}

/// Does what is due for this worker now, the longest due first. `perform` gets the job as it was leased.
pub async fn sweep<F, P>(core: &Core, worker: Worker, perform: P) -> Result<Swept, ReadError>
where
    P: Fn(Job) -> F,
    F: Future<Output = Result<(), JobError>>,
{
    let due = core.store.due_jobs(worker, core.clock.now()).await?;
    let mut waiting = due.iter();
    let mut under_way = FuturesUnordered::new();
    let mut swept = Swept::default();
    loop {
        while under_way.len() < AT_ONCE
            && let Some(id) = waiting.next()
        {
            under_way.push(attend_listed(core, worker, id, &perform));
        }
        match under_way.next().await {
            Some(one) => swept.count(one),
            None => return Ok(swept),
        }
    }
}

/// Does the job of this id, if it is this worker's and still to be done now; tells whether it was done.
///
/// An error means that the job was not seen through, and comes again by the sweep.
pub async fn attend<F, P>(core: &Core, worker: Worker, id: &str, perform: P) -> Result<bool, JobError>
where
    P: FnOnce(Job) -> F,
    F: Future<Output = Result<(), JobError>>,
{
    let now = core.clock.now();
    let due = |job: &Job| job.task.worker() == worker && job.is_due(now);
    let Some(job) = core.store.job(id).await?.filter(due) else { return Ok(false) };
    let leased = job.leased(now);
    match core.store.put_job(&leased).await {
        Ok(()) => see_through(core, leased, perform).await.map(|()| true),
        // Somebody else has it.
        Err(CommitError::Conflict { .. } | CommitError::Contention) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

async fn attend_listed<F, P>(core: &Core, worker: Worker, id: &str, perform: P) -> Result<bool, JobError>
where
    P: FnOnce(Job) -> F,
    F: Future<Output = Result<(), JobError>>,
{
    let attended = attend(core, worker, id, perform).await;
    if let Err(error) = &attended {
        tracing::error!(job = id, %error, "a job could not be seen through; it comes again");
        if let JobError::Read(ReadError::Damaged { .. }) = error {
            // Else it would be the first of its shard for ever.
            core.store.postpone_damaged_job(id, core.clock.now()).await?;
        }
    }
    attended
}

async fn see_through<F, P>(core: &Core, leased: Job, perform: P) -> Result<(), JobError>
where
    P: FnOnce(Job) -> F,
    F: Future<Output = Result<(), JobError>>,
{
    if leased.is_worn_out() {
        let tries = leased.attempts - 1;
        return park(core, leased, Trouble::WornOut { tries }).await;
    }
    match perform(leased.clone()).await {
        Err(error) if error.is_permanent() => {
            park(core, leased, Trouble::Broken { detail: error.to_string() }).await
        }
        other => other,
    }
}

async fn park(core: &Core, job: Job, reason: Trouble) -> Result<(), JobError> {
    tracing::error!(job = job.id, %reason, "a job needs a person");
    Ok(core.store.put_job(&job.after(Attempt::Park { reason }, core.clock.now())).await?)
}

// === impl Swept ===

impl Swept {
    fn count(&mut self, attended: Result<bool, JobError>) {
        match attended {
            Ok(true) => self.done += 1,
            Ok(false) => self.taken += 1,
            Err(_) => self.failed += 1,
        }
    }
}
