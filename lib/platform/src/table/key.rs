//! What a record is found by: its own key, and where it stands in the indexes.

use std::fmt;

use jiff::Timestamp;

/// The key of one record: partition (`pk`) and place within it (`sk`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub pk: String,
    pub sk: String,
}

/// Where a record stands in the index `due`: it is to be looked at from `at` on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub shard: String,
    pub at: Timestamp,
}

/// Where a record stands in the general index `gsi1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gsi1 {
    pub pk: String,
    pub sk: String,
}

/// The table itself, or one of its two sparse indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Index {
    Table,
    Due,
    Gsi1,
}

// === impl Key ===

impl Key {
    pub fn new(pk: impl Into<String>, sk: impl Into<String>) -> Self {
        Self { pk: pk.into(), sk: sk.into() }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {}", self.pk, self.sk)
    }
}

// === impl Due ===

impl Due {
    pub fn new(shard: impl Into<String>, at: Timestamp) -> Self {
        Self { shard: shard.into(), at }
    }
}

/// RFC 3339 in UTC, always with milliseconds, so that text order is time order.
pub fn sortable_time(at: Timestamp) -> String {
    format!("{at:.3}")
}

// === impl Gsi1 ===

impl Gsi1 {
    pub fn new(pk: impl Into<String>, sk: impl Into<String>) -> Self {
        Self { pk: pk.into(), sk: sk.into() }
    }
}

// === impl Index ===

impl Index {
    /// The name in DynamoDB; none for the table itself.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Table => None,
            Self::Due => Some("due"),
            Self::Gsi1 => Some("gsi1"),
        }
    }

    /// Names of the partition and sort attributes.
    pub(super) fn attributes(self) -> (&'static str, &'static str) {
        match self {
            Self::Table => (super::attribute::PK, super::attribute::SK),
            Self::Due => (super::attribute::DUE_SHARD, super::attribute::DUE_AT),
            Self::Gsi1 => (super::attribute::GSI1_PK, super::attribute::GSI1_SK),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sortable_time;
    use jiff::{SignedDuration, Timestamp};

    #[test]
    fn text_order_is_time_order() {
        let start = Timestamp::from_second(1_700_000_000).expect("in range");
        let texts: Vec<String> = [0, 1, 9, 10, 999, 1000, 60_000]
            .map(|ms| sortable_time(start + SignedDuration::from_millis(ms)))
            .into();
        assert!(texts.is_sorted());
        assert!(texts.iter().all(|text| text.len() == 24), "{texts:?}");
        assert_eq!(texts[1], "2023-11-14T22:13:20.001Z");
    }
}
