//! A load of purchase orders on `punchgate serve`: how long the answers take, and whether every job is done in time.
//!
//! `cargo run --release -p tests --example load -- [ORDERS A SECOND] [SECONDS]`; 100 for 120 seconds unless told otherwise.
//! It fails if an answer is no 200, if the slowest of a hundred answers takes 250 ms or more, or if a job is not done a
//! minute after the last order.

// The compiler counts how deep the futures of all commands lie within each other.
#![recursion_limit = "256"]

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser as _;
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
    match measure(number(1, 100), number(2, 120)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(missed) => {
            eprintln!("missed: {missed}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(rate: u32, seconds: u32) -> Result<(), String> {
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
    let answered = judge(answers);
    let done = timeout(ALL_DONE, all_done(&prepared, &inbox, &directory.path().join("mail"))).await;
    println!("all invoices and mails out after {:.1?}: {}", ended.elapsed(), done.is_ok());
    serving.kill();
    answered?;
    done.map_err(|_| format!("{} invoices of {count} after a minute", inbox.count()))?;
    let place = Place::open(directory.path()).await.map_err(|error| error.to_string())?;
    let core =
        place.core(marketplace_at(Url::parse("http://127.0.0.1/").map_err(|error| error.to_string())?));
    prepared.is_finished(&core, &place.directory().mail(), &inbox).await?;
    println!("one agreement, one mail and one invoice for each order; nothing else, nothing waits");
    Ok(())
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

fn judge(answers: Vec<Result<Duration, String>>) -> Result<(), String> {
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
    if let Some(error) = errors.first() {
        return Err(format!("{} errors, such as: {error}", errors.len()));
    }
    match p99 {
        Some(p99) if *p99 < P99 => Ok(()),
        other => Err(format!("p99 {other:?}, and not under {P99:?}")),
    }
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
