//! Amounts. Never a float: a decimal and its currency travel together.

pub use rust_decimal::Decimal;

/// `Money`: an amount and the currency it is in.
///
/// The scale is kept: `10.00` is written as `10.00`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Money {
    /// The amount, exact.
    pub amount: Decimal,
    /// The ISO 4217 code as it was sent, usually `USD` or `EUR`.
    pub currency: String,
}

impl Money {
    /// An amount in a currency.
    pub fn new(amount: Decimal, currency: impl Into<String>) -> Self {
        Self { amount, currency: currency.into() }
    }
}
