//! News about a document that was accepted before.

use super::{Comments, Extrinsic, InvoiceIdInfo, Money, SourcingStatus};
use crate::{Status, Timestamp};

/// `StatusUpdateRequest`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatusUpdateRequest {
    /// `DocumentReference/@payloadID`: the document it is about.
    pub document_reference: Option<String>,
    /// How that document fared.
    pub status: Status,
    /// What kind of news.
    pub detail: Option<StatusUpdateDetail>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

/// The kinds of news that this library knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatusUpdateDetail {
    /// `SourcingStatus`
    Sourcing(SourcingStatus),
    /// `InvoiceStatus`
    Invoice(InvoiceStatus),
    /// `DocumentStatus`
    Document(DocumentStatus),
}

/// `InvoiceStatus`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceStatus {
    /// `type`.
    pub kind: InvoiceStatusType,
    /// Which invoice.
    pub invoice: Option<InvoiceIdInfo>,
    /// `PartialAmount`, when it is not the whole.
    pub partial_amount: Option<Money>,
    /// Remarks.
    pub comments: Vec<Comments>,
}

/// `InvoiceStatus/@type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InvoiceStatusType {
    /// `processing`
    #[default]
    Processing,
    /// `canceled`
    Canceled,
    /// `reconciled`
    Reconciled,
    /// `rejected`
    Rejected,
    /// `paying`
    Paying,
    /// `paid`
    Paid,
}

/// `DocumentStatus`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentStatus {
    /// `type`, such as `approved`.
    pub kind: String,
    /// Which document.
    pub document: Option<DocumentInfo>,
    /// Remarks.
    pub comments: Vec<Comments>,
}

/// `DocumentInfo`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentInfo {
    /// `documentID`.
    pub document_id: String,
    /// `documentType`.
    pub document_type: String,
    /// `documentDate`.
    pub document_date: Option<Timestamp>,
}
