//! How often the table was called and what it cost: in all, and within one request.

use std::cell::RefCell;
use std::future::Future;
use std::ops::{Add as _, AddAssign, Sub};
use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_dynamodb::types::ConsumedCapacity;

use super::capacity::CapacityUnits;

tokio::task_local! {
    static MEASURED: RefCell<Counters>;
}

/// Calls made and capacity consumed. Two snapshots can be subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counters {
    /// GetItem, BatchGetItem and Query calls.
    pub reads: u64,
    /// PutItem, UpdateItem and DeleteItem calls.
    pub writes: u64,
    /// TransactWriteItems calls.
    pub transactions: u64,
    pub read_units: CapacityUnits,
    pub write_units: CapacityUnits,
}

/// Runs `work` and tells what it asked of tables in its own task. Tasks that it spawns are not seen.
pub async fn measured<F: Future>(work: F) -> (F::Output, Counters) {
    let scoped = async {
        let output = work.await;
        (output, MEASURED.with(|counters| *counters.borrow()))
    };
    let (output, counters) = MEASURED.scope(RefCell::default(), scoped).await;
    add_to_measured(counters);
    (output, counters)
}

/// Shared by all clones of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Meter(Arc<Mutex<Counters>>);

// === impl Meter ===

impl Meter {
    pub(super) fn snapshot(&self) -> Counters {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn read(&self) {
        self.add(Counters { reads: 1, ..Counters::default() });
    }

    pub(super) fn write(&self) {
        self.add(Counters { writes: 1, ..Counters::default() });
    }

    pub(super) fn transaction(&self) {
        self.add(Counters { transactions: 1, ..Counters::default() });
    }

    pub(super) fn read_units<'a>(&self, consumed: impl IntoIterator<Item = &'a ConsumedCapacity>) {
        let read_units = total(consumed);
        self.add(Counters { read_units, ..Counters::default() });
    }

    pub(super) fn write_units<'a>(&self, consumed: impl IntoIterator<Item = &'a ConsumedCapacity>) {
        let write_units = total(consumed);
        self.add(Counters { write_units, ..Counters::default() });
    }

    fn add(&self, more: Counters) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += more;
        add_to_measured(more);
    }
}

fn add_to_measured(more: Counters) {
    // Outside of `measured` there is nothing to add to.
    let _ = MEASURED.try_with(|counters| *counters.borrow_mut() += more);
}

fn total<'a>(consumed: impl IntoIterator<Item = &'a ConsumedCapacity>) -> CapacityUnits {
    consumed
        .into_iter()
        .filter_map(ConsumedCapacity::capacity_units)
        .map(CapacityUnits::from_reported)
        .fold(CapacityUnits::default(), CapacityUnits::add)
}

// === impl Counters ===

impl AddAssign for Counters {
    fn add_assign(&mut self, other: Self) {
        self.reads += other.reads;
        self.writes += other.writes;
        self.transactions += other.transactions;
        self.read_units = self.read_units + other.read_units;
        self.write_units = self.write_units + other.write_units;
    }
}

/// What was added since an earlier snapshot.
impl Sub for Counters {
    type Output = Self;

    fn sub(self, earlier: Self) -> Self {
        Self {
            reads: self.reads.saturating_sub(earlier.reads),
            writes: self.writes.saturating_sub(earlier.writes),
            transactions: self.transactions.saturating_sub(earlier.transactions),
            read_units: self.read_units - earlier.read_units,
            write_units: self.write_units - earlier.write_units,
        }
    }
}
