//! News about a former document.

use super::output::Output;
use super::version::Since;
use crate::{
    DocumentInfo, DocumentStatus, InvoiceIdInfo, InvoiceStatus, StatusUpdateDetail, StatusUpdateRequest,
};

impl Output {
    pub(super) fn status_update_request(&mut self, update: &StatusUpdateRequest) {
        if !update.extrinsics.is_empty() {
            self.needs(Since::V069);
        }
        self.element("StatusUpdateRequest", |o| {
            o.optional(update.document_reference.as_ref(), |o, id| o.document_reference(id));
            o.status(&update.status);
            match &update.detail {
                Some(StatusUpdateDetail::Sourcing(status)) => o.sourcing_status(status),
                Some(StatusUpdateDetail::Invoice(status)) => o.invoice_status(status),
                Some(StatusUpdateDetail::Document(status)) => o.document_status(status),
                None => {}
            }
            o.each(&update.extrinsics, Output::extrinsic);
        });
    }

    fn invoice_status(&mut self, status: &InvoiceStatus) {
        self.needs(Since::V069);
        self.element("InvoiceStatus", |o| {
            o.keyword("type", status.kind);
            o.optional(status.invoice.as_ref(), Output::invoice_id_info);
            o.optional_amount("PartialAmount", status.partial_amount.as_ref());
            o.each(&status.comments, Output::comments);
        });
    }

    pub(super) fn invoice_id_info(&mut self, info: &InvoiceIdInfo) {
        self.element("InvoiceIDInfo", |o| {
            o.attribute("invoiceID", &info.invoice_id);
            o.optional_moment("invoiceDate", info.invoice_date.as_ref());
        });
    }

    fn document_status(&mut self, status: &DocumentStatus) {
        self.needs(Since::V069);
        self.element("DocumentStatus", |o| {
            o.attribute("type", &status.kind);
            o.optional(status.document.as_ref(), Output::document_info);
            o.each(&status.comments, Output::comments);
        });
    }

    fn document_info(&mut self, info: &DocumentInfo) {
        self.element("DocumentInfo", |o| {
            o.attribute("documentID", &info.document_id);
            o.attribute("documentType", &info.document_type);
            o.optional_moment("documentDate", info.document_date.as_ref());
        });
    }
}
