//! How long pages took, by kind.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// How long pages took, by kind.
#[derive(Debug, Default)]
pub struct Times {
    kinds: BTreeMap<&'static str, Vec<Duration>>,
    /// Pages that were no success.
    pub failed: usize,
}

// === impl Times ===

impl Times {
    /// Notes a page.
    pub fn add(&mut self, kind: &'static str, took: Duration, ok: bool) {
        self.kinds.entry(kind).or_default().push(took);
        self.failed += usize::from(!ok);
    }

    /// What 99 of 100 pages took at the most.
    pub fn p99(&self) -> Duration {
        let mut all: Vec<Duration> = self.kinds.values().flatten().copied().collect();
        all.sort_unstable();
        percentile(&all, 990)
    }

    /// How many pages there were.
    pub fn count(&self) -> usize {
        self.kinds.values().map(Vec::len).sum()
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, times) in &self.kinds {
            line(f, kind, times.clone())?;
        }
        line(f, "all pages", self.kinds.values().flatten().copied().collect())
    }
}

fn line(f: &mut fmt::Formatter<'_>, kind: &str, mut times: Vec<Duration>) -> fmt::Result {
    times.sort_unstable();
    let [half, most, worst] = [500, 990, 1_000].map(|place| percentile(&times, place));
    writeln!(f, "p50 {half:>9.1?}   p99 {most:>9.1?}   max {worst:>9.1?}   {kind}")
}

fn percentile(sorted: &[Duration], thousandth: usize) -> Duration {
    let place = (sorted.len() * thousandth).div_ceil(1_000).max(1) - 1;
    sorted.get(place).copied().unwrap_or_default()
}
