//! The lines of an invoice.

use super::Period;
use crate::Timestamp;
use crate::model::{
    Classification, Comments, Country, Decimal, Description, Distribution, Extrinsic, ItemId, Money, Name,
    PriceBasisQuantity, Tax,
};

/// A line, for goods or for a service. A service line of the order needs a service line here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvoiceLine {
    /// `InvoiceDetailItem`
    Item(Box<InvoiceDetailItem>),
    /// `InvoiceDetailServiceItem`
    Service(Box<InvoiceDetailServiceItem>),
}

impl From<InvoiceDetailItem> for InvoiceLine {
    fn from(item: InvoiceDetailItem) -> Self {
        Self::Item(Box::new(item))
    }
}

impl From<InvoiceDetailServiceItem> for InvoiceLine {
    fn from(item: InvoiceDetailServiceItem) -> Self {
        Self::Service(Box::new(item))
    }
}

impl Default for InvoiceLine {
    fn default() -> Self {
        InvoiceDetailItem::default().into()
    }
}

/// `InvoiceDetailItem`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailItem {
    /// `invoiceLineNumber`; `None` where none could be read.
    pub invoice_line_number: Option<u32>,
    /// `quantity`, negative on a credit; `None` where none could be read.
    pub quantity: Option<Decimal>,
    /// `referenceDate`.
    pub reference_date: Option<Timestamp>,
    /// `inspectionDate`.
    pub inspection_date: Option<Timestamp>,
    /// The unit, the same as in the order.
    pub unit_of_measure: String,
    /// The price of one; `None` where none could be read.
    pub unit_price: Option<Money>,
    /// The price is for so many.
    pub price_basis_quantity: Option<PriceBasisQuantity>,
    /// Which line of the order.
    pub item_reference: InvoiceDetailItemReference,
    /// Quantity times price.
    pub subtotal_amount: Option<Money>,
    /// Tax.
    pub tax: Option<Tax>,
    /// With tax, before discount.
    pub gross_amount: Option<Money>,
    /// Discount.
    pub discount: Option<InvoiceDetailDiscount>,
    /// To pay.
    pub net_amount: Option<Money>,
    /// Who pays.
    pub distributions: Vec<Distribution>,
    /// Remarks.
    pub comments: Option<Comments>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

/// `InvoiceDetailItemReference`: the line of the order that is billed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailItemReference {
    /// `lineNumber` of the order; `None` where none could be read.
    pub line_number: Option<u32>,
    /// What.
    pub item_id: Option<ItemId>,
    /// In words.
    pub description: Option<Description>,
    /// Commodity codes.
    pub classifications: Vec<Classification>,
    /// Manufacturer's part number and name; the DTD wants both or none.
    pub manufacturer: Option<(String, Name)>,
    /// Where it was made.
    pub country: Option<Country>,
    /// `SerialNumber`s.
    pub serial_numbers: Vec<String>,
}

/// `InvoiceDetailServiceItem`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailServiceItem {
    /// `invoiceLineNumber`; `None` where none could be read.
    pub invoice_line_number: Option<u32>,
    /// `quantity`.
    pub quantity: Option<Decimal>,
    /// `referenceDate`.
    pub reference_date: Option<Timestamp>,
    /// `inspectionDate`.
    pub inspection_date: Option<Timestamp>,
    /// Which line of the order.
    pub item_reference: InvoiceDetailServiceItemReference,
    /// Quantity times price; `None` where none could be read.
    pub subtotal_amount: Option<Money>,
    /// The time that is billed.
    pub period: Option<Period>,
    /// The unit and its price; the DTD wants both or none.
    pub unit: Option<(String, Money)>,
    /// Tax.
    pub tax: Option<Tax>,
    /// With tax, before discount.
    pub gross_amount: Option<Money>,
    /// Discount.
    pub discount: Option<InvoiceDetailDiscount>,
    /// To pay.
    pub net_amount: Option<Money>,
    /// Who pays.
    pub distributions: Vec<Distribution>,
    /// Remarks.
    pub comments: Option<Comments>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

/// `InvoiceDetailServiceItemReference`: the line of the order that is billed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailServiceItemReference {
    /// `lineNumber` of the order.
    pub line_number: Option<u32>,
    /// Commodity codes.
    pub classifications: Vec<Classification>,
    /// What.
    pub item_id: Option<ItemId>,
    /// In words.
    pub description: Option<Description>,
}

/// `InvoiceDetailDiscount`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailDiscount {
    /// How much; `None` where none could be read.
    pub amount: Option<Money>,
    /// `percentageRate`.
    pub percentage_rate: Option<Decimal>,
}
