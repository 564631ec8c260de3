//! What invoices of a connection say and carry beyond the usual, and how they are taken back.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What can be set about the invoices of a connection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvoiceOptions {
    /// Whether the invoice travels as a PDF beside its document.
    pub attach_pdf: bool,
    /// The tax that is added, if any.
    pub tax: Option<TaxRate>,
    /// How a delivered invoice is taken back.
    pub cancel_by: CancelBy,
}

/// A tax on every invoice of a connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxRate {
    /// cXML's category, such as `vat`, `gst` or `sales`.
    pub category: String,
    /// Per cent of the net amount.
    pub percent: Decimal,
    /// As people call it, such as `VAT 19 %`.
    pub description: String,
}

/// How a delivered invoice is taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancelBy {
    /// By `operation="delete"`; if that is refused, by a credit line by line.
    #[default]
    Delete,
    /// By a credit line by line, `purpose="lineLevelCreditMemo"`.
    LineCredit,
    /// By a credit on the whole, `purpose="creditMemo"`.
    Credit,
}

// === impl CancelBy ===

impl CancelBy {
    /// The way as it is typed in.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Delete => "delete",
            Self::LineCredit => "line_credit",
            Self::Credit => "credit",
        }
    }

    /// The way of this name.
    pub fn of_key(key: &str) -> Option<Self> {
        [Self::Delete, Self::LineCredit, Self::Credit].into_iter().find(|way| way.key() == key)
    }
}
