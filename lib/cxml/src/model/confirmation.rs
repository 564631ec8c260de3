//! The supplier's answer to an order, line by line (R43).

use super::{Comments, Contact, Decimal, Extrinsic, ItemIn, Money, OrderReference, Shipping, Tax};
use crate::Timestamp;

/// `ConfirmationRequest`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConfirmationRequest {
    /// What concerns the whole order.
    pub header: ConfirmationHeader,
    /// Which order.
    pub order_reference: OrderReference,
    /// Line by line, where it differs from the header's `type`.
    pub items: Vec<ConfirmationItem>,
}

/// `ConfirmationHeader`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConfirmationHeader {
    /// `confirmID`, the supplier's number of this confirmation.
    pub confirm_id: Option<String>,
    /// `operation`.
    pub operation: ConfirmationOperation,
    /// `type`.
    pub kind: ConfirmationType,
    /// `noticeDate`.
    pub notice_date: Timestamp,
    /// `invoiceID`.
    pub invoice_id: Option<String>,
    /// `DocumentReference/@payloadID`: the confirmation that this one replaces.
    pub document_reference: Option<String>,
    /// The new total.
    pub total: Option<Money>,
    /// What delivery costs.
    pub shipping: Option<Shipping>,
    /// Taxes.
    pub tax: Option<Tax>,
    /// People.
    pub contacts: Vec<Contact>,
    /// Remarks.
    pub comments: Vec<Comments>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

/// `ConfirmationHeader/@operation`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConfirmationOperation {
    /// The first.
    #[default]
    New,
    /// Replaces an earlier one.
    Update,
}

/// `ConfirmationHeader/@type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConfirmationType {
    /// The whole order is accepted.
    #[default]
    Accept,
    /// As `detail`, with every line.
    AllDetail,
    /// Some lines are changed; see the items.
    Detail,
    /// The whole order has to wait.
    Backordered,
    /// Accepted, except for the items.
    Except,
    /// The whole order is rejected.
    Reject,
    /// Payment is asked for.
    RequestToPay,
    /// Replaced items.
    Replace,
}

/// `ConfirmationItem`: one line of the order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConfirmationItem {
    /// `quantity` that was ordered; `None` where none could be read.
    pub quantity: Option<Decimal>,
    /// `lineNumber` of the order; `None` where none could be read.
    pub line_number: Option<u32>,
    /// The unit.
    pub unit_of_measure: String,
    /// People.
    pub contacts: Vec<Contact>,
    /// What becomes of the quantity, in parts.
    pub statuses: Vec<ConfirmationStatus>,
}

/// `ConfirmationStatus`: what becomes of some of a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConfirmationStatus {
    /// `quantity` it is about; `None` where none could be read.
    pub quantity: Option<Decimal>,
    /// `type`.
    pub kind: ConfirmationStatusType,
    /// `shipmentDate`.
    pub shipment_date: Option<Timestamp>,
    /// `deliveryDate`.
    pub delivery_date: Option<Timestamp>,
    /// The unit.
    pub unit_of_measure: String,
    /// What is offered instead, or the changed price.
    pub detail: ConfirmedDetail,
    /// Remarks, above all the reason of a rejection.
    pub comments: Vec<Comments>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

/// What a `ConfirmationStatus` changes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "the large variant is the usual one")]
pub enum ConfirmedDetail {
    /// Another item.
    Item(Box<ItemIn>),
    /// Another price, tax or delivery; all `None` where nothing changes.
    Price {
        /// `UnitPrice`
        unit_price: Option<Money>,
        /// `Tax`
        tax: Option<Tax>,
        /// `Shipping`
        shipping: Option<Shipping>,
    },
}

impl Default for ConfirmedDetail {
    fn default() -> Self {
        Self::Price { unit_price: None, tax: None, shipping: None }
    }
}

/// `ConfirmationStatus/@type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ConfirmationStatusType {
    /// `accept`
    Accept,
    /// `allDetail`
    AllDetail,
    /// `detail`
    Detail,
    /// `backordered`
    Backordered,
    /// `reject`
    Reject,
    /// `unknown`
    #[default]
    Unknown,
    /// `requestToPay`
    RequestToPay,
}
