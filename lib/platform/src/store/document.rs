//! Documents in and out, kept for the inspector (R57).

use jiff::Timestamp;
use procurement::id::ConnectionId;

use super::{Store, keys};
use crate::documents::{About, Direction, Document, DocumentError};
use crate::table::{CommitError, ReadError, Transaction};

/// A document to be kept, and whose it is.
#[derive(Clone, Debug)]
pub struct DocumentRef<'a> {
    /// Names it in the store.
    pub id: String,
    /// Over which connection it came or went.
    pub connection: ConnectionId,
    /// Which way.
    pub direction: Direction,
    /// What it is.
    pub kind: &'a str,
    /// Its payloadID.
    pub payload_id: &'a str,
    /// The document.
    pub content: &'a [u8],
}

impl DocumentRef<'_> {
    pub(super) fn put_into(
        &self,
        transaction: Transaction,
        now: Timestamp,
    ) -> Result<Transaction, DocumentError> {
        let about = About {
            direction: self.direction,
            kind: self.kind.to_owned(),
            payload_id: self.payload_id.chars().take(255).collect(),
            at: now,
        };
        let document = Document::new(&keys::document(&self.id), self.content, now)?;
        Ok(document.about(about, keys::documents_of(self.connection, now)).put_into(transaction))
    }
}

impl Store {
    /// Keeps a document; one write.
    pub async fn put_document(&self, document: &DocumentRef<'_>, now: Timestamp) -> Result<(), CommitError> {
        let transaction = document.put_into(Transaction::new(), now);
        self.commit(transaction.map_err(|error| CommitError::Refused(error.to_string()))?).await
    }

    /// A document's content, while it is kept.
    pub async fn document(&self, id: &str) -> Result<Option<Vec<u8>>, ReadError> {
        Document::read(&self.table, &keys::document(id)).await
    }
}
