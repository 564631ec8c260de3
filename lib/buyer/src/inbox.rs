//! The invoice inbox: `POST /cxml/invoices`.

use crate::invoice::InboxFault;
use crate::law::{BookableInvoice, Inbox, Judged, judge_invoice, read, status};
use crate::parcel::{self, Attachment};
use crate::{About, Buyer, BuyerError, Direction, Document, DocumentId, Invoice, Status, wire};

/// What the inbox answers, or how it fails to.
pub(crate) enum InboxAnswer {
    Document(String),
    Page(u16),
    Silence,
    Broken,
}

impl Buyer {
    /// Makes the inbox fail on coming invoices; each call adds to the queue.
    pub fn fail_next_invoice(&self, fault: InboxFault) {
        self.fail_next_invoices(1, fault);
    }

    /// Makes the inbox fail in the same way this many times.
    pub fn fail_next_invoices(&self, times: usize, fault: InboxFault) {
        self.state().inbox_faults.extend(std::iter::repeat_n(fault, times));
    }

    /// The real answer, or what the next queued fault makes of it.
    pub(crate) fn take_invoice(&self, content_type: &str, body: &[u8]) -> Result<InboxAnswer, BuyerError> {
        let (document, attachments) = parcel::open(content_type, body);
        let body = &document;
        let received = self.keep_invoice(body);
        self.state().attachments.extend(attachments);
        let fault = self.state().inbox_faults.pop_front();
        Ok(match fault {
            None => InboxAnswer::Document(self.answer_invoice(received, self.book_invoice(body, received))?),
            Some(InboxFault::Status(code)) => InboxAnswer::Document(
                self.answer_invoice(received, status(code, "The inbox was told to answer this"))?,
            ),
            Some(InboxFault::Http(code)) => InboxAnswer::Page(code),
            Some(InboxFault::NotCxml) => InboxAnswer::Page(200),
            Some(InboxFault::Hang) => InboxAnswer::Silence,
            Some(InboxFault::Drop) => InboxAnswer::Broken,
            Some(InboxFault::HangAfterTaking) => {
                self.book_invoice(body, received);
                InboxAnswer::Silence
            }
            Some(InboxFault::DropAfterTaking) => {
                self.book_invoice(body, received);
                InboxAnswer::Broken
            }
        })
    }

    /// Every file that came beside an invoice.
    pub fn attachments(&self) -> Vec<Attachment> {
        self.state().attachments.clone()
    }

    fn keep_invoice(&self, body: &[u8]) -> DocumentId {
        let text = String::from_utf8_lossy(body).into_owned();
        let about = About::Invoice(invoice_number(body));
        self.keep(Direction::Received, "InvoiceDetailRequest".into(), &about, text)
    }

    /// Judges and books; the Status is what a faultless inbox answers.
    fn book_invoice(&self, body: &[u8], document: DocumentId) -> Status {
        let invoicing = self.invoicing();
        let now = self.clock().now();
        let mut state = self.state();
        let inbox = Inbox {
            invoicing: &invoicing,
            supplier: state.connection.as_ref().map(|connection| &connection.supplier),
            orders: &state.orders,
            invoices: &state.invoices,
        };
        match judge_invoice(body, &inbox) {
            Err(refusal) => refusal,
            Ok(Judged::Cancel(number)) => {
                state.invoices.iter_mut().filter(|it| it.number == number).for_each(|it| it.cancelled = true);
                status(200, format!("Invoice {number} is cancelled"))
            }
            Ok(Judged::Book(invoice)) => {
                let accepted = status(200, format!("Invoice {} is accepted", invoice.number));
                state.invoices.push(booked(invoice, now, document));
                accepted
            }
        }
    }

    fn answer_invoice(&self, received: DocumentId, status: Status) -> Result<String, BuyerError> {
        let now = self.clock().now();
        let payload_id = self.state().ids.payload_id(now, &self.config().host);
        let text = wire::response(&status, self.invoicing().bare_response, payload_id, now)?;
        let mut state = self.state();
        let Some(invoice) = state.document(received) else {
            return Ok(text);
        };
        invoice.status = Some(status);
        let answer = Document {
            direction: Direction::Sent,
            kind: "Response".into(),
            text: text.clone(),
            at: now,
            ..invoice.clone()
        };
        state.keep(answer);
        Ok(text)
    }
}

/// What the document calls itself, also when it is refused.
fn invoice_number(body: &[u8]) -> String {
    let Ok(tree) = read(body) else {
        return String::new();
    };
    let header = tree.root.at("Request/InvoiceDetailRequest/InvoiceDetailRequestHeader");
    header.and_then(|header| header.attribute("invoiceID")).unwrap_or_default().to_owned()
}

fn booked(invoice: BookableInvoice, received: jiff::Timestamp, document: DocumentId) -> Invoice {
    Invoice {
        number: invoice.number,
        order: invoice.order,
        dated: invoice.dated,
        currency: invoice.currency,
        lines: invoice.lines,
        subtotal: invoice.subtotal,
        tax: invoice.tax,
        net: invoice.net,
        payload_id: invoice.payload_id,
        cancelled: false,
        received,
        document,
    }
}
