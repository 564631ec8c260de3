//! One megabyte of anything is decided in under 100 ms and under 16 MB.
//!
//! A binary of its own, because it counts every byte that is allocated. Without optimisation the time
//! is only looked at roughly; `cargo test --release -p cxml --test bounds` measures it.

mod hostile;

use std::alloc::System;
use std::time::Duration;

use cap::Cap;
use cpu_time::ThreadTime;
use cxml::{ReadOptions, form, multipart, read};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

const MEMORY: usize = 16 << 20;

/// The best of so many counts.
const RUNS: usize = if cfg!(debug_assertions) { 1 } else { 3 };

fn longest() -> Duration {
    match cfg!(debug_assertions) {
        true => Duration::from_secs(2),
        false => Duration::from_millis(100),
    }
}

/// Runs something and gives the processor's time it took, at best, and how much memory.
///
/// The allocator knows the most that was ever allocated; so a run that stays below what was reached
/// before says at most that much.
fn cost<T>(work: impl Fn() -> T) -> (Duration, usize) {
    let before = ALLOCATOR.allocated();
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let start = ThreadTime::now();
        drop(std::hint::black_box(work()));
        best = best.min(start.elapsed());
    }
    (best, ALLOCATOR.max_allocated().saturating_sub(before))
}

// One test, so that nothing else allocates at the same time.
#[test]
fn a_megabyte_of_anything_is_decided_quickly_and_in_little_memory() {
    let mut worst = (Duration::ZERO, 0);
    for &(name, make) in hostile::DOCUMENTS {
        let bytes = make();
        assert!(bytes.len() > 900_000, "{name} has {} bytes only", bytes.len());
        let options = ReadOptions::default();
        let (time, memory) = cost(|| read(&bytes, &options));
        println!("{name}: {time:?}, {memory} bytes at most so far");
        assert!(time < longest(), "{name} took {time:?}");
        assert!(memory < MEMORY, "{name} took {memory} bytes");
        worst = (worst.0.max(time), worst.1.max(memory));
    }
    for &(name, make) in hostile::FORMS {
        let value = make();
        let (time, memory) = cost(|| form::decode([(name, value.as_str())]));
        assert!(time < longest() && memory < MEMORY, "{name}: {time:?}, {memory} bytes");
    }
    for make in hostile::BODIES {
        let body = make();
        let (content_type, limits) = ("multipart/mixed; boundary=x", Default::default());
        let (time, memory) = cost(|| multipart::read(content_type, &body, &limits));
        assert!(time < longest() && memory < MEMORY, "multipart: {time:?}, {memory} bytes");
    }
    println!("worst: {:?} and {} bytes", worst.0, worst.1);
}
