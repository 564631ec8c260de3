//! What is POSTed: the document, and the PDF beside it where the connection wants one.

use cxml::model::Document;
use cxml::multipart::{self, Part};
use cxml::{Secret, WriteOptions};
use procurement::connection::InvoiceDelivery;
use procurement::invoice::{self, Invoice};
use procurement::marketplace::Marketplace;

use platform::store::InvoiceWork;

const XML: &str = "text/xml; charset=UTF-8";

/// A document that is ready to go.
#[derive(Clone, Debug)]
pub(crate) struct Parcel {
    pub(crate) document: Document,
    pdf: Option<Part>,
    version: String,
    names: Vec<String>,
}

/// What goes over the wire.
pub(crate) struct Message {
    pub(crate) content_type: String,
    pub(crate) body: Vec<u8>,
}

// === impl Parcel ===

impl Parcel {
    /// The invoice, or the credit, as this connection takes it.
    pub(crate) fn invoice(
        work: &InvoiceWork,
        invoice: &Invoice,
        delivery: &InvoiceDelivery,
        secret: Secret,
        marketplace: &Marketplace,
    ) -> Self {
        let mut document = invoice::build(invoice, &work.agreement, delivery, secret, marketplace);
        let wanted = work.connection.settings.invoices.attach_pdf;
        let pdf =
            wanted.then(|| invoice::attach(&mut document, invoice, &work.agreement, marketplace)).flatten();
        Self { document, pdf, version: delivery.version.clone(), names: names(work, invoice) }
    }

    /// A document without anything beside it.
    pub(crate) fn plain(document: Document, delivery: &InvoiceDelivery, names: Vec<String>) -> Self {
        Self { document, pdf: None, version: delivery.version.clone(), names }
    }

    /// The request to forget an invoice.
    pub(crate) fn withdrawal(
        work: &InvoiceWork,
        invoice: &Invoice,
        delivery: &InvoiceDelivery,
        secret: Secret,
        marketplace: &Marketplace,
    ) -> Self {
        let document = invoice::withdrawal(invoice, &work.agreement, delivery, secret, marketplace);
        Self { document, pdf: None, version: delivery.version.clone(), names: names(work, invoice) }
    }

    /// What it is found by in the inspector (R57).
    pub(crate) fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    /// What goes over the wire.
    pub(crate) fn message(&self) -> Message {
        let text = cxml::write(&self.document, &WriteOptions::version(&*self.version));
        match &self.pdf {
            None => Message { content_type: XML.to_owned(), body: text.into_bytes() },
            Some(pdf) => {
                let (content_type, body) = multipart::write(&text, std::slice::from_ref(pdf));
                Message { content_type, body }
            }
        }
    }

    /// What is kept for the inspector: no secret is in it.
    pub(crate) fn without_secret(&self) -> String {
        let mut document = self.document.clone();
        for credential in document.header.iter_mut().flat_map(|header| &mut header.sender.credentials) {
            credential.secret = credential.secret.as_ref().map(|_| Secret::from("********"));
        }
        cxml::write(&document, &WriteOptions::version(&*self.version))
    }
}

fn names(work: &InvoiceWork, invoice: &Invoice) -> Vec<String> {
    let mut names = vec![invoice.number.clone(), work.agreement.order.order_id.clone()];
    names.extend(work.agreement.requester.names());
    names
}
