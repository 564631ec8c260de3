//! How a connection's carts and invoices write their lines (R19).

use serde::{Deserialize, Serialize};

/// How lines are written (R19).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineRule {
    /// One unit at the whole price, filed under the product's type (R31).
    #[default]
    ByProduct,
    /// As *Service* or as *Material*, by what is charged.
    ByLine,
}

// === impl LineRule ===

impl LineRule {
    /// The rule as it is typed in.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ByProduct => "by_product",
            Self::ByLine => "by_line",
        }
    }

    /// The rule of this name.
    pub fn of_key(key: &str) -> Option<Self> {
        [Self::ByProduct, Self::ByLine].into_iter().find(|rule| rule.key() == key)
    }
}
