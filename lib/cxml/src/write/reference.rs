//! How one document points at another.

use super::output::Output;
use crate::{AgreementReference, OrderIdInfo, OrderReference, SupplierOrderInfo};

impl Output {
    pub(super) fn document_reference(&mut self, payload_id: &str) {
        self.attribute_element("DocumentReference", "payloadID", payload_id);
    }

    pub(super) fn supplier_order_info(&mut self, info: &SupplierOrderInfo) {
        self.attribute_element("SupplierOrderInfo", "orderID", &info.order_id);
    }

    pub(super) fn order_reference(&mut self, reference: &OrderReference) {
        self.element("OrderReference", |o| {
            o.optional_attribute("orderID", reference.order_id.as_ref());
            o.optional_moment("orderDate", reference.order_date.as_ref());
            o.document_reference(&reference.payload_id);
        });
    }

    pub(super) fn order_id_info(&mut self, info: &OrderIdInfo) {
        self.element("OrderIDInfo", |o| {
            o.attribute("orderID", &info.order_id);
            o.optional_moment("orderDate", info.order_date.as_ref());
        });
    }

    pub(super) fn agreement(&mut self, agreement: &AgreementReference) {
        match agreement {
            AgreementReference::Document { payload_id, agreement_id, agreement_date } => {
                self.element("MasterAgreementReference", |o| {
                    o.optional_attribute("agreementID", agreement_id.as_ref());
                    o.optional_moment("agreementDate", agreement_date.as_ref());
                    o.document_reference(payload_id);
                })
            }
            AgreementReference::Id { agreement_id, agreement_date } => {
                self.element("MasterAgreementIDInfo", |o| {
                    o.attribute("agreementID", agreement_id);
                    o.optional_moment("agreementDate", agreement_date.as_ref());
                })
            }
        }
    }
}
