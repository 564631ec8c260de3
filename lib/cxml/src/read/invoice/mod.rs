//! The invoice.

mod header;
mod line;
mod order;
mod summary;

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{InvoiceDetailHeaderOrder, InvoiceDetailOrder, InvoiceDetailRequest, InvoiceOrders};

impl Reader<'_> {
    pub(super) fn invoice_detail_request(&mut self) -> Result<InvoiceDetailRequest, Fail> {
        let mut invoice = InvoiceDetailRequest::default();
        let (mut lines, mut headers) = (Vec::new(), Vec::new());
        self.children(&grammar::INVOICE_DETAIL_REQUEST, |r, name| {
            match name {
                "InvoiceDetailRequestHeader" => invoice.header = r.invoice_header()?,
                "InvoiceDetailOrder" => lines.push(r.invoice_order()?),
                "InvoiceDetailHeaderOrder" => headers.push(r.invoice_header_order()?),
                "InvoiceDetailSummary" => invoice.summary = r.invoice_summary()?,
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        let has_headers = !headers.is_empty();
        // An empty one stands for none.
        lines.retain(|order| *order != InvoiceDetailOrder::default());
        headers.retain(|order| *order != InvoiceDetailHeaderOrder::default());
        invoice.orders = match has_headers {
            true => InvoiceOrders::Headers(headers),
            false => InvoiceOrders::Lines(lines),
        };
        Ok(invoice)
    }
}
