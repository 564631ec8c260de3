//! A load of purchase orders on `punchgate serve`: how long the answers take, and whether every job is done in time.
//!
//! `cargo run --release -p tests --example load -- [ORDERS A SECOND] [SECONDS]`; 100 for 120 seconds unless told otherwise.
//! It prints p99, the errors, and how many jobs are undone one minute after the last answer, and ends with 1 if an answer is
//! no 200, if the slowest of a hundred answers takes 250 ms or more, or if a job is undone or done twice.

// The compiler counts how deep the futures of all commands lie within each other.
#![recursion_limit = "256"]

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser as _;
use jiff::Timestamp;
use platform::core::Core;
use procurement::job::Worker;
use punchgate::command::Command;
use punchgate::place::{Place, marketplace_at};
use support::{HttpInbox, Prepared, PreparedOrder, Serving};
use tempfile::TempDir;
use tokio::task::JoinSet;
use tokio::time::{Instant, interval, sleep_until, timeout};
use url::Url;

const P99: Duration = Duration::from_millis(250);
const ALL_DONE: Duration = Duration::from_secs(60);

#[tokio::main]
async fn main() -> ExitCode {
    // The process under load is this program again, as `punchgate serve`.
    if std::env::args().nth(1).as_deref() == Some("serve") {
        return Command::parse().run().await;
    }
    let number = |position, otherwise| {
        std::env::args().nth(position).and_then(|text| text.parse().ok()).unwrap_or(otherwise)
    };
    let missed = measure(number(1, 100), number(2, 120)).await.unwrap_or_else(|error| vec![error]);
    missed.iter().for_each(|one| println!("MISSED: {one}"));
    if missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What was missed; nothing is the aim.
async fn measure(rate: u32, seconds: u32) -> Result<Vec<String>, String> {
    let directory = TempDir::new().map_err(|error| error.to_string())?;
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let inbox = HttpInbox::start().await;
    let count = (rate * seconds) as usize;
    println!("Preparing {count} approved orders …");
    let prepared = Prepared::in_directory(directory.path(), count, inbox.url()).await;
    let serving = Serving::start(&program, directory.path());
    println!("{rate} orders a second for {seconds} seconds …");
    let answers = send_all(&serving.address, &prepared.orders, rate).await;
    let ended = Instant::now();
    let mut missed = judge(answers);
    let out = timeout(ALL_DONE, all_done(&prepared, &inbox, &directory.path().join("mail"))).await;
    println!("all invoices and mails out: {}, after {:.1?}", out.is_ok(), ended.elapsed());
    // The minute is waited for: what was handed over a moment ago is perhaps not noted as done yet.
    sleep_until(ended + ALL_DONE).await;
    serving.kill();
    let url = Url::parse("http://127.0.0.1/").map_err(|error| error.to_string())?;
    let place = Place::open(directory.path()).await.map_err(|error| error.to_string())?;
    let core = place.core(marketplace_at(url));
    let undone = undone(&core).await?;
    println!("jobs undone one minute later: {undone}");
    if undone > 0 || out.is_err() {
        missed.push(format!("{undone} jobs undone, and {} invoices of {count} arrived", inbox.count()));
    }
    match prepared.is_finished(&core, &place.directory().mail(), &inbox).await {
        Ok(()) => {
            println!("one agreement, one mail and one invoice for each order; nothing else, nothing waits");
        }
        Err(other) => missed.push(other),
    }
    Ok(missed)
}

/// The jobs that are due, or that a worker has not seen through; these orders cause none for later. Where there are very many,
/// the first of them.
async fn undone(core: &Core) -> Result<usize, String> {
    let mut undone = 0;
    for worker in [Worker::Notify, Worker::InvoicePush] {
        let due = core.store.due_jobs(worker, Timestamp::MAX).await;
        undone += due.map_err(|error| error.to_string())?.len();
    }
    Ok(undone)
}

/// Each order at its time, whether the one before was answered or not: its answer's time counts from then.
async fn send_all(address: &Url, orders: &[PreparedOrder], rate: u32) -> Vec<Result<Duration, String>> {
    let client = reqwest::Client::builder().timeout(Duration::from_secs(60)).build().expect("a client");
    let url = Arc::new(address.join("cxml/orders").expect("a URL"));
    let (began, apart) = (Instant::now(), Duration::from_secs(1) / rate);
    let mut sending = JoinSet::new();
    for (position, order) in (0..).zip(orders) {
        let due = began + apart * position;
        sleep_until(due).await;
        let request = client.post((*url).clone()).header("content-type", "text/xml").body(order.body.clone());
        sending.spawn(async move {
            let text = async { request.send().await?.text().await };
            let text = text.await.map_err(|error| error.to_string())?;
            let elapsed = due.elapsed();
            if text.contains("code=\"200\"") { Ok(elapsed) } else { Err(text) }
        });
    }
    sending.join_all().await
}

fn judge(answers: Vec<Result<Duration, String>>) -> Vec<String> {
    let (mut times, mut errors) = (Vec::new(), Vec::new());
    for answer in answers {
        match answer {
            Ok(time) => times.push(time),
            Err(error) => errors.push(error),
        }
    }
    times.sort_unstable();
    let percentile = |of: usize| times.get((times.len() * of / 100).min(times.len().saturating_sub(1)));
    let (median, p99, most) = (percentile(50), percentile(99), times.last());
    println!(
        "{} answers, {} errors; p50 {median:.1?}, p99 {p99:.1?}, slowest {most:.1?}",
        times.len(),
        errors.len()
    );
    let mut missed = Vec::new();
    if let Some(error) = errors.first() {
        missed.push(format!("{} errors, such as: {error}", errors.len()));
    }
    if p99.is_none_or(|p99| *p99 >= P99) {
        missed.push(format!("p99 {p99:.1?}, and not under {P99:?}"));
    }
    missed
}

async fn all_done(prepared: &Prepared, inbox: &HttpInbox, mail: &Path) {
    let mut look = interval(Duration::from_millis(250));
    loop {
        look.tick().await;
        let mails = std::fs::read_dir(mail).map_or(0, |entries| {
            entries.flatten().filter(|entry| entry.file_name().to_string_lossy().ends_with(".eml")).count()
        });
        if inbox.count() >= prepared.orders.len() && mails >= prepared.orders.len() {
            return;
        }
    }
}
