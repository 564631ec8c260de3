//! The orders that an invoice bills.

use super::Output;
use crate::{
    AgreementReference, InvoiceDetailHeaderOrder, InvoiceDetailOrder, InvoiceDetailOrderInfo,
    InvoiceDetailOrderSummary, InvoicedOrder, SupplierOrderInfo,
};

impl Output {
    pub(super) fn invoice_order(&mut self, order: &InvoiceDetailOrder) {
        self.element("InvoiceDetailOrder", |o| {
            o.invoice_order_info(&order.order_info);
            o.some(&order.lines, Output::invoice_line);
        });
    }

    fn invoice_order_info(&mut self, info: &InvoiceDetailOrderInfo) {
        self.element("InvoiceDetailOrderInfo", |o| {
            o.order_and_agreement(info.order.as_ref(), info.agreement.as_ref());
            match (&info.supplier_order, &info.order, &info.agreement) {
                (Some(order), _, _) => o.supplier_order_info(order),
                (None, None, None) => o.supplier_order_info(&SupplierOrderInfo::default()),
                _ => {}
            }
        });
    }

    /// The DTD wants the agreement after an `OrderReference`, but before an `OrderIDInfo`.
    fn order_and_agreement(&mut self, order: Option<&InvoicedOrder>, agreement: Option<&AgreementReference>) {
        if let Some(InvoicedOrder::Reference(reference)) = order {
            self.order_reference(reference);
        }
        self.optional(agreement, Output::agreement);
        if let Some(InvoicedOrder::Id(id)) = order {
            self.order_id_info(id);
        }
    }

    pub(super) fn invoice_header_order(&mut self, order: &InvoiceDetailHeaderOrder) {
        self.element("InvoiceDetailHeaderOrder", |o| {
            o.invoice_order_info(&order.order_info);
            o.invoice_order_summary(&order.summary);
        });
    }

    fn invoice_order_summary(&mut self, summary: &InvoiceDetailOrderSummary) {
        self.element("InvoiceDetailOrderSummary", |o| {
            o.line_number("invoiceLineNumber", summary.invoice_line_number);
            o.optional_moment("inspectionDate", summary.inspection_date.as_ref());
            o.amount("SubtotalAmount", summary.subtotal_amount.as_ref());
            o.optional(summary.period.as_ref(), Output::period);
            o.optional(summary.tax.as_ref(), Output::tax);
            o.optional_amount("GrossAmount", summary.gross_amount.as_ref());
            o.optional(summary.discount.as_ref(), Output::invoice_discount);
            o.optional_amount("NetAmount", summary.net_amount.as_ref());
            o.optional(summary.comments.as_ref(), Output::comments);
            o.each(&summary.extrinsics, Output::extrinsic);
        });
    }
}
