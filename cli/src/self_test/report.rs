//! What was asked and what came of it, with a score.

use std::fmt;
use std::time::{Duration, Instant};

use buyer::System;
use serde_json::{Value, json};

/// How much a question counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Purchases fail without it.
    Must,
    /// A careful supplier does it.
    Should,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// As it should be, and what was seen.
    Passed(String),
    /// What is wrong.
    Failed(String),
    /// Why it could not be asked.
    Skipped(String),
}

/// A question and what came of it.
#[derive(Clone, Debug)]
pub struct Check {
    /// What it is about.
    pub area: &'static str,
    /// What should hold.
    pub name: String,
    /// How much it counts.
    pub weight: Weight,
    /// What came of it.
    pub finding: Finding,
    /// How long it took.
    pub took: Duration,
}

/// All questions in order.
#[derive(Clone, Debug)]
pub struct Report {
    system: System,
    checks: Vec<Check>,
}

// === impl Report ===

impl Report {
    pub(super) fn new(system: System) -> Self {
        Self { system, checks: Vec::new() }
    }

    /// Asks, and keeps what came of it; what was found out, if it is as it should be.
    pub(super) async fn ask<T>(
        &mut self,
        (area, weight): (&'static str, Weight),
        name: impl Into<String>,
        asking: impl Future<Output = Result<(T, String), String>>,
    ) -> Option<T> {
        let began = Instant::now();
        let (found, finding) = match asking.await {
            Ok((found, seen)) => (Some(found), Finding::Passed(seen)),
            Err(fault) => (None, Finding::Failed(fault)),
        };
        self.checks.push(Check { area, name: name.into(), weight, finding, took: began.elapsed() });
        found
    }

    /// A question that cannot be asked; it counts neither way.
    pub(super) fn skip(&mut self, area: &'static str, name: &str, why: &str) {
        let finding = Finding::Skipped(why.to_owned());
        let (name, weight, took) = (name.to_owned(), Weight::Must, Duration::ZERO);
        self.checks.push(Check { area, name, weight, finding, took });
    }

    /// Everything that was asked.
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// What is not as it should be.
    pub fn failed(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| matches!(check.finding, Finding::Failed(_)))
    }

    /// Points, and how many there could have been.
    pub fn points(&self) -> (u32, u32) {
        let mut points = (0, 0);
        for check in &self.checks {
            match check.finding {
                Finding::Passed(_) => {
                    points = (points.0 + check.weight.points(), points.1 + check.weight.points());
                }
                Finding::Failed(_) => points.1 += check.weight.points(),
                Finding::Skipped(_) => {}
            }
        }
        points
    }

    /// The score in percent, rounded down.
    pub fn percent(&self) -> u32 {
        let (points, most) = self.points();
        (points * 100).checked_div(most).unwrap_or(0)
    }

    /// Whether all that is demanded holds, and the score is high enough.
    pub fn passes(&self, at_least: u8) -> bool {
        self.failed().all(|check| check.weight == Weight::Should) && self.percent() >= u32::from(at_least)
    }

    /// It for programs.
    pub fn to_json(&self) -> Value {
        let (points, most) = self.points();
        let checks: Vec<Value> = self.checks.iter().map(Check::to_json).collect();
        json!({
            "system": self.system.name(), "points": points, "of": most, "percent": self.percent(), "checks": checks
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |of: fn(&Check) -> &str| {
            self.checks.iter().map(|check| of(check).chars().count()).max().unwrap_or(0)
        };
        let (area, name) = (width(|check| check.area), width(|check| &check.name));
        for check in &self.checks {
            let (sign, words) = match &check.finding {
                Finding::Passed(seen) => ("ok", seen),
                Finding::Failed(fault) if check.weight == Weight::Must => ("FAILED", fault),
                Finding::Failed(fault) => ("poor", fault),
                Finding::Skipped(why) => ("-", why),
            };
            let took = check.took.as_millis();
            writeln!(f, "{sign:<6}  {:<area$}  {:<name$}  {took:>6} ms  {words}", check.area, check.name)?;
        }
        let (points, most) = self.points();
        let failed = self.failed().filter(|check| check.weight == Weight::Must).count();
        writeln!(
            f,
            "\nself-test as {}: {points} of {most} points, {} %; {failed} of what is demanded failed",
            self.system,
            self.percent()
        )
    }
}

// === impl Weight ===

impl Weight {
    const fn points(self) -> u32 {
        match self {
            Self::Must => 3,
            Self::Should => 1,
        }
    }
}

// === impl Check ===

impl Check {
    fn to_json(&self) -> Value {
        let (finding, words) = match &self.finding {
            Finding::Passed(words) => ("passed", words),
            Finding::Failed(words) => ("failed", words),
            Finding::Skipped(words) => ("skipped", words),
        };
        let weight = if self.weight == Weight::Must { "must" } else { "should" };
        let took = u64::try_from(self.took.as_millis()).unwrap_or(u64::MAX);
        json!({
            "area": self.area, "name": self.name, "weight": weight, "finding": finding, "says": words, "ms": took
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn report(findings: &[(Weight, bool)]) -> Report {
        let mut report = Report::new(System::Coupa);
        for (weight, good) in findings {
            let came = if *good { Ok(((), String::new())) } else { Err("bad".to_owned()) };
            report.ask(("setup", *weight), "a question", async move { came }).await;
        }
        report
    }

    #[tokio::test]
    async fn what_is_demanded_counts_three_times_and_must_hold() {
        let poor = report(&[(Weight::Must, true), (Weight::Should, false)]).await;
        assert_eq!((poor.points(), poor.percent()), ((3, 4), 75));
        assert!(poor.passes(75) && !poor.passes(76));
        let bad = report(&[(Weight::Must, false), (Weight::Must, true)]).await;
        assert!(!bad.passes(0), "however low the score is that passes");
    }

    #[tokio::test]
    async fn what_could_not_be_asked_counts_neither_way() {
        let mut some = report(&[(Weight::Must, true)]).await;
        some.skip("invoice", "an invoice arrives", "there is no order");
        assert_eq!(some.percent(), 100);
        assert!(some.to_string().contains("there is no order"));
        assert_eq!(Report::new(System::Ariba).percent(), 0);
    }
}
