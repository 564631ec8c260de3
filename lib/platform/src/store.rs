//! Typed records over the table: one module per access pattern, and no key is written anywhere else.
//!
//! Every record holds its value in one field `data`, so that the value's own names never meet the table's. A value
//! that changes carries its `version`; it is written back only over the version that was read.

mod agreement;
mod approved_products;
mod catalogue;
mod configuration;
mod connection;
mod console;
mod direct;
mod document;
mod invoice;
mod job;
mod keys;
mod order;
mod requisition;
mod search_index;
mod secret_use;
mod session;
mod suppression;
mod usage;

use procurement::agreement::Agreement;
use procurement::approved_products::ApprovedProducts;
use procurement::configuration::OrganisationSettings;
use procurement::connection::Connection;
use procurement::invoice::{Invoice, InvoiceCounter};
use procurement::job::Job;
use procurement::order::OrderRecord;
use procurement::requisition::Requisition;
use procurement::session::Session;
use procurement::usage::UsageAccount;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::table::{Batch, CommitError, Item, Key, ReadError, Record, Table, Transaction};

pub use catalogue::CATALOGUE_PARTS;
pub use configuration::{Listed, last_traffic};
pub use console::{CloseError, SignedIn};
pub use document::{DocumentRef, KeptDocument};
pub use invoice::{InvoiceWork, NewInvoice};
pub use order::LoadedOrder;
pub use search_index::{SearchState, StoredIndex};
pub use secret_use::SecretUse;

/// The marketplace's records.
#[derive(Clone, Debug)]
pub struct Store {
    table: Table,
    uses: secret_use::Written,
}

/// A value with its own name apart from the table's attributes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Body<T> {
    data: T,
}

/// What is written back only over the version that was read.
trait Versioned {
    fn version(&self) -> u64;
}

// === impl Store ===

impl Store {
    /// The records of this table.
    pub fn new(table: Table) -> Self {
        Self { table, uses: secret_use::Written::default() }
    }

    /// The same records, for work that nobody waits for.
    #[must_use]
    pub fn in_background(&self) -> Self {
        Self { table: self.table.in_background(), ..self.clone() }
    }

    /// The table itself.
    pub fn table(&self) -> &Table {
        &self.table
    }

    async fn get<T: DeserializeOwned>(&self, key: &Key) -> Result<Option<T>, ReadError> {
        Ok(self.table.get::<Body<T>>(key).await?.map(|record| record.body.data))
    }

    async fn commit(&self, transaction: Transaction) -> Result<(), CommitError> {
        self.table.commit(&transaction).await
    }
}

fn record<T: Clone>(key: Key, value: &T) -> Record<Body<T>> {
    Record::new(key, Body { data: value.clone() })
}

fn take<T: DeserializeOwned>(batch: &mut Batch, key: &Key) -> Result<Option<T>, ReadError> {
    Ok(batch.take::<Body<T>>(key)?.map(|record| record.body.data))
}

fn decode<T: DeserializeOwned>(item: Item) -> Result<T, ReadError> {
    Ok(item.decode::<Body<T>>()?.body.data)
}

/// Writes a value at its version: new at version 1, else over the version before.
fn put<T: Serialize + Versioned>(transaction: Transaction, record: &Record<Body<T>>) -> Transaction {
    match record.body.data.version() {
        0 | 1 => transaction.put_new(record),
        version => transaction.put_if_version(record, version - 1),
    }
}

macro_rules! versioned {
    ($($kind:ty),+) => { $(impl Versioned for $kind { fn version(&self) -> u64 { self.version } })+ };
}

versioned!(
    Agreement,
    UsageAccount,
    ApprovedProducts,
    Connection,
    OrganisationSettings,
    Session,
    Requisition,
    OrderRecord,
    Job,
    Invoice,
    InvoiceCounter
);
