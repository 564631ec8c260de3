//! Reads a partition page by page.

use aws_sdk_dynamodb::types::ReturnConsumedCapacity;
use serde::de::DeserializeOwned;

use super::Table;
use super::cursor::Cursor;
use super::error::ReadError;
use super::failure;
use super::item::Item;
use super::key::Index;
use super::query::Query;
use super::record::Record;

/// More in one partition than `query_all` is willing to hold in memory.
const MOST_ITEMS: usize = 10_000;

/// Some items in order, and where the rest begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub items: Vec<Item>,
    /// None after the last page. A page may be empty and yet not the last.
    pub next: Option<Cursor>,
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
