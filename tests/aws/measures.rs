//! How fast and how large the functions are, under the emulator; `.ci/aws-measures` prints it. The limits hold for release
//! builds on a machine with nothing else to do, so this runs only when asked for.

use std::io::Write as _;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::Value;

use crate::aws::emulated::Function;
use crate::aws::services::Services;
use crate::aws::tools::Tools;

/// A function, and an event that it answers without doing anything lasting.
const MEASURED: [(&str, &str); 9] = [
    ("punchout-setup", "punchout-setup-http-stranger-401"),
    ("purchase-order", "purchase-order-http-stranger-401"),
    ("cart-return", "cart-return-http-unknown-session-404"),
    ("storefront", "storefront-http-unknown-link-404"),
    ("open-buy", "open-buy-http-stranger-401"),
    ("config", "config-rest-connections-200"),
    ("console", "console-http-sign-in-200"),
    ("notify", "notify-stream-insert"),
    ("invoice-push", "invoice-push-stream-insert"),
];
const WARM: usize = 200;
const START_LIMIT_MS: u64 = 30;
const MEMORY_LIMIT_KB: u64 = 30 * 1024;
const ZIP_LIMIT: usize = 5 * 1024 * 1024;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs release builds and a quiet machine: .ci/aws-measures"]
async fn every_function_starts_fast_and_stays_small() {
    let Some(tools) = Tools::find() else { return };
    let services = Services::start(&tools).await;
    println!("| function | start to ready | first answer | warm p50 | warm p99 | peak memory | zip |");
    println!("|---|---|---|---|---|---|---|");
    let mut over = Vec::new();
    for (name, event) in MEASURED {
        let function = Function::start(name, &tools, &services, "https://market.example/").await;
        let event = Tools::event(event);
        let first = timed(&function, &event).await;
        let mut warm = Vec::with_capacity(WARM);
        for _ in 0..WARM {
            warm.push(timed(&function, &event).await);
        }
        warm.sort_unstable();
        let (ready, memory) = (function.start_milliseconds(), function.peak_memory_kb());
        let zip = zipped(&std::fs::read(tools.binary(name)).expect("a binary"));
        println!(
            "| {name} | {ready} ms | {} | {} | {} | {} MB | {}.{} MB |",
            milliseconds(first),
            milliseconds(warm[WARM / 2]),
            milliseconds(warm[WARM * 99 / 100]),
            memory / 1024,
            zip / 1024 / 1024,
            zip * 10 / 1024 / 1024 % 10,
        );
        if ready > START_LIMIT_MS || memory > MEMORY_LIMIT_KB || zip > ZIP_LIMIT {
            over.push(name);
        }
    }
    let limits = format!("{START_LIMIT_MS} ms, {MEMORY_LIMIT_KB} KB of memory, {ZIP_LIMIT} bytes of zip");
    assert!(over.is_empty(), "over the limits of {limits}: {over:?}");
}

/// The size of the zip that is deployed; its frame is some hundred bytes more.
fn zipped(binary: &[u8]) -> usize {
    let mut zip = DeflateEncoder::new(Vec::new(), Compression::default());
    zip.write_all(binary).and_then(|()| zip.finish()).expect("compressed").len()
}

async fn timed(function: &Function, event: &Value) -> Duration {
    let began = Instant::now();
    function.invoke(event).await;
    began.elapsed()
}

fn milliseconds(time: Duration) -> String {
    let tenths = time.as_micros() / 100;
    format!("{}.{} ms", tenths / 10, tenths % 10)
}
