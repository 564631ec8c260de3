//! All that is in the table, past the store's own questions: nothing hides from a scan.

use dynoxide::actions::scan::ScanRequest;
use jiff::Timestamp;
use procurement::job::{Job, JobState};
use serde_json::{Value, json};

use super::world::World;

/// The partition keys of all items, in order.
pub fn partitions(world: &World) -> Vec<String> {
    let mut partitions: Vec<String> =
        scan(world).into_iter().filter_map(|item| Some(item["pk"]["S"].as_str()?.to_owned())).collect();
    partitions.sort();
    partitions
}

/// All jobs.
pub async fn jobs(world: &World) -> Vec<Job> {
    let core = world.truth();
    let mut jobs = Vec::new();
    for partition in partitions(world) {
        if let Some(id) = partition.strip_prefix("JOB#") {
            jobs.push(core.store.job(id).await.expect("a read").expect("a job"));
        }
    }
    jobs
}

/// When the next job is due.
pub fn next_due(world: &World) -> Option<Timestamp> {
    let items = scan(world);
    // A month's statement makes the next one's, for as long as the agreement lasts.
    let ends = items.iter().filter(|item| !item["pk"]["S"].as_str().is_some_and(is_statement));
    ends.filter_map(|item| item["due_at"]["S"].as_str()?.parse().ok()).min()
}

/// The jobs that are to be done now, as the table's stream tells of them.
pub fn due_jobs(world: &World) -> Vec<String> {
    let now = world.sky.now();
    let items = scan(world);
    let due = items.iter().filter(|item| {
        item["due_at"]["S"].as_str().and_then(|at| at.parse::<Timestamp>().ok()).is_some_and(|at| at <= now)
    });
    let mut ids: Vec<String> =
        due.filter_map(|item| Some(item["pk"]["S"].as_str()?.strip_prefix("JOB#")?.to_owned())).collect();
    ids.sort();
    ids
}

fn is_statement(pk: &str) -> bool {
    pk.starts_with("JOB#statement-")
}

/// The jobs that are neither done nor parked.
pub async fn unfinished(world: &World) -> Vec<Job> {
    let mut jobs = jobs(world).await;
    jobs.retain(|job| !matches!(job.state, JobState::Done { .. } | JobState::Parked { .. }));
    jobs
}

fn scan(world: &World) -> Vec<Value> {
    let mut items = Vec::new();
    let mut after = Value::Null;
    loop {
        let request = json!({"TableName": "punchgate", "ExclusiveStartKey": after});
        let request: ScanRequest = serde_json::from_value(request).expect("a scan");
        let page = world.database.0.scan(request).expect("a page");
        let mut page = serde_json::to_value(page).expect("JSON");
        items.extend(page["Items"].as_array().cloned().unwrap_or_default());
        after = page["LastEvaluatedKey"].take();
        if after.is_null() {
            return items;
        }
    }
}
