//! The cart, which becomes the requisition when it is submitted.

use jiff::Timestamp;
use rust_decimal::Decimal;

/// What a line was ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineType {
    /// By quantity: invoiced with `InvoiceDetailItem`.
    Quantity,
    /// A service, by amount: invoiced with `InvoiceDetailServiceItem`.
    Amount,
}

impl LineType {
    /// The value of the extrinsic `LineType` in the purchase order.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Quantity => "Quantity",
            Self::Amount => "Amount",
        }
    }
}

/// One line, as the marketplace returned it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Number in the requisition and in the order.
    pub number: u32,
    /// `SupplierPartID`.
    pub part: String,
    /// `SupplierPartAuxiliaryID`, given back unchanged.
    pub auxiliary: String,
    /// `Description`.
    pub description: String,
    /// How many.
    pub quantity: Decimal,
    /// `UnitOfMeasure`.
    pub unit: String,
    /// `UnitPrice`.
    pub price: Decimal,
    /// ISO 4217 code of the price.
    pub currency: String,
    /// UNSPSC code.
    pub unspsc: String,
    /// By quantity or by amount.
    pub line_type: LineType,
    /// `Extrinsic` name and text, in order.
    pub extrinsics: Vec<(String, String)>,
}

impl Line {
    /// Quantity times unit price; `None` if that is beyond what can be counted.
    #[must_use]
    pub fn amount(&self) -> Option<Decimal> {
        self.quantity.checked_mul(self.price)
    }
}

/// How far a requisition has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Approval {
    /// A cart that the requester can still change.
    Cart,
    /// Waits for the approver.
    Pending,
    /// Approved; the number of its purchase order.
    Approved(String),
    /// Rejected, with the approver's words.
    Rejected(String),
}

impl Approval {
    /// A word for people.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self {
            Self::Cart => "Cart",
            Self::Pending => "Pending approval",
            Self::Approved(_) => "Approved",
            Self::Rejected(_) => "Rejected",
        }
    }
}

/// A cart or requisition; one supplier and one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requisition {
    /// Counted from 1001.
    pub number: u32,
    /// `UniqueName` of the requester.
    pub requester: String,
    /// ISO 4217 code of all lines.
    pub currency: String,
    /// What is asked for.
    pub lines: Vec<Line>,
    /// The highest operation that the marketplace allows on it later.
    pub operation_allowed: String,
    /// How far it has come.
    pub approval: Approval,
    /// The session that brought it.
    pub session: u32,
    /// When the cart first came.
    pub created: Timestamp,
}

impl Requisition {
    /// The sum of the lines. They were checked when they came in; an overflow counts as nothing.
    #[must_use]
    pub fn total(&self) -> Decimal {
        sum(&self.lines)
    }
}

/// The sum of lines.
pub(crate) fn sum(lines: &[Line]) -> Decimal {
    lines
        .iter()
        .filter_map(Line::amount)
        .try_fold(Decimal::ZERO, |total, amount| total.checked_add(amount))
        .unwrap_or_default()
}
