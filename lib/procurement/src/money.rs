//! Amounts of money. The currency is part of the value, and two currencies never add up.

use std::fmt;

use iso_currency::Currency;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An amount in one currency, never a floating-point number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// How much, in major units (dollars, not cents).
    pub amount: Decimal,
    /// The currency's ISO 4217 code.
    pub currency: Currency,
}

/// Why amounts cannot be reckoned with.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum MoneyError {
    /// Two currencies met.
    #[error("{} and {} are different currencies and cannot be added", .left.code(), .right.code())]
    Currencies {
        /// The one.
        left: Currency,
        /// The other.
        right: Currency,
    },
    /// The result has more digits than a decimal holds.
    #[error("the amount is too large")]
    TooLarge,
    /// There was nothing to add, so there is no currency either.
    #[error("a sum of no amounts has no currency")]
    Nothing,
}

// === impl Money ===

impl Money {
    /// This amount in this currency.
    pub const fn new(amount: Decimal, currency: Currency) -> Self {
        Self { amount, currency }
    }

    /// Nothing, in this currency.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(Decimal::ZERO, currency)
    }

    /// The sum, if both are of one currency.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Currencies { left: self.currency, right: other.currency });
        }
        let amount = self.amount.checked_add(other.amount).ok_or(MoneyError::TooLarge)?;
        Ok(Self::new(amount, self.currency))
    }

    /// This amount `count` times.
    pub fn times(self, count: Decimal) -> Result<Self, MoneyError> {
        let amount = self.amount.checked_mul(count).ok_or(MoneyError::TooLarge)?;
        Ok(Self::new(amount, self.currency))
    }

    /// The exact sum of at least one amount (R33).
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().map(Ok).reduce(|sum, next| sum?.plus(next?)).unwrap_or(Err(MoneyError::Nothing))
    }

    /// Whether the amount can be paid in this currency: not negative, and no fraction of the
    /// smallest unit (no cents of a yen).
    pub fn is_payable(&self) -> bool {
        !self.amount.is_sign_negative() && self.amount.normalize().scale() <= minor_digits(self.currency)
    }

    /// One of the smallest unit of this currency: a cent, a yen.
    pub fn minor_unit(currency: Currency) -> Self {
        Self::new(Decimal::new(1, minor_digits(currency)), currency)
    }

    /// How many of the currency's smallest unit this is, if that is a whole number above zero.
    pub fn minor_units(&self) -> Option<Decimal> {
        let factor = Decimal::from(10_u64.checked_pow(minor_digits(self.currency))?);
        let units = self.amount.checked_mul(factor)?.normalize();
        (self.is_payable() && !units.is_zero()).then_some(units)
    }

    /// The amount as it is written in documents: with the currency's usual digits, and more only
    /// where the amount has them.
    pub fn amount_text(&self) -> String {
        let digits = minor_digits(self.currency);
        let mut amount = self.amount.normalize();
        if amount.scale() < digits {
            amount.rescale(digits);
        }
        amount.to_string()
    }

    /// The amount as people read it, with thousands marked: `12,345.60 USD`.
    pub fn grouped(&self) -> String {
        let text = self.amount_text();
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
        let mut grouped = group(whole);
        if let Some(fraction) = fraction {
            grouped.push('.');
            grouped.push_str(fraction);
        }
        format!("{sign}{grouped} {}", self.currency.code())
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount_text(), self.currency.code())
    }
}

fn minor_digits(currency: Currency) -> u32 {
    currency.exponent().map_or(2, u32::from)
}

fn group(whole: &str) -> String {
    let mut out = String::with_capacity(whole.len() + whole.len() / 3);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str, currency: Currency) -> Money {
        Money::new(text.parse().expect("a decimal"), currency)
    }

    #[test]
    fn two_currencies_do_not_add_up() {
        let sum = money("1", Currency::USD).plus(money("1", Currency::EUR));
        assert_eq!(sum, Err(MoneyError::Currencies { left: Currency::USD, right: Currency::EUR }));
    }

    #[test]
    fn instalments_that_do_not_divide_evenly_sum_exactly() {
        let thirds =
            [money("33.33", Currency::USD), money("33.33", Currency::USD), money("33.34", Currency::USD)];
        assert_eq!(Money::sum(thirds), Ok(money("100.00", Currency::USD)));
    }

    #[test]
    fn an_amount_is_written_with_the_digits_of_its_currency() {
        assert_eq!(money("1200", Currency::USD).to_string(), "1200.00 USD");
        assert_eq!(money("120000", Currency::JPY).to_string(), "120000 JPY");
        assert_eq!(money("0.0042", Currency::USD).to_string(), "0.0042 USD");
        assert_eq!(money("1234567.5", Currency::EUR).grouped(), "1,234,567.50 EUR");
    }

    #[test]
    fn an_amount_is_so_many_of_its_smallest_unit() {
        let units = |text, currency| money(text, currency).minor_units().map(|units| units.to_string());
        assert_eq!(units("1200.00", Currency::USD), Some("120000".into()));
        assert_eq!(units("0.01", Currency::USD), Some("1".into()));
        assert_eq!(units("120000", Currency::JPY), Some("120000".into()));
        assert_eq!(units("1.500", Currency::KWD), Some("1500".into()));
        assert_eq!(units("0.005", Currency::USD), None);
        assert_eq!(units("0.00", Currency::USD), None);
        assert_eq!(Money::minor_unit(Currency::KWD).to_string(), "0.001 KWD");
    }

    #[test]
    fn a_fraction_of_a_yen_cannot_be_paid() {
        assert!(money("100.00", Currency::JPY).is_payable());
        assert!(!money("100.50", Currency::JPY).is_payable());
        assert!(!money("-1", Currency::USD).is_payable());
    }
}
