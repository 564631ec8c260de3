//! The invoice.

mod header;
mod line;
mod order;
mod summary;

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{InvoiceDetailOrder, InvoiceDetailRequest, InvoiceOrders};

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
        if let [only] = lines.as_slice()
            && *only == InvoiceDetailOrder::default()
        {
            lines.clear();
        }
        invoice.orders = match headers.is_empty() {
            true => InvoiceOrders::Lines(lines),
            false => InvoiceOrders::Headers(headers),
        };
        Ok(invoice)
    }
}
