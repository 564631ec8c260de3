//! The one line of JSON per request, which is also its metrics (CloudWatch's embedded metric format).
//!
//! Only fields of this list are ever written: never a path, an address, a body or a secret.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Write as _;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::table::Counters;

const NAMESPACE: &str = "Punchgate";

tokio::task_local! {
    pub(super) static LINE: RefCell<Line>;
}

/// A number that CloudWatch keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Metric {
    /// Jobs that a worker saw through.
    JobsDone,
    /// Jobs whose end could not be written.
    JobsFailed,
    /// Jobs that should have been done long ago.
    JobsOverdue,
    /// Messages that Lambda gave up.
    DeadLetters,
    /// Mails that came back.
    Bounces,
}

/// What a request came to, gathered while it is served.
#[derive(Debug, Default)]
pub(super) struct Line {
    request_id: String,
    method: Option<String>,
    connections: BTreeSet<String>,
    outcomes: BTreeSet<String>,
    status: Option<u64>,
    metrics: Vec<(Metric, u64)>,
}

/// How the request went as a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub milliseconds: u64,
    pub http: Option<u16>,
    pub counters: Counters,
    pub cold_start: bool,
}

/// Adds a metric to the line of the request that is being served.
pub fn metric(metric: Metric, value: u64) {
    // Outside of a request there is no line.
    let _ = LINE.try_with(|line| line.borrow_mut().metrics.push((metric, value)));
}

// === impl Line ===

impl Line {
    pub fn new(request_id: &str, method: Option<String>) -> Self {
        Self { request_id: request_id.to_owned(), method, ..Self::default() }
    }

    pub fn request_id(&self) -> &str {
        &self.request_id
    }

    pub fn note(&mut self, field: &str, value: &str) {
        match field {
            "connection" => drop(self.connections.insert(value.to_owned())),
            "outcome" => drop(self.outcomes.insert(value.to_owned())),
            "status" => self.status = leading_number(value).or(self.status),
            _ => {}
        }
    }

    pub fn write(&self, ending: Ending) -> Value {
        let status = self.status.or(ending.http.map(u64::from));
        let mut line = json!({
            "time": Timestamp::now().to_string(),
            "level": "INFO",
            "message": "request",
            "function": function(),
            "request_id": self.request_id,
            "method": self.method,
            "connection": joined(&self.connections),
            "outcome": joined(&self.outcomes),
            "status": status,
            "http": ending.http,
            "ms": ending.milliseconds,
            "reads": ending.counters.reads,
            "writes": ending.counters.writes + ending.counters.transactions,
            "read_half_units": ending.counters.read_units.halves(),
            "write_half_units": ending.counters.write_units.halves(),
            "cold_start": ending.cold_start,
        });
        if let Some(line) = line.as_object_mut() {
            self.add_metrics(line, status, ending);
        }
        line
    }

    fn add_metrics(&self, line: &mut Map<String, Value>, status: Option<u64>, ending: Ending) {
        let mut values = vec![
            ("Milliseconds", "Milliseconds", ending.milliseconds),
            ("Faults", "Count", u64::from(status.is_some_and(|status| status >= 500))),
            ("RefusedOrders", "Count", u64::from(self.outcomes.contains("refused"))),
            ("ColdStarts", "Count", u64::from(ending.cold_start)),
        ];
        values.extend(self.metrics.iter().map(|(metric, value)| (metric.name(), "Count", *value)));
        let named: Vec<Value> =
            values.iter().map(|(name, unit, _)| json!({"Name": name, "Unit": unit})).collect();
        let directive = json!({"Namespace": NAMESPACE, "Dimensions": [["function"]], "Metrics": named});
        let at = Timestamp::now().as_millisecond();
        line.insert("_aws".to_owned(), json!({"Timestamp": at, "CloudWatchMetrics": [directive]}));
        for (name, _, value) in values {
            line.insert(name.to_owned(), value.into());
        }
    }
}

/// Writes a line; where nobody reads them any more there is nothing to be done.
pub(super) fn print(line: &Value) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}

/// What keeps a function from running, in a line of its own.
pub(super) fn fault(message: &str, reason: &str) {
    let time = Timestamp::now().to_string();
    print(
        &json!({"time": time, "level": "ERROR", "message": message, "function": function(), "reason": reason}),
    );
}

pub(super) fn function() -> String {
    std::env::var("AWS_LAMBDA_FUNCTION_NAME").unwrap_or_else(|_| "unknown".to_owned())
}

/// "409 Conflict" and 409 are the same status.
fn leading_number(text: &str) -> Option<u64> {
    text.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn joined(texts: &BTreeSet<String>) -> Option<String> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    (!texts.is_empty()).then(|| texts.join(","))
}

// === impl Metric ===

impl Metric {
    const fn name(self) -> &'static str {
        match self {
            Self::JobsDone => "JobsDone",
            Self::JobsFailed => "JobsFailed",
            Self::JobsOverdue => "JobsOverdue",
            Self::DeadLetters => "DeadLetters",
            Self::Bounces => "Bounces",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ending() -> Ending {
        Ending { milliseconds: 12, http: Some(200), counters: Counters::default(), cold_start: true }
    }

    #[test]
    fn a_refused_order_is_told_by_its_status_and_counted() {
        let mut line = Line::new("r-1", None);
        for (field, value) in [("connection", "conn-1"), ("outcome", "refused"), ("status", "409 Conflict")] {
            line.note(field, value);
        }
        let written = line.write(ending());
        assert_eq!((&written["request_id"], &written["connection"]), (&json!("r-1"), &json!("conn-1")));
        assert_eq!((&written["status"], &written["http"]), (&json!(409), &json!(200)));
        assert_eq!((&written["RefusedOrders"], &written["Faults"]), (&json!(1), &json!(0)));
    }

    #[test]
    fn every_metric_that_is_announced_has_a_number() {
        let mut line = Line::default();
        line.metrics.push((Metric::JobsOverdue, 3));
        let written = line.write(ending());
        let announced = written["_aws"]["CloudWatchMetrics"][0]["Metrics"].as_array().expect("metrics");
        assert!(announced.len() >= 5);
        for metric in announced {
            let name = metric["Name"].as_str().expect("a name");
            assert!(written[name].is_u64(), "{name} in {written}");
        }
        assert_eq!(written["JobsOverdue"], json!(3));
    }

    #[test]
    fn what_is_not_on_the_list_is_not_written() {
        let mut line = Line::default();
        line.note("requester", "ada@example.com");
        line.note("secret", "hunter2");
        let written = line.write(ending()).to_string();
        assert!(!written.contains("ada@") && !written.contains("hunter2"), "{written}");
    }
}
