//! What to read of one partition, of the table or of an index, in the order of the sort keys.

use jiff::Timestamp;

use super::cursor::Cursor;
use super::expression::Expression;
use super::key::{Index, sortable_time};
use super::record::text;

/// A partition, the part of it that is wanted, and in which order.
#[derive(Debug, Clone)]
pub struct Query {
    pub(super) index: Index,
    pub(super) partition: String,
    range: Range,
    pub(super) limit: Option<u32>,
    pub(super) descending: bool,
    pub(super) consistent: bool,
    pub(super) after: Option<Cursor>,
}

#[derive(Debug, Clone)]
enum Range {
    All,
    Prefix(String),
    UpTo(String),
    Between(String, String),
}

// === impl Query ===

impl Query {
    /// All of a partition of the table, as of now (strongly consistent).
    pub fn partition(pk: impl Into<String>) -> Self {
        Self {
            index: Index::Table,
            partition: pk.into(),
            range: Range::All,
            limit: None,
            descending: false,
            consistent: true,
            after: None,
        }
    }

    /// All of a partition of an index; an index lags behind the table a little.
    pub fn on(index: Index, pk: impl Into<String>) -> Self {
        Self { index, consistent: index == Index::Table, ..Self::partition(pk) }
    }

    /// What is due in a shard at this time, the longest due first.
    pub fn due(shard: impl Into<String>, now: Timestamp) -> Self {
        Self::on(Index::Due, shard).sk_up_to(sortable_time(now))
    }

    #[must_use]
    pub fn sk_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.range = Range::Prefix(prefix.into());
        self
    }

    /// Up to and including.
    #[must_use]
    pub fn sk_up_to(mut self, last: impl Into<String>) -> Self {
        self.range = Range::UpTo(last.into());
        self
    }

    /// Both ends included.
    #[must_use]
    pub fn sk_between(mut self, first: impl Into<String>, last: impl Into<String>) -> Self {
        self.range = Range::Between(first.into(), last.into());
        self
    }

    /// At most that many in a page.
    #[must_use]
    pub fn limit(mut self, items: u32) -> Self {
        self.limit = Some(items.max(1));
        self
    }

    /// Highest sort key first.
    #[must_use]
    pub fn descending(mut self) -> Self {
        self.descending = true;
        self
    }

    /// Half the price, and perhaps not the latest.
    #[must_use]
    pub fn eventually_consistent(mut self) -> Self {
        self.consistent = false;
        self
    }

    /// Goes on where a page ended.
    #[must_use]
    pub fn after(mut self, cursor: Cursor) -> Self {
        self.after = Some(cursor);
        self
    }

    pub(super) fn expression(&self) -> Expression {
        let mut expression = Expression::default();
        let (pk, sk) = self.index.attributes();
        let mut condition = expression.equals(pk, text(&self.partition));
        if let Some(range) = self.range.write(sk, &mut expression) {
            condition += &format!(" AND {range}");
        }
        expression.text = condition;
        expression
    }
}

// === impl Range ===

impl Range {
    fn write(&self, sk: &str, to: &mut Expression) -> Option<String> {
        match self {
            Self::All => None,
            Self::Prefix(prefix) => Some(format!("begins_with({}, {})", to.name(sk), to.value(text(prefix)))),
            Self::UpTo(last) => Some(format!("{} <= {}", to.name(sk), to.value(text(last)))),
            Self::Between(first, last) => {
                let (name, first) = (to.name(sk), to.value(text(first)));
                Some(format!("{name} BETWEEN {first} AND {}", to.value(text(last))))
            }
        }
    }
}
