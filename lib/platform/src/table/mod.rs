//! The one storage path: a DynamoDB table, spoken to through the AWS SDK.
//!
//! In AWS it is DynamoDB; on one machine it is an embedded engine that behaves alike (`local`). Everything lies in one
//! table with the keys `pk` and `sk`, a sparse index `due` of what is to be done when, and a sparse general index
//! `gsi1`. A [`Record`] is a value of the domain with its key, its places in the indexes, its lifetime and a version that
//! every write counts up; [`Transaction`] writes records together under conditions. What a request asked of the table is
//! counted ([`measured`]), because the number of round trips is part of the design.

mod attribute;
mod batch;
mod capacity;
mod client;
mod commit;
mod condition;
mod counters;
mod create;
mod cursor;
mod element;
mod error;
mod expression;
mod failure;
mod item;
mod key;
#[cfg(feature = "local")]
pub mod local;
mod page;
mod query;
mod read;
mod record;
mod transaction;
mod update;
mod value;

pub use batch::Batch;
pub use capacity::CapacityUnits;
pub use client::bounded;
pub use condition::Condition;
pub use counters::{Counters, measured};
pub use create::{CreateError, Stream};
pub use cursor::{BadCursor, Cursor};
pub use error::{CommitError, ReadError};
pub use item::Item;
pub use key::{Due, Gsi1, Index, Key, sortable_time};
pub use page::Page;
pub use query::Query;
pub use record::{Record, Unstorable};
pub use transaction::Transaction;
pub use update::Update;
pub use value::Value;

use counters::Meter;

/// The table: a client, its name, and counters. Clones share all three.
#[derive(Debug, Clone)]
pub struct Table {
    client: aws_sdk_dynamodb::Client,
    /// For work that nobody waits for, where that has a way of its own.
    background: Option<aws_sdk_dynamodb::Client>,
    name: String,
    meter: Meter,
}

// === impl Table ===

impl Table {
    /// Over a client whose patience is limited by [`bounded`].
    pub fn new(client: aws_sdk_dynamodb::Client, name: impl Into<String>) -> Self {
        Self { client, background: None, name: name.into(), meter: Meter::default() }
    }

    /// The same table, for work that nobody waits for: on one machine it lets those go first who are waited for. In AWS there
    /// is room for all.
    #[must_use]
    pub fn in_background(&self) -> Self {
        let client = self.background.clone().unwrap_or_else(|| self.client.clone());
        Self { client, ..self.clone() }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// All calls and capacity since the table was opened.
    pub fn counters(&self) -> Counters {
        self.meter.snapshot()
    }
}
