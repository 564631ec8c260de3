//! One buyer, a few products, some requests: what the examples are made of.

mod buyer;
mod desk;
mod purchase;
mod request;
mod shop;

use jiff::{SignedDuration, Timestamp};
use procurement::money::Money;
use procurement::reference::ReferenceKey;
use rust_decimal::Decimal;
use uuid::Uuid;

pub use buyer::*;
pub use desk::Desk;
pub use purchase::*;
pub use request::*;
pub use shop::*;

/// The time of every example, unless it says another one.
pub fn now() -> Timestamp {
    moment("2026-11-21T12:00:00Z")
}

pub fn moment(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

pub fn days(count: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * count)
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// `money("10.00 USD")`.
pub fn money(text: &str) -> Money {
    let (amount, currency) = text.split_once(' ').expect("an amount and a currency");
    Money::new(decimal(amount), currency.parse().expect("a currency"))
}

pub fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn references() -> ReferenceKey {
    ReferenceKey::new([7; 32])
}
