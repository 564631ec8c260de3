//! How one document points at another.

use crate::Timestamp;

/// `OrderReference`: an order, by the payloadID of its document and by its number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderReference {
    /// `DocumentReference/@payloadID`. Coupa wants the purchase order's *number* here on invoices
    /// (R46).
    pub payload_id: String,
    /// `orderID`, the number.
    pub order_id: Option<String>,
    /// `orderDate`.
    pub order_date: Option<Timestamp>,
}

/// `OrderIDInfo`: an order by its number alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderIdInfo {
    /// `orderID`.
    pub order_id: String,
    /// `orderDate`.
    pub order_date: Option<Timestamp>,
}

/// `SupplierOrderInfo`: the supplier's own number of the order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SupplierOrderInfo {
    /// `orderID`.
    pub order_id: String,
}

/// `MasterAgreementReference` or `MasterAgreementIDInfo`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgreementReference {
    /// By the payloadID of the agreement's document.
    Document {
        /// `DocumentReference/@payloadID`.
        payload_id: String,
        /// `agreementID`.
        agreement_id: Option<String>,
        /// `agreementDate`.
        agreement_date: Option<Timestamp>,
    },
    /// By its number alone.
    Id {
        /// `agreementID`.
        agreement_id: String,
        /// `agreementDate`.
        agreement_date: Option<Timestamp>,
    },
}
