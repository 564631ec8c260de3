//! What concerns the whole invoice.

use super::{Output, Since};
use crate::{
    InvoiceDetailHeaderIndicator, InvoiceDetailLineIndicator, InvoiceDetailRequestHeader, InvoicePartner,
    InvoicePurpose, Period,
};

impl Output {
    pub(super) fn invoice_header(&mut self, header: &InvoiceDetailRequestHeader) {
        if header.purpose == InvoicePurpose::LineLevelDebitMemo {
            self.needs(Since::V069);
        }
        self.element("InvoiceDetailRequestHeader", |o| {
            o.attribute("invoiceID", &header.invoice_id);
            o.flag("isInformationOnly", header.is_information_only);
            o.keyword("purpose", header.purpose);
            o.keyword("operation", header.operation);
            o.moment("invoiceDate", &header.invoice_date);
            o.optional_keyword("invoiceOrigin", header.origin);
            o.header_indicator(header.header_indicator);
            o.line_indicator(header.line_indicator);
            o.each(&header.partners, Output::invoice_partner);
            o.optional(header.document_reference.as_ref(), |o, id| o.document_reference(id));
            o.optional(header.invoice_id_info.as_ref(), Output::invoice_id_info);
            o.each(&header.payment_terms, Output::payment_term);
            o.optional(header.period.as_ref(), Output::period);
            o.optional(header.comments.as_ref(), Output::comments);
            o.each(&header.extrinsics, Output::extrinsic);
        });
    }

    fn header_indicator(&mut self, indicator: InvoiceDetailHeaderIndicator) {
        self.element("InvoiceDetailHeaderIndicator", |o| {
            o.flag("isHeaderInvoice", indicator.is_header_invoice);
            o.flag("isVatRecoverable", indicator.is_vat_recoverable);
        });
    }

    fn line_indicator(&mut self, indicator: InvoiceDetailLineIndicator) {
        self.element("InvoiceDetailLineIndicator", |o| {
            o.flag("isTaxInLine", indicator.is_tax_in_line);
            o.flag("isSpecialHandlingInLine", indicator.is_special_handling_in_line);
            o.flag("isShippingInLine", indicator.is_shipping_in_line);
            o.flag("isDiscountInLine", indicator.is_discount_in_line);
            o.flag("isAccountingInLine", indicator.is_accounting_in_line);
        });
    }

    fn invoice_partner(&mut self, partner: &InvoicePartner) {
        self.element("InvoicePartner", |o| {
            o.contact(&partner.contact);
            o.each(&partner.id_references, Output::id_reference);
        });
    }

    pub(super) fn period(&mut self, period: &Period) {
        self.element("Period", |o| {
            o.moment("startDate", &period.start_date);
            o.moment("endDate", &period.end_date);
        });
    }
}
