//! Measures search over a large catalogue: `cargo run --release -p search --example measure [LISTINGS]`.
//!
//! Prints what an index costs to build and to keep, what a function's start costs, and how long searches take. Ends with 1 where
//! a start or a search takes longer than it may.

mod listings;
mod times;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use platform::clock::Clock;
use platform::core::Core;
use platform::ids::Ids;
use platform::keys::Keys;
use platform::store::Store;
use platform::table::local::Embedded;
use procurement::account::AccountId;
use procurement::catalogue::ProductType;
use procurement::connection::{Identity, IdentityDomain};
use procurement::marketplace::Marketplace;
use search::{Index, Query, Shelf, Viewer, publish};
use times::Times;

type Failure = Box<dyn std::error::Error>;

const LISTINGS: usize = 20_000;
const ROUNDS: usize = 200;
/// The most that a start may cost.
const START: Duration = Duration::from_millis(300);
/// The most that 99 of 100 searches may take.
const SEARCH: Duration = Duration::from_millis(10);

#[tokio::main]
async fn main() -> Result<ExitCode, Failure> {
    let count = std::env::args().nth(1).map_or(Ok(LISTINGS), |text| text.parse())?;
    let core = core().await?;
    let begin = Instant::now();
    for listing in listings::generate(count) {
        core.store.put_listing(&listing).await?;
    }
    println!("{count} listings written to the table in {:.1?}", begin.elapsed());
    let begin = Instant::now();
    let published = publish(&core, &[]).await?;
    println!("read, indexed and kept in {:.1?}: {} bytes", begin.elapsed(), published.bytes);
    let starts = starts(&core).await?;
    let index = Shelf::new(core.store.clone(), core.clock.clone()).index().await?;
    let searches = searches(&index)?;
    let kept = [starts.keeps("starts", START), searches.keeps("searches", SEARCH)];
    Ok(if kept == [true, true] { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What a function's first search waits for.
async fn starts(core: &Core) -> Result<Times, Failure> {
    let mut times = Times::default();
    for _ in 0..10 {
        let begin = Instant::now();
        Shelf::new(core.store.clone(), core.clock.clone()).index().await?;
        times.add(begin.elapsed());
    }
    println!("{times}  start: read from the table and opened");
    Ok(times)
}

fn searches(index: &Index) -> Result<Times, Failure> {
    let account: AccountId = "111122223333".parse()?;
    let viewer = Viewer { accounts: &[account], approved: None };
    let mut all = Times::default();
    for (kind, queries) in kinds() {
        let (mut times, mut found) = (Times::default(), 0);
        for round in 0..ROUNDS {
            let query = &queries[round % queries.len()];
            let begin = Instant::now();
            found = index.search(query, &viewer)?.total;
            times.add(begin.elapsed());
            all.add(begin.elapsed());
        }
        println!("{times}  {kind} (the last one found {found})");
    }
    println!("{all}  all searches");
    Ok(all)
}

fn kinds() -> Vec<(&'static str, Vec<Query>)> {
    let words = |texts: &[&str]| texts.iter().map(|text| Query::words(*text)).collect::<Vec<_>>();
    let filtered = |query: Query| Query { product_type: Some(ProductType::Saas), ..query };
    vec![
        ("everything", words(&[""])),
        ("one word", words(&["backup", "security", "logs", "monitor"])),
        ("three words", words(&["cloud backup service", "network security monitor"])),
        ("beginnings of words", words(&["b", "sec", "mon netw", "s c"])),
        ("typing errors", words(&["bakcup", "secruity montior", "netwrok", "databse replicaton"])),
        ("nothing fits", words(&["qqqqzzzz", "xylophone zebra"])),
        ("a filter", words(&["cloud", ""]).into_iter().map(filtered).collect()),
        ("the last page", vec![Query { page: usize::MAX, ..Query::words("cloud") }]),
    ]
}

async fn core() -> Result<Core, Failure> {
    let table = Embedded::memory().await?.table();
    Ok(Core {
        store: Store::new(table),
        clock: Clock::System,
        ids: Ids::random(Clock::System),
        keys: Keys::from_bytes([1; 32], [2; 32], [3; 32]),
        marketplace: std::sync::Arc::new(Marketplace {
            name: "Measured".to_owned(),
            base_url: "http://127.0.0.1/".parse()?,
            mail_from: "no-reply@marketplace.example".to_owned(),
            supplier: Identity { domain: IdentityDomain::NetworkId, value: "PUNCHGATE".to_owned() },
        }),
    })
}
