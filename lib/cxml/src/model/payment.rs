//! How an order is paid.

use super::{Decimal, Money, PostalAddress};
use crate::Secret;

/// `PCard`: a purchasing card. Its number is treated as a secret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaymentCard {
    /// `number`.
    pub number: Secret,
    /// `expiration`, as it was sent.
    pub expiration: String,
    /// `name` on the card.
    pub name: Option<String>,
    /// Its billing address.
    pub postal_address: Option<PostalAddress>,
}

/// `PaymentTerm`: when to pay, and the discount for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaymentTerm {
    /// `payInNumberOfDays`, as it was sent.
    pub pay_in_number_of_days: String,
    /// A discount (or, negative, a penalty).
    pub discount: Option<Discount>,
}

/// `Discount` of a payment term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discount {
    /// `DiscountPercent`.
    Percent(Decimal),
    /// `DiscountAmount`.
    Amount(Money),
}
