//! Some times, and what is to be said of them.

use std::fmt;
use std::time::Duration;

/// Some times.
#[derive(Default)]
pub struct Times(Vec<Duration>);

// === impl Times ===

impl Times {
    /// One more.
    pub fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// Says whether 99 of 100 took no longer than `most`.
    pub fn keeps(&self, what: &str, most: Duration) -> bool {
        let p99 = self.percentile(99);
        let kept = p99 < most;
        println!(
            "{}: p99 of {what} {p99:.2?}, less than {most:.0?} wanted",
            if kept { "kept" } else { "MISSED" }
        );
        kept
    }

    fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * percent).div_ceil(100).max(1) - 1;
        sorted.get(place).copied().unwrap_or_default()
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [median, p99, most] = [50, 99, 100].map(|percent| self.percentile(percent));
        write!(f, "p50 {median:>9.2?}  p99 {p99:>9.2?}  max {most:>9.2?}")
    }
}
