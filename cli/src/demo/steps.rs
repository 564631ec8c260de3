//! The steps of an unattended purchase, and the table of them.

use std::fmt;
use std::time::Duration;

/// One step: what was done, what came back, and whether that is right.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) system: &'static str,
    pub(super) what: &'static str,
    pub(super) answer: String,
    pub(super) details: String,
    pub(super) took: Duration,
    /// What is wrong, if anything.
    pub(super) fault: Option<String>,
}

/// All steps, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Steps(Vec<Step>);

// === impl Steps ===

impl Steps {
    pub(super) fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn failed(&self) -> usize {
        self.0.iter().filter(|step| step.fault.is_some()).count()
    }

    /// The middle time of the steps that did this.
    pub(super) fn median(&self, what: &str) -> Option<Duration> {
        let mut times: Vec<Duration> =
            self.0.iter().filter(|step| step.what == what).map(|step| step.took).collect();
        times.sort_unstable();
        times.get(times.len() / 2).copied()
    }

    fn width(&self, of: impl Fn(&Step) -> &str) -> usize {
        self.0.iter().map(|step| of(step).chars().count()).max().unwrap_or(0)
    }
}

impl fmt::Display for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let system = self.width(|step| step.system);
        let what = self.width(|step| step.what);
        let answer = self.width(|step| &step.answer);
        for step in &self.0 {
            let sign = if step.fault.is_some() { "FAILED" } else { "ok" };
            let milliseconds = step.took.as_micros() / 100;
            let took = format!("{}.{} ms", milliseconds / 10, milliseconds % 10);
            writeln!(
                f,
                "{sign:<6}  {:<system$}  {:<what$}  {:<answer$}  {took:>9}  {}",
                step.system, step.what, step.answer, step.details
            )?;
            if let Some(fault) = &step.fault {
                writeln!(f, "        {fault}")?;
            }
        }
        Ok(())
    }
}
