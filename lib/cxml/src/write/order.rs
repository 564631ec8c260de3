//! The purchase order.

use super::output::Output;
use super::version::Since;
use crate::{OrderRequest, OrderRequestHeader, OrderType};

impl Output {
    pub(super) fn order_request(&mut self, order: &OrderRequest) {
        self.element("OrderRequest", |o| {
            o.order_request_header(&order.header);
            o.some(&order.items, Output::item_out);
        });
    }

    fn order_request_header(&mut self, header: &OrderRequestHeader) {
        if is_about_blanket_orders(header) {
            self.needs(Since::V020);
        }
        self.element("OrderRequestHeader", |o| {
            o.order_request_header_attributes(header);
            o.amount("Total", header.total.as_ref());
            o.optional(header.ship_to.as_ref(), |o, place| o.place("ShipTo", place));
            o.required(header.bill_to.as_ref(), |o, place| o.place("BillTo", place));
            o.optional(header.shipping.as_ref(), Output::shipping);
            o.optional(header.tax.as_ref(), Output::tax);
            o.optional(header.payment.as_ref(), Output::payment);
            o.each(&header.payment_terms, Output::payment_term);
            o.each(&header.contacts, Output::contact);
            o.all_comments(&header.comments);
            o.optional(header.followup.as_ref(), |o, url| o.url_element("Followup", url));
            o.optional(header.document_reference.as_ref(), |o, id| o.document_reference(id));
            o.optional(header.supplier_order_info.as_ref(), Output::supplier_order_info);
            o.each(&header.extrinsics, Output::extrinsic);
        });
    }

    fn order_request_header_attributes(&mut self, header: &OrderRequestHeader) {
        self.attribute("orderID", &header.order_id);
        self.moment("orderDate", &header.order_date);
        self.keyword_unless_default("orderType", header.order_type);
        self.flag("releaseRequired", header.release_required);
        self.keyword("type", header.kind);
        self.optional_attribute("orderVersion", header.order_version.as_ref());
        self.flag("isInternalVersion", header.is_internal_version);
        self.optional_attribute("parentAgreementID", header.parent_agreement_id.as_ref());
        self.optional_attribute("parentAgreementPayloadID", header.parent_agreement_payload_id.as_ref());
        self.optional_moment("effectiveDate", header.effective_date.as_ref());
        self.optional_moment("expirationDate", header.expiration_date.as_ref());
        self.optional_attribute("agreementID", header.agreement_id.as_ref());
        self.optional_attribute("agreementPayloadID", header.agreement_payload_id.as_ref());
        self.optional_attribute("requisitionID", header.requisition_id.as_ref());
        self.flag("shipComplete", header.ship_complete);
    }
}

/// What 1.2.014 did not have.
fn is_about_blanket_orders(header: &OrderRequestHeader) -> bool {
    header.order_type == OrderType::Blanket
        || header.release_required
        || header.parent_agreement_id.is_some()
        || header.parent_agreement_payload_id.is_some()
        || header.effective_date.is_some()
        || header.expiration_date.is_some()
}
