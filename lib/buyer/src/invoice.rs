//! Invoices as they were received, and what the inbox can be told to do wrong.

use crate::DocumentId;
use jiff::Timestamp;
use rust_decimal::Decimal;

/// One invoice line that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceLine {
    /// `invoiceLineNumber`.
    pub number: u32,
    /// The line of the order.
    pub order_line: u32,
    /// How many; 1 for a service line without a quantity.
    pub quantity: Decimal,
    /// SubtotalAmount, or quantity times unit price.
    pub amount: Decimal,
    /// `Description`, where there is one.
    pub description: String,
    /// Came as `InvoiceDetailServiceItem`.
    pub service: bool,
}

/// An accepted invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// `invoiceID`.
    pub number: String,
    /// The purchase order's number.
    pub order: String,
    /// `invoiceDate`, as written.
    pub dated: String,
    /// ISO 4217 code of every amount.
    pub currency: String,
    /// What is invoiced.
    pub lines: Vec<InvoiceLine>,
    /// Sum of the lines.
    pub subtotal: Decimal,
    /// Tax of the whole invoice.
    pub tax: Decimal,
    /// What is to be paid.
    pub net: Decimal,
    /// The document's payloadID.
    pub payload_id: String,
    /// Cancelled by a later `operation="delete"`.
    pub cancelled: bool,
    /// When it came in.
    pub received: Timestamp,
    /// The document among [`crate::Buyer::documents`].
    pub document: DocumentId,
}

/// What the inbox does to the next invoice instead of its duty; several queue up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InboxFault {
    /// HTTP 200 with this Status in the body; the invoice is not taken.
    Status(u16),
    /// This HTTP status with an HTML page; the invoice is not taken.
    Http(u16),
    /// HTTP 200 with a page that is no cXML; the invoice is not taken.
    NotCxml,
    /// No answer for as long as the sender waits; the invoice is not taken.
    Hang,
    /// The connection breaks; the invoice is not taken.
    Drop,
    /// The invoice is taken, but the sender waits for the answer in vain.
    HangAfterTaking,
    /// The invoice is taken, and the connection breaks before the answer.
    DropAfterTaking,
}
