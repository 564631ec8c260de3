//! What a purchase costs to run (R60): from the lines that the functions wrote about one, to infra/cost.md.

use std::fmt::Write as _;

use serde_json::Value;

use crate::aws::connected::Connected;
use crate::aws::tools::Tools;

const PURCHASES: u64 = 1_000;

/// Prices in billionths of a US dollar: us-east-1, arm64, on demand, without free tiers.
const HTTP_REQUEST: u64 = 1_000;
const INVOCATION: u64 = 200;
const GB_MILLISECOND: u64 = 13;
const READ_UNIT: u64 = 125;
const WRITE_UNIT: u64 = 625;
const MAIL: u64 = 100_000;
/// Memory of a function, as part of a GB: 256 MB.
const MEMORY_PARTS: u64 = 4;

/// What one purchase used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Used {
    http_requests: u64,
    invocations: u64,
    read_half_units: u64,
    write_half_units: u64,
    mails: u64,
}

/// Compares what was used so far with infra/cost.md; with `UPDATE_COST=1` writes it.
pub fn is_as_written(world: &Connected) {
    let used = used(world);
    let (path, text) = (Tools::root().join("infra/cost.md"), page(used));
    if std::env::var_os("UPDATE_COST").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let written = std::fs::read_to_string(&path).expect("infra/cost.md");
    assert_eq!(written, text, "infra/cost.md is not up to date; run this test with UPDATE_COST=1");
}

fn used(world: &Connected) -> Used {
    let workers = [world.notify.name, world.invoices.name];
    let mut used = Used { mails: 1, ..Used::default() };
    for function in world.functions() {
        for line in function.lines() {
            let number = |field: &str| line[field].as_u64().unwrap_or(0);
            used.invocations += 1;
            used.http_requests +=
                u64::from(!workers.contains(&function.name) && line["method"] != Value::Null);
            used.read_half_units += number("read_half_units");
            used.write_half_units += number("write_half_units");
        }
    }
    used
}

fn page(used: Used) -> String {
    let rows = [
        ("HTTP API requests", used.http_requests * PURCHASES, HTTP_REQUEST),
        ("Lambda invocations", used.invocations * PURCHASES, INVOCATION),
        (
            "Lambda GB-milliseconds, 20 ms each",
            used.invocations * PURCHASES * 20 / MEMORY_PARTS,
            GB_MILLISECOND,
        ),
        ("DynamoDB read units", rounded(used.read_half_units) * PURCHASES, READ_UNIT),
        ("DynamoDB write units", rounded(used.write_half_units) * PURCHASES, WRITE_UNIT),
        ("Amazon SES messages", used.mails * PURCHASES, MAIL),
    ];
    let mut text = String::from(HEAD);
    let mut total = 0;
    for (what, count, price) in rows {
        let cost = count * price;
        total += cost;
        let _ = writeln!(text, "| {what} | {count} | {} | {} |", dollars(price * 1_000_000), dollars(cost));
    }
    let _ = writeln!(text, "| **Total** | | | **{}** |\n{FOOT}", dollars(total));
    text
}

/// Half units, to whole tens of them: a document's size varies by a few bytes from purchase to purchase.
fn rounded(half_units: u64) -> u64 {
    (half_units / 2).div_ceil(10) * 10
}

fn dollars(billionths: u64) -> String {
    format!("{}.{:02} USD", billionths / 1_000_000_000, billionths % 1_000_000_000 / 10_000_000)
}

const HEAD: &str = "\
# What a purchase costs

Measured by the test of a whole purchase through the Lambda functions, from what they wrote about each request: a
requester punches out, finds a SaaS contract, requests approval and sends the cart; the purchase order arrives; the
mail and the invoice go out. `UPDATE_COST=1` with that test writes this page again.

For 1,000 purchases:

| what | how many | price of a million | costs |
|---|---|---|---|
";

const FOOT: &str = "
Prices: us-east-1, arm64, on demand, without free tiers; check them before relying on them. Capacity units are rounded
up to tens per purchase. Not in it: the schedule (86,400 invocations a month, whatever is bought), storage, logs,
alarms, the KMS key (1 USD a month), and data out.
";
