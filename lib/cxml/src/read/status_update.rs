//! News about a former document.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{
    DocumentInfo, DocumentStatus, InvoiceIdInfo, InvoiceStatus, StatusUpdateDetail, StatusUpdateRequest,
};

impl Reader<'_> {
    pub(super) fn status_update_request(&mut self) -> Result<StatusUpdateRequest, Fail> {
        let mut update = StatusUpdateRequest::default();
        self.children(&grammar::STATUS_UPDATE_REQUEST, |r, name| {
            match name {
                "DocumentReference" => update.document_reference = Some(r.document_reference()?),
                "Status" => update.status = r.status()?,
                "SourcingStatus" => {
                    update.detail = Some(StatusUpdateDetail::Sourcing(r.sourcing_status()?));
                }
                "InvoiceStatus" => {
                    update.detail = Some(StatusUpdateDetail::Invoice(r.invoice_status()?));
                }
                "DocumentStatus" => {
                    update.detail = Some(StatusUpdateDetail::Document(r.document_status()?));
                }
                "Extrinsic" => update.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(update)
    }

    fn invoice_status(&mut self) -> Result<InvoiceStatus, Fail> {
        let mut status =
            InvoiceStatus { kind: self.operation("type")?.unwrap_or_default(), ..InvoiceStatus::default() };
        self.children(&grammar::INVOICE_STATUS, |r, name| {
            match name {
                "InvoiceIDInfo" => status.invoice = Some(r.invoice_id_info()?),
                "PartialAmount" => status.partial_amount = r.amount(&grammar::PARTIAL_AMOUNT)?,
                "Comments" => status.comments.push(r.comments()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(status)
    }

    pub(super) fn invoice_id_info(&mut self) -> Result<InvoiceIdInfo, Fail> {
        let info = InvoiceIdInfo {
            invoice_id: self.required("invoiceID"),
            invoice_date: self.moment("invoiceDate"),
        };
        self.cursor.skip()?;
        Ok(info)
    }

    fn document_status(&mut self) -> Result<DocumentStatus, Fail> {
        let mut status = DocumentStatus { kind: self.required("type"), ..DocumentStatus::default() };
        self.children(&grammar::DOCUMENT_STATUS, |r, name| {
            match name {
                "DocumentInfo" => status.document = Some(r.document_info()?),
                "Comments" => status.comments.push(r.comments()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(status)
    }

    fn document_info(&mut self) -> Result<DocumentInfo, Fail> {
        let info = DocumentInfo {
            document_id: self.required("documentID"),
            document_type: self.required("documentType"),
            document_date: self.moment("documentDate"),
        };
        self.cursor.skip()?;
        Ok(info)
    }
}
