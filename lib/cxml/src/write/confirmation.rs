//! The supplier's answer to an order.

use super::output::Output;
use crate::{ConfirmationHeader, ConfirmationItem, ConfirmationRequest, ConfirmationStatus, ConfirmedDetail};

impl Output {
    pub(super) fn confirmation_request(&mut self, confirmation: &ConfirmationRequest) {
        self.element("ConfirmationRequest", |o| {
            o.confirmation_header(&confirmation.header);
            o.order_reference(&confirmation.order_reference);
            o.each(&confirmation.items, Output::confirmation_item);
        });
    }

    fn confirmation_header(&mut self, header: &ConfirmationHeader) {
        self.element("ConfirmationHeader", |o| {
            o.optional_attribute("confirmID", header.confirm_id.as_ref());
            o.keyword_unless_default("operation", header.operation);
            o.keyword("type", header.kind);
            o.moment("noticeDate", &header.notice_date);
            o.optional_attribute("invoiceID", header.invoice_id.as_ref());
            o.optional(header.document_reference.as_ref(), |o, id| o.document_reference(id));
            o.optional_amount("Total", header.total.as_ref());
            o.optional(header.shipping.as_ref(), Output::shipping);
            o.optional(header.tax.as_ref(), Output::tax);
            o.each(&header.contacts, Output::contact);
            o.all_comments(&header.comments);
            o.each(&header.extrinsics, Output::extrinsic);
        });
    }

    fn confirmation_item(&mut self, item: &ConfirmationItem) {
        self.element("ConfirmationItem", |o| {
            o.decimal("quantity", item.quantity);
            o.line_number("lineNumber", item.line_number);
            o.text_element("UnitOfMeasure", &item.unit_of_measure);
            o.each(&item.contacts, Output::contact);
            o.some(&item.statuses, Output::confirmation_status);
        });
    }

    fn confirmation_status(&mut self, status: &ConfirmationStatus) {
        self.element("ConfirmationStatus", |o| {
            o.decimal("quantity", status.quantity);
            o.keyword("type", status.kind);
            o.optional_moment("shipmentDate", status.shipment_date.as_ref());
            o.optional_moment("deliveryDate", status.delivery_date.as_ref());
            o.text_element("UnitOfMeasure", &status.unit_of_measure);
            match &status.detail {
                ConfirmedDetail::Item(item) => o.item_in(item),
                ConfirmedDetail::Price { unit_price, tax, shipping } => {
                    o.optional_amount("UnitPrice", unit_price.as_ref());
                    o.optional(tax.as_ref(), Output::tax);
                    o.optional(shipping.as_ref(), Output::shipping);
                }
            }
            o.all_comments(&status.comments);
            o.each(&status.extrinsics, Output::extrinsic);
        });
    }
}
