//! The orders that an invoice bills.

use super::{InvoiceDetailDiscount, InvoiceLine, Period};
use crate::Timestamp;
use crate::model::{
    AgreementReference, Comments, Extrinsic, Money, OrderIdInfo, OrderReference, SupplierOrderInfo, Tax,
};

/// The two forms of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvoiceOrders {
    /// `InvoiceDetailOrder`s: line by line.
    Lines(Vec<InvoiceDetailOrder>),
    /// `InvoiceDetailHeaderOrder`s: a sum per order.
    Headers(Vec<InvoiceDetailHeaderOrder>),
}

impl Default for InvoiceOrders {
    fn default() -> Self {
        Self::Lines(Vec::new())
    }
}

/// `InvoiceDetailOrder`: the lines billed for one order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailOrder {
    /// Which order.
    pub order_info: InvoiceDetailOrderInfo,
    /// Its lines.
    pub lines: Vec<InvoiceLine>,
}

/// `InvoiceDetailOrderInfo`: which order is billed. Something of it must be there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailOrderInfo {
    /// The buyer's order.
    pub order: Option<InvoicedOrder>,
    /// The agreement it draws on.
    pub agreement: Option<AgreementReference>,
    /// The supplier's number of the order.
    pub supplier_order: Option<SupplierOrderInfo>,
}

/// The two ways to name the buyer's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvoicedOrder {
    /// `OrderReference`; what Coupa wants (R46).
    Reference(OrderReference),
    /// `OrderIDInfo`.
    Id(OrderIdInfo),
}

/// `InvoiceDetailHeaderOrder`: one order, billed as a sum.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailHeaderOrder {
    /// Which order.
    pub order_info: InvoiceDetailOrderInfo,
    /// The sum.
    pub summary: InvoiceDetailOrderSummary,
}

/// `InvoiceDetailOrderSummary`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailOrderSummary {
    /// `invoiceLineNumber`; `None` where none could be read.
    pub invoice_line_number: Option<u32>,
    /// `inspectionDate`.
    pub inspection_date: Option<Timestamp>,
    /// Before tax and discount.
    pub subtotal_amount: Option<Money>,
    /// The time that is billed.
    pub period: Option<Period>,
    /// Tax.
    pub tax: Option<Tax>,
    /// With tax, before discount.
    pub gross_amount: Option<Money>,
    /// Discount.
    pub discount: Option<InvoiceDetailDiscount>,
    /// To pay.
    pub net_amount: Option<Money>,
    /// Remarks.
    pub comments: Option<Comments>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}
