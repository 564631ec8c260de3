//! Many people shop at once: `cargo run --release -p tests --example shoppers [SHOPPERS] [SECONDS]`.
//!
//! A marketplace and a Coupa run in this process on two threads, with the sample catalogue. Each shopper punches out, then
//! searches, opens a product, an offer, the cart and the requests, again and again, with the pauses of somebody who reads.
//! Printed is how long each kind of page took, measured by the shopper. Ends with 1 where 99 of 100 pages take longer than they
//! may, or where a page fails.

mod times;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use buyer::PunchOut;
use platform::clock::Clock;
use platform::ids::Ids;
use procurement::connection::Mode;
use punchgate::demo::world::{Ports, Storage, World, WorldSettings};
use punchgate::marketplace::Sweeping;
use reqwest::Client;
use tokio::sync::Mutex;

use times::Times;

type Failure = Box<dyn std::error::Error + Send + Sync>;

const SHOPPERS: u64 = 200;
const SECONDS: u64 = 30;
/// The most that 99 of 100 pages may take.
const PAGE: Duration = Duration::from_millis(100);
/// Somebody reads a page for about so long; shoppers differ, so that they do not click in step.
const READING: Duration = Duration::from_millis(1_500);

/// What a shopper opens, one after the other; the name is for the table.
const PAGES: [(&str, &str); 8] = [
    ("search", "?q=lumen+logs"),
    ("search with a typing error", "?q=secruity+montior"),
    ("search by filter", "?type=saas&pricing=free"),
    ("everything", ""),
    ("product", "/products/prod-lumen-logs"),
    ("offer", "/offers/offer-lumen-logs-standard"),
    ("cart", "/cart"),
    ("requests", "/requests"),
];

#[tokio::main(worker_threads = 2)]
async fn main() -> Result<ExitCode, Failure> {
    let mut numbers = std::env::args().skip(1).map(|text| text.parse::<u64>());
    let shoppers = numbers.next().unwrap_or(Ok(SHOPPERS))?;
    let seconds = numbers.next().unwrap_or(Ok(SECONDS))?;
    let world = Arc::new(world().await?);
    let times = Arc::new(Mutex::new(Times::default()));
    // A browser runs before somebody shops with it: what its start costs is not the marketplace's.
    let browsers = (0..shoppers).map(|_| Client::builder().no_proxy().build());
    let browsers = browsers.collect::<Result<Vec<_>, _>>()?;
    let end = Instant::now() + Duration::from_secs(seconds);
    let shoppers_and_browsers = (0..shoppers).zip(browsers);
    let shopping: Vec<_> = shoppers_and_browsers
        .map(|(number, browser)| tokio::spawn(shop(world.clone(), browser, number, end, times.clone())))
        .collect();
    for shopper in shopping {
        shopper.await??;
    }
    let times = times.lock().await;
    println!("{shoppers} shoppers for {seconds} s, {} pages, {} of them failed", times.count(), times.failed);
    print!("{times}");
    let p99 = times.p99();
    let kept = p99 < PAGE && times.failed == 0 && times.count() > 0;
    println!("{}: p99 of pages {p99:.1?}, less than {PAGE:.0?} wanted", if kept { "kept" } else { "MISSED" });
    Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The marketplace as a demonstration has it, with the clock on the wall.
async fn world() -> Result<World, Failure> {
    let settings = WorldSettings {
        clock: Clock::System,
        ids: Ids::random(Clock::System),
        ports: Ports::default(),
        sweeping: Sweeping::Every(Duration::from_secs(1)),
        mode: Mode::Live,
        storage: Storage::Memory,
    };
    World::start(settings).await.map_err(|error| error.to_string().into())
}

async fn shop(
    world: Arc<World>,
    client: Client,
    number: u64,
    end: Instant,
    times: Arc<Mutex<Times>>,
) -> Result<(), Failure> {
    // They do not all come in the same moment.
    tokio::time::sleep(part_of_reading(number)).await;
    let setup = world.coupa.punch_out(PunchOut::create("ada")).await?;
    let start = setup.start_page.ok_or("no StartPage")?;
    let home = client.get(start).send().await?.url().clone();
    let mut page = usize::try_from(number)?;
    while Instant::now() < end {
        let (name, path) = PAGES[page % PAGES.len()];
        let begin = Instant::now();
        let answer = client.get(format!("{}{path}", home.as_str())).send().await?;
        let ok = answer.status().is_success();
        answer.bytes().await?;
        times.lock().await.add(name, begin.elapsed(), ok);
        page += 1;
        tokio::time::sleep(READING + part_of_reading(number)).await;
    }
    Ok(())
}

/// A part of the time that reading takes; it differs from shopper to shopper.
fn part_of_reading(number: u64) -> Duration {
    let thousandths = u32::try_from(number.wrapping_mul(7_919) % 1_000).unwrap_or_default();
    READING * thousandths / 1_000
}
