//! The orders that an invoice bills.

use super::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{
    InvoiceDetailHeaderOrder, InvoiceDetailOrder, InvoiceDetailOrderInfo, InvoiceDetailOrderSummary,
    InvoiceLine, InvoicedOrder, SupplierOrderInfo,
};

impl Reader<'_> {
    pub(super) fn invoice_order(&mut self) -> Result<InvoiceDetailOrder, Fail> {
        let mut order = InvoiceDetailOrder::default();
        self.children(&grammar::INVOICE_DETAIL_ORDER, |r, name| {
            let line: InvoiceLine = match name {
                "InvoiceDetailOrderInfo" => {
                    order.order_info = r.invoice_order_info()?;
                    return Ok(());
                }
                "InvoiceDetailItem" => r.invoice_item()?.into(),
                "InvoiceDetailServiceItem" => r.invoice_service_item()?.into(),
                _ => return r.pass(name),
            };
            order.lines.push(line);
            Ok(())
        })?;
        if let [only] = order.lines.as_slice()
            && *only == InvoiceLine::default()
        {
            order.lines.clear();
        }
        Ok(order)
    }

    fn invoice_order_info(&mut self) -> Result<InvoiceDetailOrderInfo, Fail> {
        let mut info = InvoiceDetailOrderInfo::default();
        self.children(&grammar::INVOICE_DETAIL_ORDER_INFO, |r, name| {
            match name {
                "OrderReference" => {
                    info.order = Some(InvoicedOrder::Reference(r.order_reference()?));
                }
                "OrderIDInfo" => info.order = Some(InvoicedOrder::Id(r.order_id_info()?)),
                "MasterAgreementReference" => {
                    info.agreement = Some(r.master_agreement_reference()?);
                }
                "MasterAgreementIDInfo" => info.agreement = Some(r.master_agreement_id_info()?),
                "SupplierOrderInfo" => {
                    let order = r.supplier_order_info()?;
                    info.supplier_order = Some(order).filter(|o| *o != SupplierOrderInfo::default());
                }
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(info)
    }

    pub(super) fn invoice_header_order(&mut self) -> Result<InvoiceDetailHeaderOrder, Fail> {
        let mut order = InvoiceDetailHeaderOrder::default();
        self.children(&grammar::INVOICE_DETAIL_HEADER_ORDER, |r, name| {
            match name {
                "InvoiceDetailOrderInfo" => order.order_info = r.invoice_order_info()?,
                "InvoiceDetailOrderSummary" => order.summary = r.invoice_order_summary()?,
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(order)
    }

    fn invoice_order_summary(&mut self) -> Result<InvoiceDetailOrderSummary, Fail> {
        let mut summary = InvoiceDetailOrderSummary {
            invoice_line_number: self.line_number("invoiceLineNumber"),
            inspection_date: self.moment("inspectionDate"),
            ..InvoiceDetailOrderSummary::default()
        };
        self.children(&grammar::INVOICE_DETAIL_ORDER_SUMMARY, |r, name| {
            match name {
                "SubtotalAmount" => summary.subtotal_amount = r.amount(&grammar::SUBTOTAL_AMOUNT)?,
                "Period" => summary.period = Some(r.period()?),
                "Tax" => summary.tax = Some(r.tax()?),
                "GrossAmount" => summary.gross_amount = r.amount(&grammar::GROSS_AMOUNT)?,
                "InvoiceDetailDiscount" => summary.discount = Some(r.invoice_discount()?),
                "NetAmount" => summary.net_amount = r.amount(&grammar::NET_AMOUNT)?,
                "Comments" => summary.comments = Some(r.comments()?),
                "Extrinsic" => summary.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(summary)
    }
}
