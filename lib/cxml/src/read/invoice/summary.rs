//! The sums of an invoice.

use super::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{InvoiceDetailDiscount, InvoiceDetailSummary, SpecialHandling, Tax};

impl Reader<'_> {
    pub(super) fn invoice_summary(&mut self) -> Result<InvoiceDetailSummary, Fail> {
        let mut summary = InvoiceDetailSummary::default();
        self.children(&grammar::INVOICE_DETAIL_SUMMARY, |r, name| {
            match name {
                "SubtotalAmount" => summary.subtotal_amount = r.amount(&grammar::SUBTOTAL_AMOUNT)?,
                "Tax" => summary.tax = Some(r.tax()?).filter(|tax| *tax != Tax::default()),
                "SpecialHandlingAmount" => summary.special_handling = Some(r.special_handling()?),
                "ShippingAmount" => summary.shipping_amount = r.amount(&grammar::SHIPPING_AMOUNT)?,
                "GrossAmount" => summary.gross_amount = r.amount(&grammar::GROSS_AMOUNT)?,
                "InvoiceDetailDiscount" => summary.discount = Some(r.invoice_discount()?),
                "NetAmount" => summary.net_amount = r.amount(&grammar::NET_AMOUNT)?,
                "DepositAmount" => summary.deposit_amount = r.amount(&grammar::DEPOSIT_AMOUNT)?,
                "DueAmount" => summary.due_amount = r.amount(&grammar::DUE_AMOUNT)?,
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(summary)
    }

    fn special_handling(&mut self) -> Result<SpecialHandling, Fail> {
        let mut handling = SpecialHandling::default();
        self.children(&grammar::SPECIAL_HANDLING_AMOUNT, |r, name| {
            match name {
                "Money" => handling.amount = r.money()?,
                "Description" => handling.description = Some(r.description()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(handling)
    }

    pub(super) fn invoice_discount(&mut self) -> Result<InvoiceDetailDiscount, Fail> {
        let percentage_rate = self.decimal("percentageRate");
        let amount = self.amount(&grammar::INVOICE_DETAIL_DISCOUNT)?;
        Ok(InvoiceDetailDiscount { amount, percentage_rate })
    }
}
