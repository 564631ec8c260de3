//! DynamoDB's measure of what a call cost.

use std::fmt;
use std::ops::{Add, Sub};

/// Capacity units, which come in halves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct CapacityUnits {
    halves: u64,
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
    pub(super) fn from_reported(units: f64) -> Self {
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
