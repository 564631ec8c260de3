//! What concerns the whole invoice.

use super::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{
    InvoiceDetailHeaderIndicator, InvoiceDetailLineIndicator, InvoiceDetailRequestHeader, InvoicePartner,
    Period,
};

impl Reader<'_> {
    pub(super) fn invoice_header(&mut self) -> Result<InvoiceDetailRequestHeader, Fail> {
        let mut header = InvoiceDetailRequestHeader {
            invoice_id: self.required("invoiceID"),
            invoice_date: self.required_moment("invoiceDate"),
            is_information_only: self.flag("isInformationOnly"),
            purpose: self.operation("purpose")?.unwrap_or_default(),
            operation: self.operation("operation")?.unwrap_or_default(),
            origin: self.keyword("invoiceOrigin"),
            ..InvoiceDetailRequestHeader::default()
        };
        self.children(&grammar::INVOICE_DETAIL_REQUEST_HEADER, |r, name| {
            match name {
                "InvoiceDetailHeaderIndicator" => header.header_indicator = r.header_indicator()?,
                "InvoiceDetailLineIndicator" => header.line_indicator = r.line_indicator()?,
                "InvoicePartner" => header.partners.push(r.invoice_partner()?),
                "DocumentReference" => header.document_reference = Some(r.document_reference()?),
                "InvoiceIDInfo" => header.invoice_id_info = Some(r.invoice_id_info()?),
                "PaymentTerm" => header.payment_terms.push(r.payment_term()?),
                "InvoiceDetailPaymentTerm" => {
                    header.payment_terms.push(r.invoice_payment_term()?);
                }
                "Period" => header.period = Some(r.period()?),
                "Comments" => header.comments = Some(r.comments()?),
                "Extrinsic" => header.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(header)
    }

    fn header_indicator(&mut self) -> Result<InvoiceDetailHeaderIndicator, Fail> {
        let indicator = InvoiceDetailHeaderIndicator {
            is_header_invoice: self.flag("isHeaderInvoice"),
            is_vat_recoverable: self.flag("isVatRecoverable"),
        };
        self.cursor.skip()?;
        Ok(indicator)
    }

    fn line_indicator(&mut self) -> Result<InvoiceDetailLineIndicator, Fail> {
        let indicator = InvoiceDetailLineIndicator {
            is_tax_in_line: self.flag("isTaxInLine"),
            is_special_handling_in_line: self.flag("isSpecialHandlingInLine"),
            is_shipping_in_line: self.flag("isShippingInLine"),
            is_discount_in_line: self.flag("isDiscountInLine"),
            is_accounting_in_line: self.flag("isAccountingInLine"),
        };
        self.cursor.skip()?;
        Ok(indicator)
    }

    fn invoice_partner(&mut self) -> Result<InvoicePartner, Fail> {
        let mut partner = InvoicePartner::default();
        self.children(&grammar::INVOICE_PARTNER, |r, name| {
            match name {
                "Contact" => partner.contact = r.contact()?,
                "IdReference" => partner.id_references.push(r.id_reference()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(partner)
    }

    pub(super) fn period(&mut self) -> Result<Period, Fail> {
        let period = Period {
            start_date: self.required_moment("startDate"),
            end_date: self.required_moment("endDate"),
        };
        self.cursor.skip()?;
        Ok(period)
    }
}
