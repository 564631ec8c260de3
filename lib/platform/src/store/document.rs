//! Documents in and out, kept for the inspector (R57).

use jiff::Timestamp;
use procurement::connection::Deployment;
use procurement::id::ConnectionId;
use procurement::inspector::without_secrets;
use serde::Deserialize;

use super::{Store, keys};
use crate::documents::{About, Direction, Document, DocumentError};
use crate::table::{CommitError, Index, Item, Query, ReadError, Transaction};

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
    /// What else it is found by: the number of an order, a requester, the payloadID of what it answers.
    pub names: Vec<String>,
    /// The Status code, of an answer.
    pub code: Option<u16>,
    /// Which set of credentials proved its sender, of what came in (R20).
    pub proved_by: Option<Deployment>,
    /// The document; its secrets are not kept (R15).
    pub content: &'a [u8],
}

/// The most names of a document.
const MAX_NAMES: usize = 8;
/// The most documents that are listed.
const LISTED: u32 = 1_000;

/// A document that is kept, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDocument {
    /// Names it in the store.
    pub id: String,
    /// What is known of it.
    pub about: About,
}

#[derive(Deserialize)]
struct Listed {
    #[serde(default)]
    about: Option<About>,
}

fn kept(item: Item) -> Result<Option<KeptDocument>, ReadError> {
    let record = item.decode::<Listed>()?;
    let id = record.key.pk.strip_prefix("DOC#").unwrap_or_default().to_owned();
    Ok(record.body.about.map(|about| KeptDocument { id, about }))
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
            names: self.names.iter().take(MAX_NAMES).map(|name| name.chars().take(255).collect()).collect(),
            code: self.code,
            proved_by: self.proved_by,
        };
        let content = without_secrets(self.content);
        let document = Document::new(&keys::document(&self.id), &content, now)?;
        Ok(document.about(about, keys::documents_of(self.connection, now)).put_into(transaction))
    }
}

impl Store {
    /// Keeps a document; one write.
    pub async fn put_document(&self, document: &DocumentRef<'_>, now: Timestamp) -> Result<(), CommitError> {
        let transaction = document.put_into(Transaction::new(), now);
        self.commit(transaction.map_err(|error| CommitError::Refused(error.to_string()))?).await
    }

    /// What is known of a connection's newest documents, newest first.
    pub async fn documents_of(&self, connection: ConnectionId) -> Result<Vec<KeptDocument>, ReadError> {
        let place = keys::documents_of(connection, Timestamp::UNIX_EPOCH);
        let query = Query::on(Index::Gsi1, place.pk).descending().limit(LISTED);
        let items = self.table.query(&query).await?.items;
        items.into_iter().filter_map(|item| kept(item).transpose()).collect()
    }

    /// A document's content, while it is kept.
    pub async fn document(&self, id: &str) -> Result<Option<Vec<u8>>, ReadError> {
        Document::read(&self.table, &keys::document(id)).await
    }
}
