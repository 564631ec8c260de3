//! The invoice.

mod header;
mod line;
mod order;
mod summary;

use super::output::Output;
use super::version::Since;
use crate::{InvoiceDetailRequest, InvoiceOrders};

impl Output {
    pub(super) fn invoice_detail_request(&mut self, invoice: &InvoiceDetailRequest) {
        self.element("InvoiceDetailRequest", |o| {
            o.invoice_header(&invoice.header);
            match &invoice.orders {
                InvoiceOrders::Lines(orders) => o.some(orders, Output::invoice_order),
                InvoiceOrders::Headers(orders) => o.some(orders, Output::invoice_header_order),
            }
            o.invoice_summary(&invoice.summary);
        });
    }
}
