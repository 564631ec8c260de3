//! The PDF that travels beside an invoice's document (R46).

use cxml::model::{Attachment, Body, Comments, Document, Request};
use cxml::multipart::Part;

use super::{Invoice, Sheet, pdf};
use crate::agreement::Agreement;
use crate::marketplace::Marketplace;

/// Names the PDF in the document and returns it, to be sent beside it.
pub fn attach(
    document: &mut Document,
    invoice: &Invoice,
    agreement: &Agreement,
    marketplace: &Marketplace,
) -> Option<Part> {
    let Body::Request { request: Request::InvoiceDetail(request), .. } = &mut document.body else {
        return None;
    };
    let (name, content_id) = (format!("{}.pdf", invoice.number), format!("pdf-{}", invoice.payload_id));
    let attachment = Attachment { name: Some(name.clone()), url: format!("cid:{content_id}") };
    let text = format!("{} as PDF", invoice.number);
    request.header.comments =
        Some(Comments { attachments: vec![attachment], ..Comments::new("en-US", text) });
    Some(Part {
        content_id,
        content_type: "application/pdf".to_owned(),
        file_name: Some(name),
        bytes: pdf(&Sheet::new(invoice, agreement, marketplace)),
    })
}
