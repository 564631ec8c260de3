//! The sums of an invoice.

use super::InvoiceDetailDiscount;
use crate::model::{Description, Money, Tax};

/// `InvoiceDetailSummary`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailSummary {
    /// The sum of the lines; `None` where none could be read.
    pub subtotal_amount: Option<Money>,
    /// The sum of taxes.
    pub tax: Option<Tax>,
    /// `SpecialHandlingAmount`.
    pub special_handling: Option<SpecialHandling>,
    /// `ShippingAmount`.
    pub shipping_amount: Option<Money>,
    /// With tax, before discount.
    pub gross_amount: Option<Money>,
    /// Discount.
    pub discount: Option<InvoiceDetailDiscount>,
    /// After discount; `None` where none could be read.
    pub net_amount: Option<Money>,
    /// `DepositAmount`, paid before.
    pub deposit_amount: Option<Money>,
    /// `DueAmount`, to pay now.
    pub due_amount: Option<Money>,
}

/// `SpecialHandlingAmount`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpecialHandling {
    /// How much; `None` where none could be read.
    pub amount: Option<Money>,
    /// What for.
    pub description: Option<Description>,
}
