//! Shipping and taxes.

use super::{Decimal, Description, Money, Name};
use crate::Timestamp;

/// `Shipping`: what delivery costs, and how it is tracked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shipping {
    /// The cost; `None` where none could be read.
    pub amount: Option<Money>,
    /// What it is for.
    pub description: Description,
    /// `trackingDomain`, the carrier.
    pub tracking_domain: Option<String>,
    /// `trackingId`, the carrier's number.
    pub tracking_id: Option<String>,
}

/// `Tax`: a sum and what it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tax {
    /// The sum; `None` where none could be read.
    pub amount: Option<Money>,
    /// What it is.
    pub description: Description,
    /// Its parts.
    pub details: Vec<TaxDetail>,
}

/// `TaxDetail`: one tax.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaxDetail {
    /// `category`, such as `vat` or `sales`.
    pub category: String,
    /// `purpose`, such as `tax` or `shippingTax`.
    pub purpose: Option<String>,
    /// `percentageRate`.
    pub percentage_rate: Option<Decimal>,
    /// `isVatRecoverable="yes"`.
    pub is_vat_recoverable: bool,
    /// `taxPointDate`.
    pub tax_point_date: Option<Timestamp>,
    /// What is taxed.
    pub taxable_amount: Option<Money>,
    /// The tax; `None` where none could be read.
    pub tax_amount: Option<Money>,
    /// `TaxLocation`, where it is due.
    pub location: Option<Name>,
    /// What it is.
    pub description: Option<Description>,
}
