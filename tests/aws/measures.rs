//! How fast and how large the functions are, under the emulator; `.ci/aws-measures` prints it. The limits hold for release
//! builds on a machine with nothing else to do, so this runs only when asked for.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::aws::emulated::Function;
use crate::aws::services::Services;
use crate::aws::tools::Tools;

/// A function, and an event that it answers without doing anything lasting.
const MEASURED: [(&str, &str); 6] = [
    ("punchout-setup", "punchout-setup-http-stranger-401"),
    ("purchase-order", "purchase-order-http-stranger-401"),
    ("cart-return", "cart-return-http-unknown-session-404"),
    ("storefront", "storefront-http-unknown-link-404"),
    ("notify", "notify-stream-insert"),
    ("invoice-push", "invoice-push-stream-insert"),
];
const WARM: usize = 200;
const START_LIMIT_MS: u64 = 30;
const MEMORY_LIMIT_KB: u64 = 30 * 1024;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs release builds and a quiet machine: .ci/aws-measures"]
async fn every_function_starts_fast_and_stays_small() {
    let Some(tools) = Tools::find() else { return };
    let services = Services::start(&tools).await;
    println!("| function | start to ready | first answer | warm p50 | warm p99 | peak memory | binary |");
    println!("|---|---|---|---|---|---|---|");
    let mut over = Vec::new();
    for (name, event) in MEASURED {
        let function = Function::start(name, &tools, &services, "https://market.example/").await;
        let event = event_of(event);
        let first = timed(&function, &event).await;
        let mut warm = Vec::with_capacity(WARM);
        for _ in 0..WARM {
            warm.push(timed(&function, &event).await);
        }
        warm.sort_unstable();
        let (ready, memory) = (function.start_milliseconds(), function.peak_memory_kb());
        let binary = std::fs::metadata(tools.binary(name)).expect("a binary").len();
        println!(
            "| {name} | {ready} ms | {} | {} | {} | {} MB | {} KB |",
            milliseconds(first),
            milliseconds(warm[WARM / 2]),
            milliseconds(warm[WARM * 99 / 100]),
            memory / 1024,
            binary / 1024,
        );
        if ready > START_LIMIT_MS || memory > MEMORY_LIMIT_KB {
            over.push(name);
        }
    }
    assert!(over.is_empty(), "over the limits of {START_LIMIT_MS} ms or {MEMORY_LIMIT_KB} KB: {over:?}");
}

async fn timed(function: &Function, event: &Value) -> Duration {
    let began = Instant::now();
    function.invoke(event).await;
    began.elapsed()
}

fn event_of(name: &str) -> Value {
    let text = std::fs::read_to_string(Tools::root().join(format!("events/{name}.json"))).expect("an event");
    serde_json::from_str(&text).expect("JSON")
}

fn milliseconds(time: Duration) -> String {
    let tenths = time.as_micros() / 100;
    format!("{}.{} ms", tenths / 10, tenths % 10)
}
