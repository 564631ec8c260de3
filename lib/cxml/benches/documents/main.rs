//! `cargo bench -p cxml`: decode and encode of each document with 1 and 100 lines, beside a bare
//! quick-xml loop over the same bytes in the same run, with allocation counts; and the same
//! documents through python3 with lxml where that is at hand.

#[path = "../../tests/suite/example.rs"]
mod example;

mod bare;
mod peer;

use std::alloc::System;
use std::hint::black_box;
use std::time::Duration;

use cpu_time::ThreadTime;
use cxml::{Document, ReadOptions, WriteOptions, read, write};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static GLOBAL: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    // `cargo test --benches` runs this too; a bench has nothing to test.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    println!(
        "{:<34}{:>8}{:>12}{:>12}{:>7}{:>8}{:>12}{:>8}",
        "document", "bytes", "bare loop", "decode", "ratio", "allocs", "encode", "allocs"
    );
    let documents = example::documents();
    let mut wanted = Vec::new();
    for (name, document) in &documents {
        let (bare, full) = measure(name, document);
        match name.as_str() {
            "PunchOutSetupRequest" => wanted.push(format!(
                "{name}: {} decodes a second on one core; wanted are 100000",
                1_000_000_000 / full.as_nanos().max(1)
            )),
            "OrderRequest, 100" => wanted
                .push(format!("{name}: {} times the bare loop; wanted is at most 1.60", ratio(full, bare))),
            _ => {}
        }
    }
    println!("\n{}", wanted.join("\n"));
    peer::measure(&documents);
}

/// Prints a line, and gives the times of the bare loop and of a decode.
fn measure(name: &str, document: &Document) -> (Duration, Duration) {
    let xml = write(document, &WriteOptions::default());
    let bytes = xml.as_bytes();
    let options = ReadOptions::default();
    let decode = || read(black_box(bytes), &options).is_ok();
    let bare_loop = || bare::walk(black_box(&xml)) > 0;
    let encode = || !write(black_box(document), &WriteOptions::default()).is_empty();
    // In turns, so that a slower moment of the machine meets both.
    let (bare, full) = best_of_turns(&bare_loop, &decode);
    let (encoded, _) = best_of_turns(&encode, &|| true);
    println!(
        "{name:<34}{:>8}{:>12}{:>12}{:>7}{:>8}{:>12}{:>8}",
        bytes.len(),
        microseconds(bare),
        microseconds(full),
        ratio(full, bare),
        allocations(&decode),
        microseconds(encoded),
        allocations(&encode),
    );
    (bare, full)
}

const TURNS: usize = 15;
const TURN: Duration = Duration::from_millis(20);

/// The time of one call of each, in the best of many turns. It is the processor's time, so that other
/// programs matter less.
fn best_of_turns(one: &dyn Fn() -> bool, other: &dyn Fn() -> bool) -> (Duration, Duration) {
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..TURNS {
        best.0 = best.0.min(per_call(one));
        best.1 = best.1.min(per_call(other));
    }
    best
}

fn per_call(work: &dyn Fn() -> bool) -> Duration {
    let start = ThreadTime::now();
    let mut calls = 0;
    while start.elapsed() < TURN {
        for _ in 0..8 {
            assert!(black_box(work()));
        }
        calls += 8;
    }
    start.elapsed() / calls
}

fn allocations(work: &dyn Fn() -> bool) -> usize {
    let region = Region::new(GLOBAL);
    black_box(work());
    region.change().allocations
}

fn microseconds(time: Duration) -> String {
    let nanoseconds = time.as_nanos();
    format!("{}.{:02} µs", nanoseconds / 1000, nanoseconds % 1000 / 10)
}

fn ratio(full: Duration, bare: Duration) -> String {
    let hundredths = full.as_nanos() * 100 / bare.as_nanos().max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
