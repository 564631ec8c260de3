//! The sums of an invoice.

use super::Output;
use crate::{InvoiceDetailDiscount, InvoiceDetailSummary, SpecialHandling};

impl Output {
    pub(super) fn invoice_summary(&mut self, summary: &InvoiceDetailSummary) {
        self.element("InvoiceDetailSummary", |o| {
            o.amount("SubtotalAmount", summary.subtotal_amount.as_ref());
            o.required(summary.tax.as_ref(), Output::tax);
            o.optional(summary.special_handling.as_ref(), Output::special_handling);
            o.optional_amount("ShippingAmount", summary.shipping_amount.as_ref());
            o.optional_amount("GrossAmount", summary.gross_amount.as_ref());
            o.optional(summary.discount.as_ref(), Output::invoice_discount);
            o.amount("NetAmount", summary.net_amount.as_ref());
            o.optional_amount("DepositAmount", summary.deposit_amount.as_ref());
            o.optional_amount("DueAmount", summary.due_amount.as_ref());
        });
    }

    fn special_handling(&mut self, handling: &SpecialHandling) {
        self.element("SpecialHandlingAmount", |o| {
            o.required(handling.amount.as_ref(), Output::money);
            o.optional(handling.description.as_ref(), Output::description);
        });
    }

    pub(super) fn invoice_discount(&mut self, discount: &InvoiceDetailDiscount) {
        self.element("InvoiceDetailDiscount", |o| {
            o.optional_decimal("percentageRate", discount.percentage_rate);
            o.required(discount.amount.as_ref(), Output::money);
        });
    }
}
