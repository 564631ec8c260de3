//! Reads the records of one partition, of the table or of an index, in the order of their sort keys.

use aws_sdk_dynamodb::types::ReturnConsumedCapacity;
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::Table;
use super::condition::Expression;
use super::cursor::Cursor;
use super::error::ReadError;
use super::failure;
use super::item::Item;
use super::key::{Index, sortable_time};
use super::record::{Record, text};

/// More in one partition than `query_all` is willing to hold in memory.
const MOST_ITEMS: usize = 10_000;

/// What to read.
#[derive(Debug, Clone)]
pub struct Query {
    index: Index,
    partition: String,
    range: Range,
    limit: Option<u32>,
    descending: bool,
    consistent: bool,
    after: Option<Cursor>,
}

#[derive(Debug, Clone)]
enum Range {
    All,
    Prefix(String),
    UpTo(String),
    Between(String, String),
}

/// Some items in order, and where the rest begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub items: Vec<Item>,
    /// None after the last page. A page may be empty and yet not the last.
    pub next: Option<Cursor>,
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

    fn expression(&self) -> Expression {
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

// === impl Page ===

impl Page {
    /// Decodes all items as records of one kind.
    pub fn records<T: DeserializeOwned>(self) -> Result<Vec<Record<T>>, ReadError> {
        self.items.into_iter().map(Item::decode).collect()
    }
}

// === impl Table ===

impl Table {
    /// One page: one call.
    pub async fn query(&self, query: &Query) -> Result<Page, ReadError> {
        let expression = query.expression();
        self.meter.read();
        let output = self
            .client
            .query()
            .table_name(&self.name)
            .set_index_name(query.index.name().map(str::to_owned))
            .key_condition_expression(&expression.text)
            .set_expression_attribute_names(expression.names_if_any())
            .set_expression_attribute_values(expression.values_if_any())
            .set_limit(query.limit.map(|limit| i32::try_from(limit).unwrap_or(i32::MAX)))
            .scan_index_forward(!query.descending)
            .consistent_read(query.consistent && query.index == Index::Table)
            .set_exclusive_start_key(query.after.clone().map(Cursor::into_attributes))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(failure::of_read)?;
        self.meter.read_units(output.consumed_capacity());
        let items = output.items.unwrap_or_default();
        Ok(Page {
            items: items.into_iter().map(Item::from_attributes).collect::<Result<_, _>>()?,
            next: output.last_evaluated_key.map(Cursor::from_attributes),
        })
    }

    /// All pages. For partitions known to be small: more than 10,000 items are refused.
    pub async fn query_all(&self, query: &Query) -> Result<Vec<Item>, ReadError> {
        let mut query = query.clone();
        let mut items = Vec::new();
        loop {
            let page = self.query(&query).await?;
            items.extend(page.items);
            if items.len() > MOST_ITEMS {
                return Err(ReadError::Refused(format!(
                    "the partition {} holds more than {MOST_ITEMS} records; read it page by page",
                    query.partition
                )));
            }
            match page.next {
                Some(next) => query.after = Some(next),
                None => return Ok(items),
            }
        }
    }
}
