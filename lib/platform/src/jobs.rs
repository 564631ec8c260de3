//! Takes due jobs and has them done, one after another.
//!
//! A job is leased by a write at its version, so that two workers seldom do the same one; that they sometimes do is
//! harmless. Whoever does a job also writes how it went, together with what came of it. If that fails, the lease ends and the
//! job is due again: one poisoned job stops nobody.

use std::future::Future;

use procurement::job::{Job, Worker};

use crate::core::Core;
use crate::table::{CommitError, ReadError};

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

/// Why a job was not seen through.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// What it needs could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// How it went could not be written.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// It cannot be done as it stands: a fault of the program.
    #[error("{0}")]
    Broken(String),
}

/// Does what is due for this worker now. `perform` gets the job as it was leased.
pub async fn sweep<F, P>(core: &Core, worker: Worker, mut perform: P) -> Result<Swept, ReadError>
where
    P: FnMut(Job) -> F,
    F: Future<Output = Result<(), JobError>>,
{
    let mut swept = Swept::default();
    for job in core.store.due_jobs(worker, core.clock.now()).await? {
        match lease(core, job).await {
            None => swept.taken += 1,
            Some(leased) => {
                let id = leased.id.clone();
                match perform(leased).await {
                    Ok(()) => swept.done += 1,
                    Err(error) => {
                        tracing::error!(job = id, %error, "a job could not be seen through; it is due again after its lease");
                        swept.failed += 1;
                    }
                }
            }
        }
    }
    Ok(swept)
}

/// Does the job of this id, if it is this worker's and still to be done now; tells whether it was done.
///
/// For a worker that something else told of the job: the table's stream. An error means that the job was not seen
/// through, and comes again by the sweep.
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
        Ok(()) => perform(leased).await.map(|()| true),
        // Somebody else has it.
        Err(CommitError::Conflict { .. } | CommitError::Contention) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// The index may lag, so the job is read again; nobody else may have taken it since.
async fn lease(core: &Core, listed: Job) -> Option<Job> {
    let now = core.clock.now();
    let job = core.store.job(&listed.id).await.ok().flatten().filter(|job| job.is_due(now))?;
    let leased = job.leased(now);
    core.store.put_job(&leased).await.ok()?;
    Some(leased)
}
