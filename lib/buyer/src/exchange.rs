//! One document to the marketplace and its answer, both kept.

use crate::wire::{self, Envelope, Exchange};
use crate::{About, Buyer, BuyerError, Connection, Direction, Document, DocumentId, Fault, Status, System};
use askama::Template;
use jiff::Timestamp;
use std::time::Duration;
use url::Url;

/// A request's own part, before the header goes around it.
pub(crate) struct Outgoing<'a> {
    pub(crate) kind: &'static str,
    pub(crate) about: About,
    pub(crate) url: &'a Url,
    pub(crate) payload_id: &'a str,
    pub(crate) dated: Timestamp,
    pub(crate) body: String,
    pub(crate) faults: &'a [Fault],
}

/// What came back, read.
pub(crate) struct Exchanged {
    pub(crate) sent: DocumentId,
    pub(crate) received: Option<DocumentId>,
    pub(crate) payload_id: String,
    pub(crate) http_status: Option<u16>,
    pub(crate) status: Option<Status>,
    /// The answer is a cXML document, and not only a `<Response>`.
    pub(crate) whole_document: bool,
    pub(crate) start_page: Option<String>,
    /// Why there was no answer.
    pub(crate) failure: Option<String>,
    pub(crate) elapsed: Duration,
}

impl Buyer {
    pub(crate) async fn exchange(&self, out: Outgoing<'_>) -> Result<Exchanged, BuyerError> {
        let connection = self.state().connection()?;
        let envelope = self.envelope(&connection, &out);
        let payload_id = envelope.payload_id.clone();
        let encoded = wire::encode(envelope.render()?, out.faults);
        let sent = self.keep(Direction::Sent, out.kind.to_owned(), &out.about, encoded.text.clone());
        let exchange = wire::post(self.http(), out.url, encoded).await;
        Ok(self.read(exchange, sent, payload_id, &out.about))
    }

    fn envelope(&self, connection: &Connection, out: &Outgoing<'_>) -> Envelope {
        let written = Envelope::new(self.system(), connection, out.payload_id, out.dated, out.body.clone());
        let mut envelope = match self.system() {
            System::Coupa => written,
            System::Ariba => wire::forward(written, connection),
        };
        envelope.apply(out.faults, &connection.shared_secret, self.clock().now());
        envelope
    }

    fn read(&self, exchange: Exchange, sent: DocumentId, payload_id: String, about: &About) -> Exchanged {
        let mut exchanged = Exchanged {
            sent,
            received: None,
            payload_id,
            http_status: None,
            status: None,
            whole_document: false,
            start_page: None,
            failure: None,
            elapsed: exchange.elapsed,
        };
        match exchange.outcome {
            Err(failure) => exchanged.failure = Some(failure),
            Ok(answer) => {
                let read = wire::read_answer(&answer.body);
                let text = String::from_utf8_lossy(&answer.body).into_owned();
                let received = self.keep(Direction::Received, read.kind, about, text);
                self.note_answer(received, answer.http_status, read.status.clone(), exchange.elapsed);
                exchanged.received = Some(received);
                exchanged.http_status = Some(answer.http_status);
                exchanged.status = read.status;
                exchanged.whole_document = read.whole_document;
                exchanged.start_page = read.start_page;
            }
        }
        exchanged
    }

    pub(crate) fn keep(&self, direction: Direction, kind: String, about: &About, text: String) -> DocumentId {
        self.state().keep(Document {
            id: DocumentId(0),
            system: self.system(),
            direction,
            kind,
            about: about.clone(),
            at: self.clock().now(),
            text,
            http_status: None,
            status: None,
            elapsed: None,
        })
    }

    pub(crate) fn note_answer(&self, id: DocumentId, http: u16, status: Option<Status>, elapsed: Duration) {
        if let Some(document) = self.state().document(id) {
            document.http_status = Some(http);
            document.status = status;
            document.elapsed = Some(elapsed);
        }
    }
}
