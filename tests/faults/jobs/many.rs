use std::collections::BTreeMap;

use platform::jobs::{self, Swept};
use platform::table::Query;
use procurement::job::Worker;

use super::support::Desk;

/// An engine that is not optimised takes minutes for ten thousand.
const JOBS: usize = if cfg!(debug_assertions) { 1_000 } else { 10_000 };

/// How many of the jobs stand in each partition of the index.
async fn shards(desk: &Desk) -> BTreeMap<String, usize> {
    let mut shards = BTreeMap::new();
    for number in 0..16 {
        let shard = format!("DUE#NOTIFY#{number:02}");
        let query = Query::due(shard.as_str(), desk.now());
        let held = desk.core.store.table().query_all(&query).await.expect("a read").len();
        shards.insert(shard, held);
    }
    shards
}

#[tokio::test]
async fn ten_thousand_due_jobs_drain_and_no_partition_of_the_index_is_hot() {
    let desk = Desk::new().await;
    desk.put_jobs((0..JOBS).map(|number| format!("job-{number}"))).await;

    let shards = shards(&desk).await;
    assert_eq!(shards.values().sum::<usize>(), JOBS, "{shards:?}");
    let fair = JOBS / shards.len();
    assert!(shards.values().all(|held| *held < fair * 3 / 2 && *held > fair / 2), "{shards:?}");

    let before = desk.core.store.table().counters();
    let (mut done, mut sweeps) = (0, 0);
    loop {
        let swept = jobs::sweep(&desk.core, Worker::Notify, |job| desk.finish(job)).await.expect("a sweep");
        assert_eq!((swept.taken, swept.failed), (0, 0));
        if swept == Swept::default() {
            break;
        }
        (done, sweeps) = (done + swept.done, sweeps + 1);
    }
    assert_eq!(done, JOBS);
    // 25 of each of 16 shards at a time; the fullest shard takes the longest.
    assert!(sweeps <= JOBS / (16 * 25) * 3 / 2 + 2, "{sweeps} sweeps");
    let asked = desk.core.store.table().counters() - before;
    assert_eq!(asked.writes as usize, 2 * JOBS, "a lease and an end for each");
    assert_eq!(asked.reads as usize, JOBS + (sweeps + 1) * 16, "each once, and the index by its shards");
}
