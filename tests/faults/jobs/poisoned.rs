use std::cell::Cell;

use jiff::SignedDuration;
use platform::jobs::{self, JobError};
use platform::table::{Due, Key, Record, Transaction};
use procurement::job::{JobState, LEASE, MAX_LEASES, Worker};
use serde_json::json;

use super::support::Desk;

#[tokio::test]
async fn a_job_that_cannot_be_done_is_parked_with_its_reason_and_stops_nobody() {
    let desk = Desk::new().await;
    desk.put_jobs((0..40).map(|number| format!("job-{number}"))).await;
    let swept = jobs::sweep(&desk.core, Worker::Notify, async |job| match job.id.as_str() {
        "job-7" => Err(JobError::Broken("what it refers to is missing".to_owned())),
        _ => desk.finish(job).await,
    });
    assert_eq!(swept.await.expect("a sweep").done, 40);
    for number in 0..40 {
        let state = desk.stored(&format!("job-{number}")).await.state;
        match number {
            7 => assert!(
                matches!(&state, JobState::Parked { reason, .. } if reason.contains("is missing")),
                "{state:?}"
            ),
            _ => assert!(matches!(state, JobState::Done { .. }), "{number}: {state:?}"),
        }
    }
}

#[tokio::test]
async fn a_job_whose_end_cannot_be_written_comes_again_and_at_last_needs_a_person() {
    let desk = Desk::new().await;
    desk.put_jobs(["job".to_owned()]).await;
    let performed = Cell::new(0);
    for _ in 0..=MAX_LEASES {
        let swept = jobs::sweep(&desk.core, Worker::Notify, async |_| {
            performed.set(performed.get() + 1);
            Err(JobError::Commit(platform::table::CommitError::Unavailable("no answer".to_owned())))
        });
        swept.await.expect("a sweep");
        desk.clock.advance(LEASE);
    }
    assert_eq!(performed.get(), MAX_LEASES);
    let JobState::Parked { reason, .. } = desk.stored("job").await.state else { panic!("not parked") };
    assert!(reason.contains("20 tries ended without a result"), "{reason}");
}

#[tokio::test]
async fn jobs_that_cannot_be_understood_block_neither_their_shard_nor_the_sweep() {
    let desk = Desk::new().await;
    // More than a worker takes from a shard at once, all of them older than the one good job there.
    let shard = shard_of(&desk, "good").await;
    let earlier = desk.now() - SignedDuration::from_hours(1);
    for number in 0..30 {
        let key = Key::new(format!("JOB#damaged-{number}"), "JOB");
        let record = Record::new(key, json!({"data": "not a job"})).due(Due::new(shard.as_str(), earlier));
        desk.core.store.table().commit(&Transaction::new().put_new(&record)).await.expect("written");
    }
    let mut failed = 0;
    for _ in 0..2 {
        let swept = jobs::sweep(&desk.core, Worker::Notify, |job| desk.finish(job)).await.expect("a sweep");
        failed += swept.failed;
    }
    assert_eq!(failed, 30, "each is told of");
    assert!(matches!(desk.stored("good").await.state, JobState::Done { .. }));
    let swept = jobs::sweep(&desk.core, Worker::Notify, |job| desk.finish(job)).await.expect("a sweep");
    assert_eq!(swept.failed, 0, "they are in nobody's way for an hour");
    desk.clock.advance(SignedDuration::from_hours(1));
    let swept = jobs::sweep(&desk.core, Worker::Notify, |job| desk.finish(job)).await.expect("a sweep");
    assert!(swept.failed > 0, "and then told of again");
}

async fn shard_of(desk: &Desk, id: &str) -> String {
    desk.put_jobs([id.to_owned()]).await;
    let key = Key::new(format!("JOB#{id}"), "JOB");
    let record = desk.core.store.table().get::<serde_json::Value>(&key).await.expect("a read");
    record.expect("a job").due.expect("it is due").shard
}
