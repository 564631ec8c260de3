//! The lines of an invoice.

use super::{Output, Since};
use crate::{
    InvoiceDetailItem, InvoiceDetailItemReference, InvoiceDetailServiceItem,
    InvoiceDetailServiceItemReference, InvoiceLine,
};

impl Output {
    pub(super) fn invoice_line(&mut self, line: &InvoiceLine) {
        match line {
            InvoiceLine::Item(item) => self.invoice_item(item),
            InvoiceLine::Service(item) => self.invoice_service_item(item),
        }
    }

    fn invoice_item(&mut self, item: &InvoiceDetailItem) {
        self.element("InvoiceDetailItem", |o| {
            o.line_number("invoiceLineNumber", item.invoice_line_number);
            o.decimal("quantity", item.quantity);
            o.optional_moment("referenceDate", item.reference_date.as_ref());
            o.optional_moment("inspectionDate", item.inspection_date.as_ref());
            o.text_element("UnitOfMeasure", &item.unit_of_measure);
            o.amount("UnitPrice", item.unit_price.as_ref());
            o.optional(item.price_basis_quantity.as_ref(), Output::price_basis_quantity);
            o.item_reference(&item.item_reference);
            o.optional_amount("SubtotalAmount", item.subtotal_amount.as_ref());
            o.optional(item.tax.as_ref(), Output::tax);
            o.optional_amount("GrossAmount", item.gross_amount.as_ref());
            o.optional(item.discount.as_ref(), Output::invoice_discount);
            o.optional_amount("NetAmount", item.net_amount.as_ref());
            o.each(&item.distributions, Output::distribution);
            o.optional(item.comments.as_ref(), Output::comments);
            o.each(&item.extrinsics, Output::extrinsic);
        });
    }

    fn item_reference(&mut self, reference: &InvoiceDetailItemReference) {
        if !reference.classifications.is_empty() {
            self.needs(Since::V069);
        }
        self.element("InvoiceDetailItemReference", |o| {
            o.line_number("lineNumber", reference.line_number);
            o.optional(reference.item_id.as_ref(), Output::item_id);
            o.optional(reference.description.as_ref(), Output::description);
            o.each(&reference.classifications, Output::classification);
            o.optional(reference.manufacturer.as_ref(), |o, (part, name)| {
                o.text_element("ManufacturerPartID", part);
                o.manufacturer_name(name);
            });
            o.optional(reference.country.as_ref(), Output::country);
            o.each(&reference.serial_numbers, |o, number| {
                o.text_element("SerialNumber", number);
            });
        });
    }

    fn invoice_service_item(&mut self, item: &InvoiceDetailServiceItem) {
        self.element("InvoiceDetailServiceItem", |o| {
            o.line_number("invoiceLineNumber", item.invoice_line_number);
            o.optional_decimal("quantity", item.quantity);
            o.optional_moment("referenceDate", item.reference_date.as_ref());
            o.optional_moment("inspectionDate", item.inspection_date.as_ref());
            o.service_item_reference(&item.item_reference);
            o.amount("SubtotalAmount", item.subtotal_amount.as_ref());
            o.optional(item.period.as_ref(), Output::period);
            o.optional(item.unit.as_ref(), |o, (unit, price)| {
                o.text_element("UnitOfMeasure", unit);
                o.amount("UnitPrice", Some(price));
            });
            o.optional(item.tax.as_ref(), Output::tax);
            o.optional_amount("GrossAmount", item.gross_amount.as_ref());
            o.optional(item.discount.as_ref(), Output::invoice_discount);
            o.optional_amount("NetAmount", item.net_amount.as_ref());
            o.each(&item.distributions, Output::distribution);
            o.optional(item.comments.as_ref(), Output::comments);
            o.each(&item.extrinsics, Output::extrinsic);
        });
    }

    fn service_item_reference(&mut self, reference: &InvoiceDetailServiceItemReference) {
        self.element("InvoiceDetailServiceItemReference", |o| {
            o.optional_line_number("lineNumber", reference.line_number);
            o.each(&reference.classifications, Output::classification);
            o.optional(reference.item_id.as_ref(), Output::item_id);
            o.optional(reference.description.as_ref(), Output::description);
        });
    }
}
