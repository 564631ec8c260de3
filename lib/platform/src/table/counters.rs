//! How often the table was called and what it cost: in all, and within one request.

use std::cell::RefCell;
use std::fmt;
use std::future::Future;
use std::ops::{Add, AddAssign, Sub};
use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_dynamodb::types::ConsumedCapacity;

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

/// DynamoDB's capacity units, which come in halves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct CapacityUnits {
    halves: u64,
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

// === impl CapacityUnits ===

impl CapacityUnits {
    pub const fn from_halves(halves: u64) -> Self {
        Self { halves }
    }

    pub const fn whole(units: u64) -> Self {
        Self { halves: units * 2 }
    }

    pub const fn halves(self) -> u64 {
        self.halves
    }

    /// From what DynamoDB reports, rounded up to a half.
    #[expect(clippy::float_arithmetic, reason = "the SDK reports units as floats; they are no money")]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    fn from_reported(units: f64) -> Self {
        Self { halves: (units * 2.0).ceil() as u64 }
    }
}

impl fmt::Display for CapacityUnits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = if self.halves.is_multiple_of(2) { 0 } else { 5 };
        write!(f, "{}.{tenths}", self.halves / 2)
    }
}

impl fmt::Debug for CapacityUnits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Add for CapacityUnits {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { halves: self.halves.saturating_add(other.halves) }
    }
}

impl Sub for CapacityUnits {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { halves: self.halves.saturating_sub(other.halves) }
    }
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
