//! What is changed about an agreement that goes on (R39).

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::money::Money;

/// One change. English is its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Alteration {
    /// It ends on another day.
    #[error("The last day is {now}, no longer {before}.")]
    LastDay {
        /// The last day now.
        now: Date,
        /// What it was.
        before: Date,
    },
    /// Another amount falls due.
    #[error("{} is due on {date}, no longer {}.", .now.grouped(), .before.grouped())]
    Charge {
        /// When.
        date: Date,
        /// How much now.
        now: Money,
        /// What it was.
        before: Money,
    },
}

/// All that is changed at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Alterations(pub Vec<Alteration>);

// === impl Alterations ===

impl Alterations {
    /// Whether nothing is changed, or what was is not known by its cause.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Alterations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&texts.join(" "))
    }
}
