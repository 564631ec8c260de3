//! What concerns the whole invoice.

use crate::Timestamp;
use crate::model::{Comments, Contact, Extrinsic, IdReference, PaymentTerm};

/// `InvoiceDetailRequestHeader`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceDetailRequestHeader {
    /// `invoiceID`, the invoice number.
    pub invoice_id: String,
    /// `invoiceDate`.
    pub invoice_date: Timestamp,
    /// `isInformationOnly="yes"`.
    pub is_information_only: bool,
    /// `purpose`.
    pub purpose: InvoicePurpose,
    /// `operation`.
    pub operation: InvoiceOperation,
    /// `invoiceOrigin`.
    pub origin: Option<InvoiceOrigin>,
    /// `InvoiceDetailHeaderIndicator`.
    pub header_indicator: InvoiceDetailHeaderIndicator,
    /// `InvoiceDetailLineIndicator`.
    pub line_indicator: InvoiceDetailLineIndicator,
    /// Who bills, who is billed, to whom payment goes.
    pub partners: Vec<InvoicePartner>,
    /// `DocumentReference/@payloadID`: the invoice that this one deletes or credits.
    pub document_reference: Option<String>,
    /// The same by its number.
    pub invoice_id_info: Option<InvoiceIdInfo>,
    /// `PaymentTerm`s. The older `InvoiceDetailPaymentTerm` is read as one of these.
    pub payment_terms: Vec<PaymentTerm>,
    /// The time that is billed.
    pub period: Option<Period>,
    /// Remarks.
    pub comments: Option<Comments>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

/// `purpose`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InvoicePurpose {
    /// An invoice.
    #[default]
    Standard,
    /// A credit on a whole invoice.
    CreditMemo,
    /// A debit on a whole invoice.
    DebitMemo,
    /// A credit, line by line.
    LineLevelCreditMemo,
    /// A debit, line by line.
    LineLevelDebitMemo,
}

/// `operation`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InvoiceOperation {
    /// A new invoice.
    #[default]
    New,
    /// Withdraws one.
    Delete,
}

/// `invoiceOrigin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvoiceOrigin {
    /// `supplier`
    Supplier,
    /// `buyer`
    Buyer,
}

/// `InvoiceDetailHeaderIndicator`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvoiceDetailHeaderIndicator {
    /// `isHeaderInvoice="yes"`: no lines, see [`InvoiceOrders::Headers`](super::InvoiceOrders).
    pub is_header_invoice: bool,
    /// `isVatRecoverable="yes"`.
    pub is_vat_recoverable: bool,
}

/// `InvoiceDetailLineIndicator`: what stands at the lines rather than in the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvoiceDetailLineIndicator {
    /// `isTaxInLine="yes"`.
    pub is_tax_in_line: bool,
    /// `isSpecialHandlingInLine="yes"`.
    pub is_special_handling_in_line: bool,
    /// `isShippingInLine="yes"`.
    pub is_shipping_in_line: bool,
    /// `isDiscountInLine="yes"`.
    pub is_discount_in_line: bool,
    /// `isAccountingInLine="yes"`.
    pub is_accounting_in_line: bool,
}

/// `InvoicePartner`: a contact with a role such as `remitTo`, `billTo`, `soldTo`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoicePartner {
    /// Who.
    pub contact: Contact,
    /// Its tax numbers and the like.
    pub id_references: Vec<IdReference>,
}

/// `InvoiceIDInfo`: another invoice by its number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceIdInfo {
    /// `invoiceID`.
    pub invoice_id: String,
    /// `invoiceDate`.
    pub invoice_date: Option<Timestamp>,
}

/// `Period`: from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Period {
    /// `startDate`.
    pub start_date: Timestamp,
    /// `endDate`.
    pub end_date: Timestamp,
}
