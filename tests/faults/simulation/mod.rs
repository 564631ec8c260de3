//! Purchases through every weather, decided by a seed: in one process, over the embedded engine, with the clock and the
//! network in the simulation's hands. `tests/README.md` tells how to replay a seed.

mod buyer;
mod chance;
mod history;
mod inbox;
mod invariants;
mod post;
mod requester;
mod sabotage;
mod sky;
mod table;
mod truth;
mod world;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use history::{Counts, History, play};
use sabotage::Sabotage;

/// How many histories an ordinary run plays; `SEEDS` asks for more.
const SEEDS: u64 = if cfg!(debug_assertions) { 16 } else { 300 };

#[test]
fn every_history_ends_with_one_agreement_one_mail_and_its_invoices_for_each_order_and_nothing_else() {
    if let Some(seed) = number("SEED") {
        return replay(seed);
    }
    let (seeds, began) = (number("SEEDS").unwrap_or(SEEDS), Instant::now());
    let all = in_parallel(0..seeds, Sabotage::None);
    let failed: Vec<(u64, &History)> =
        all.iter().filter(|(_, one)| one.outcome.is_err()).map(|(seed, one)| (*seed, one)).collect();
    let counts = all.iter().fold(Counts::default(), |sum, (_, one)| sum.plus(one.counts));
    println!("{seeds} histories in {:?}: {counts:?}", began.elapsed());
    for (seed, history) in &failed {
        println!("seed {seed}: {:?}; replay it with SEED={seed} (tests/README.md)", history.outcome);
    }
    assert!(failed.is_empty(), "{} of {seeds} histories broke an invariant", failed.len());
    assert!(
        counts.orders > seeds && counts.crashes > seeds / 4 && counts.carts > seeds / 8,
        "the histories are too quiet: {counts:?}"
    );
}

#[test]
fn a_seed_is_the_same_history_each_time() {
    for seed in [1, 2, 3] {
        let (one, other) = (run(seed, Sabotage::None, true), run(seed, Sabotage::None, true));
        let parted = one.told.iter().zip(&other.told).find(|(here, there)| here != there);
        assert_eq!(parted, None, "seed {seed}");
        assert_eq!(one.told.len(), other.told.len(), "seed {seed}");
    }
}

#[test]
fn a_broken_world_is_noticed() {
    for sabotage in Sabotage::ALL {
        let noticed = (0..60).find(|seed| run(*seed, sabotage, false).outcome.is_err());
        assert!(noticed.is_some(), "{sabotage:?} was not noticed in 60 histories");
        println!("{sabotage:?} was noticed at seed {noticed:?}");
    }
}

fn replay(seed: u64) {
    let history = run(seed, Sabotage::None, true);
    history.told.iter().for_each(|line| println!("{line}"));
    assert_eq!(history.outcome, Ok(()), "seed {seed}");
}

fn run(seed: u64, sabotage: Sabotage, telling: bool) -> History {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    runtime.expect("a runtime").block_on(play(seed, sabotage, telling))
}

/// Each core plays seeds until none is left.
fn in_parallel(seeds: std::ops::Range<u64>, sabotage: Sabotage) -> Vec<(u64, History)> {
    let next = AtomicU64::new(seeds.start);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let play_some = || {
        std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)).filter(|seed| *seed < seeds.end))
            .map(|seed| (seed, run(seed, sabotage, false)))
            .collect::<Vec<_>>()
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(play_some)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no history panics")).collect()
    })
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

// === impl Counts ===

impl Counts {
    fn plus(self, other: Self) -> Self {
        Self {
            orders: self.orders + other.orders,
            calls: self.calls + other.calls,
            crashes: self.crashes + other.crashes,
            mails: self.mails + other.mails,
            invoices: self.invoices + other.invoices,
            carts: self.carts + other.carts,
        }
    }
}
