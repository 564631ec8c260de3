//! How fast and how large the functions are, under the emulator; `.ci/aws-measures` prints it. The limits hold for release
//! builds on a machine with nothing else to do, so this runs only when asked for.

use std::fmt;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::Value;

use crate::aws::connected::Connected;
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
const STARTS: usize = 7;
/// Who is over a limit is measured again: what else the machine does is no property of a function.
const ROUNDS: usize = 5;
const START_LIMIT_MS: f64 = 30.0;
const MEMORY_LIMIT_KB: u64 = 30 * 1024;
const ZIP_LIMIT: usize = 5 * 1024 * 1024;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs release builds and a quiet machine: .ci/aws-measures"]
async fn every_function_starts_fast_and_stays_small() {
    let Some(tools) = Tools::find() else { return };
    let services = Services::start(&tools).await;
    println!(
        "| function | start to ready (median, slowest) | first answer | warm p50 | warm p99 | peak memory | zip |"
    );
    println!("|---|---|---|---|---|---|---|");
    let mut over = Vec::new();
    for (name, event) in MEASURED {
        let mut measured = measure(name, event, &tools, &services).await;
        for _ in 1..ROUNDS {
            if measured.is_over() {
                measured = measure(name, event, &tools, &services).await;
            }
        }
        println!("| {name} {measured}");
        if measured.is_over() {
            over.push(name);
        }
    }
    let limits = format!("{START_LIMIT_MS} ms, {MEMORY_LIMIT_KB} KB of memory, {ZIP_LIMIT} bytes of zip");
    assert!(over.is_empty(), "over the limits of {limits}: {over:?}");
}

async fn measure(name: &'static str, event: &str, tools: &Tools, services: &Services) -> Measured {
    let function = Function::start(name, tools, services, "https://market.example/").await;
    Measured::of(&function, &Tools::event(event), &tools.binary(name)).await
}

/// After all that a purchase and everything around it asks of the functions.
pub fn nobody_needed_much_memory(world: &Connected) {
    for function in world.functions() {
        let memory = function.peak_memory_kb();
        println!("{} needed {memory} KB", function.name);
        assert!(memory <= MEMORY_LIMIT_KB, "{}: {memory} KB", function.name);
    }
}

struct Measured {
    /// From start to ready, in milliseconds, the fastest first.
    starts: Vec<f64>,
    first: Duration,
    /// The answers after the first, the fastest first.
    warm: Vec<Duration>,
    memory_kb: u64,
    zip: usize,
}

// === impl Measured ===

impl Measured {
    async fn of(function: &Function, event: &Value, binary: &Path) -> Self {
        let first = timed(function, event).await;
        let mut warm = Vec::with_capacity(WARM);
        for _ in 0..WARM {
            warm.push(timed(function, event).await);
        }
        warm.sort_unstable();
        let memory_kb = function.peak_memory_kb();
        for _ in 1..STARTS {
            function.restart().await;
            timed(function, event).await;
        }
        let mut starts = function.starts_milliseconds();
        assert_eq!(starts.len(), STARTS, "{}", function.output());
        starts.sort_unstable_by(f64::total_cmp);
        let zip = zipped(&std::fs::read(binary).expect("a binary"));
        Self { starts, first, warm, memory_kb, zip }
    }

    fn is_over(&self) -> bool {
        self.ready() > START_LIMIT_MS || self.memory_kb > MEMORY_LIMIT_KB || self.zip > ZIP_LIMIT
    }

    /// The fastest start: all that the machine does besides only adds to it.
    fn ready(&self) -> f64 {
        self.starts[0]
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mebibytes = |bytes: usize| format!("{}.{} MB", bytes >> 20, ((bytes * 10) >> 20) % 10);
        write!(
            f,
            "| {:.1} ms ({:.1} ms, {:.1} ms) | {} | {} | {} | {} | {} |",
            self.ready(),
            self.starts[STARTS / 2],
            self.starts[STARTS - 1],
            milliseconds(self.first),
            milliseconds(self.warm[WARM / 2]),
            milliseconds(self.warm[WARM * 99 / 100]),
            mebibytes(usize::try_from(self.memory_kb).expect("some megabytes") << 10),
            mebibytes(self.zip),
        )
    }
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
