//! The search index beside the catalogue: one block of bytes in pieces, and a record that says which pieces hold.
//!
//! A new index is written under a name of its own before the record is changed to name it, together with the catalogue's
//! version: whoever reads finds the old index or the new one, whole. The pieces of the index before are left for those who
//! are still reading them, and taken away when the next one comes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Store, Versioned, keys, put, record, take};
use crate::table::{CommitError, Key, ReadError, Transaction};

/// An item may have 400 KB; the rest is for its keys.
const PIECE: usize = 350 * 1024;

/// Which pieces hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredIndex {
    /// Counts the changes, for optimistic locking.
    pub version: u64,
    /// The pieces' own name.
    pub generation: String,
    /// SHA-256 of the whole, in hexadecimal.
    digest: String,
    pieces: usize,
    /// The catalogue's version that it was built of.
    pub catalogue: Timestamp,
    /// The index before, and how many pieces it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<(String, usize)>,
    /// Listings are being written that it does not know; it serves until the next one is kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_behind: bool,
}

/// What there is to be searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchState {
    /// When the catalogue changed last.
    pub catalogue: Option<Timestamp>,
    /// The index that is kept.
    pub index: Option<StoredIndex>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Piece {
    #[serde(with = "serde_bytes")]
    content: Vec<u8>,
}

impl Versioned for StoredIndex {
    fn version(&self) -> u64 {
        self.version
    }
}

impl Store {
    /// What there is to be searched; one read.
    pub async fn search_state(&self) -> Result<SearchState, ReadError> {
        let (catalogue, index) = (keys::catalogue_version(), keys::search_index());
        let mut batch = self.table.batch_get([catalogue.clone(), index.clone()]).await?;
        Ok(SearchState { catalogue: take(&mut batch, &catalogue)?, index: take(&mut batch, &index)? })
    }

    /// The bytes of an index; none if another one has taken its place meanwhile.
    pub async fn search_index(&self, index: &StoredIndex) -> Result<Option<Vec<u8>>, ReadError> {
        let keys = pieces(&index.generation, index.pieces);
        let mut batch = self.table.batch_get(keys.iter().cloned()).await?;
        let mut bytes = Vec::with_capacity(index.pieces * PIECE);
        for key in &keys {
            match take::<Piece>(&mut batch, key)? {
                Some(piece) => bytes.extend_from_slice(&piece.content),
                None => return Ok(None),
            }
        }
        if digest(&bytes) == index.digest {
            return Ok(Some(bytes));
        }
        let reason = "its pieces do not belong together".to_owned();
        Err(ReadError::Damaged { key: keys::search_index(), reason })
    }

    /// Notes that listings are about to be written: if they are, and no index of them comes, the next import makes one.
    pub async fn leave_search_index_behind(&self, index: &StoredIndex) -> Result<(), CommitError> {
        let behind = StoredIndex { version: index.version + 1, is_behind: true, ..index.clone() };
        self.commit(put(Transaction::new(), &record(keys::search_index(), &behind))).await
    }

    /// Keeps an index of the catalogue as it is at `now`, and notes that the catalogue changed. `before` is what was read
    /// before the listings were; if another index has come since, this is a conflict and nothing is kept.
    pub async fn put_search_index(
        &self,
        bytes: &[u8],
        generation: &str,
        before: Option<&StoredIndex>,
        now: Timestamp,
    ) -> Result<StoredIndex, CommitError> {
        let index = StoredIndex {
            version: before.map_or(1, |before| before.version + 1),
            generation: generation.to_owned(),
            digest: digest(bytes),
            pieces: bytes.len().div_ceil(PIECE),
            catalogue: now,
            before: before.map(|before| (before.generation.clone(), before.pieces)),
            is_behind: false,
        };
        for (key, content) in pieces(generation, index.pieces).into_iter().zip(bytes.chunks(PIECE)) {
            let piece = record(key, &Piece { content: content.to_vec() });
            self.commit(Transaction::new().put(&piece)).await?;
        }
        let transaction = put(Transaction::new(), &record(keys::search_index(), &index));
        let transaction = transaction.put(&record(keys::catalogue_version(), &now));
        match self.commit(transaction).await {
            Ok(()) => {
                let gone = before.and_then(|before| before.before.as_ref());
                self.remove_pieces(gone).await;
                Ok(index)
            }
            Err(error @ (CommitError::Conflict { .. } | CommitError::Contention)) => {
                self.remove_pieces(Some(&(index.generation, index.pieces))).await;
                Err(error)
            }
            Err(error) => Err(error),
        }
    }

    /// Nobody reads them any more; what cannot be removed only takes up room.
    async fn remove_pieces(&self, index: Option<&(String, usize)>) {
        for key in index.iter().flat_map(|(generation, count)| pieces(generation, *count)) {
            if let Err(error) = self.commit(Transaction::new().delete(key)).await {
                tracing::warn!(%error, "a piece of a former search index was not removed");
            }
        }
    }
}

fn pieces(generation: &str, count: usize) -> Vec<Key> {
    (0..count).map(|number| keys::search_piece(generation, number)).collect()
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
