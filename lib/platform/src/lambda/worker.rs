//! How a worker answers what wakes it.
//!
//! The stream tells of single jobs: each is done, and those that were not seen through are reported, so that Lambda
//! gives only them again. The schedule, and a message that was given up, have everything done that is due: the table's
//! index of due jobs, not the event, says what that is.

use std::future::Future;
use std::time::{Duration, Instant};

use jiff::SignedDuration;
use procurement::job::{Job, Worker};

use super::Error;
use super::event::{BatchAnswer, Change, Notice, Wake};
use super::line::{Metric, metric};
use crate::core::Core;
use crate::jobs::{JobError, Swept, attend, sweep};
use crate::table::ReadError;

/// The schedule comes every minute; what still waits after this long is a case for the operator.
const OVERDUE: SignedDuration = SignedDuration::from_mins(15);
/// How long a sweep goes on while there is more to do; then it leaves the rest to the next one. With the longest job
/// (a minute, for a receiver that does not answer) it stays below the function's own time limit.
const SWEEPING: Duration = Duration::from_secs(40);

/// Does what `wake` asks for.
pub async fn answer<F, P>(core: &Core, worker: Worker, wake: Wake, perform: P) -> Result<BatchAnswer, Error>
where
    P: Fn(Job) -> F,
    F: Future<Output = Result<(), JobError>>,
{
    match wake {
        Wake::Bus(_) => sweep_all(core, worker, perform).await?,
        Wake::Records { records } if records.iter().any(Notice::is_dead_letter) => {
            let given_up = records.iter().filter(|record| record.is_dead_letter()).count();
            metric(Metric::DeadLetters, u64::try_from(given_up).unwrap_or(u64::MAX));
            tracing::error!(given_up, "Lambda gave messages up; what is due in the table is done now");
            sweep_all(core, worker, perform).await?;
        }
        Wake::Records { records } => {
            let changes = records.into_iter().filter_map(|record| record.dynamodb);
            return Ok(stream(core, worker, changes, perform).await);
        }
    }
    Ok(BatchAnswer::default())
}

async fn stream<F, P>(
    core: &Core,
    worker: Worker,
    changes: impl Iterator<Item = Change>,
    perform: P,
) -> BatchAnswer
where
    P: Fn(Job) -> F,
    F: Future<Output = Result<(), JobError>>,
{
    let mut answer = BatchAnswer::default();
    let mut done = 0;
    for change in changes {
        // The mapping's filter lets only jobs through; another record is no reason to stop.
        let Some(job) = change.job() else { continue };
        match attend(core, worker, job, &perform).await {
            Ok(was_due) => done += u64::from(was_due),
            Err(error) => {
                tracing::error!(job, %error, "a job of the stream could not be seen through; it is reported");
                answer.fail(&change.sequence_number);
            }
        }
    }
    metric(Metric::JobsDone, done);
    metric(Metric::JobsFailed, u64::try_from(answer.failures.len()).unwrap_or(u64::MAX));
    answer
}

async fn sweep_all<F, P>(core: &Core, worker: Worker, perform: P) -> Result<(), ReadError>
where
    P: Fn(Job) -> F,
    F: Future<Output = Result<(), JobError>>,
{
    let began = Instant::now();
    loop {
        let Swept { done, failed, .. } = sweep(core, worker, &perform).await?;
        metric(Metric::JobsDone, u64::try_from(done).unwrap_or(u64::MAX));
        metric(Metric::JobsFailed, u64::try_from(failed).unwrap_or(u64::MAX));
        if done == 0 || began.elapsed() >= SWEEPING {
            break;
        }
    }
    let since = core.clock.now().saturating_sub(OVERDUE).unwrap_or(jiff::Timestamp::MIN);
    let overdue = core.store.due_jobs(worker, since).await?.len();
    metric(Metric::JobsOverdue, u64::try_from(overdue).unwrap_or(u64::MAX));
    Ok(())
}

// === impl Notice ===

impl Notice {
    fn is_dead_letter(&self) -> bool {
        self.source == "aws:sqs"
    }
}
