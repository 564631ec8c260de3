//! The purchase order.

use super::{
    Address, Comments, Contact, Extrinsic, ItemOut, Money, PaymentCard, PaymentTerm, Shipping,
    SupplierOrderInfo, Tax,
};
use crate::Timestamp;

/// `OrderRequest`: a purchase order, a change of one, or its cancellation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderRequest {
    /// What concerns the whole order.
    pub header: OrderRequestHeader,
    /// The lines.
    pub items: Vec<ItemOut>,
}

/// `OrderRequestHeader`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderRequestHeader {
    /// `orderID`, the purchase order's number.
    pub order_id: String,
    /// `orderDate`.
    pub order_date: Timestamp,
    /// `type`: new, update or delete.
    pub kind: OrderKind,
    /// `orderType`: regular, blanket or release.
    pub order_type: OrderType,
    /// `orderVersion` (R35).
    pub order_version: Option<String>,
    /// `isInternalVersion="yes"`.
    pub is_internal_version: bool,
    /// `releaseRequired="yes"`, on blanket orders.
    pub release_required: bool,
    /// `effectiveDate` of a blanket order.
    pub effective_date: Option<Timestamp>,
    /// `expirationDate` of a blanket order.
    pub expiration_date: Option<Timestamp>,
    /// `agreementID` that a release draws on.
    pub agreement_id: Option<String>,
    /// `agreementPayloadID`.
    pub agreement_payload_id: Option<String>,
    /// `parentAgreementID`.
    pub parent_agreement_id: Option<String>,
    /// `parentAgreementPayloadID`.
    pub parent_agreement_payload_id: Option<String>,
    /// `requisitionID`.
    pub requisition_id: Option<String>,
    /// `shipComplete="yes"`.
    pub ship_complete: bool,
    /// `Total`: the sum, or on a blanket order the maximum commitment; `None` where none could be
    /// read.
    pub total: Option<Money>,
    /// Where goods go.
    pub ship_to: Option<Address>,
    /// Where the invoice goes.
    pub bill_to: Option<Address>,
    /// What delivery costs.
    pub shipping: Option<Shipping>,
    /// Taxes.
    pub tax: Option<Tax>,
    /// `Payment/PCard`.
    pub payment: Option<PaymentCard>,
    /// When to pay.
    pub payment_terms: Vec<PaymentTerm>,
    /// People.
    pub contacts: Vec<Contact>,
    /// Remarks and attachments.
    pub comments: Vec<Comments>,
    /// `Followup/URL`: where news of this order goes.
    pub followup: Option<String>,
    /// `DocumentReference/@payloadID`: the document of the order that this one changes.
    pub document_reference: Option<String>,
    /// The supplier's number of an order that exists already.
    pub supplier_order_info: Option<SupplierOrderInfo>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

impl OrderRequestHeader {
    /// The value of the extrinsic of that name; names are compared without case.
    pub fn extrinsic(&self, name: &str) -> Option<&str> {
        Extrinsic::find(&self.extrinsics, name)
    }
}

/// `OrderRequestHeader/@type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrderKind {
    /// A new order.
    #[default]
    New,
    /// A change of one.
    Update,
    /// Its cancellation.
    Delete,
}

/// `OrderRequestHeader/@orderType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrderType {
    /// An order for what its lines say.
    #[default]
    Regular,
    /// A commitment up to its total.
    Blanket,
    /// A call on a blanket order or an agreement.
    Release,
}
