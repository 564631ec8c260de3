//! What happens when a call fails, row by row of the table in each function's README.

mod answering;
mod configuring;
mod storefront;
mod working;

use std::collections::BTreeSet;

use crate::aws::recorder::Fault;
use crate::aws::tools::Tools;

/// AWS answers that something is wrong on its side.
pub const BROKEN: Fault = Fault::Refused(500, "InternalServerError");
/// More was asked for than AWS gives.
pub const THROTTLED: Fault = Fault::Refused(400, "ProvisionedThroughputExceededException");
/// Another change came first.
pub const CONDITION: Fault = Fault::Cancelled("ConditionalCheckFailed");

/// The rows of a README's table that no test has shown yet.
#[derive(Debug)]
pub struct Rows {
    function: &'static str,
    left: BTreeSet<String>,
}

// === impl Rows ===

impl Rows {
    pub fn of(function: &'static str) -> Self {
        let path = Tools::root().join("functions").join(function).join("README.md");
        let text = std::fs::read_to_string(path).expect("a README");
        let table = text.split("## When a call fails").nth(1).expect("a table of failures");
        let rows = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| call |"));
        let firsts = rows.map(|row| row.split('|').nth(1).unwrap_or_default().trim().to_owned());
        Self { function, left: firsts.collect() }
    }

    /// The row that begins so is shown now.
    pub fn show(&mut self, row: &str) {
        println!("{}: {row}", self.function);
        assert!(self.left.remove(row), "{} has no such row, or it was shown: {row}", self.function);
    }

    /// Every row was shown.
    pub fn done(self) {
        assert!(self.left.is_empty(), "{}: no test shows {:#?}", self.function, self.left);
    }
}
