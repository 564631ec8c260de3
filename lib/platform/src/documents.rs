//! Whole documents in the table: compressed, in pieces that fit into an item, with an end of life.
//!
//! A document is kept under a key; its pieces lie beside each other under the same `pk`, so they can be written in the
//! transaction of the record that they belong to, and read with one query.

use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use jiff::{SignedDuration, Timestamp};
use procurement::connection::Deployment;
use serde::{Deserialize, Serialize};

use crate::table::{Gsi1, Key, Query, ReadError, Record, Table, Transaction};

/// An item may have 400 KB; the rest is for its keys.
pub const PIECE: usize = 350 * 1024;
/// A transaction may have 4 MB; the rest is for what is written with the document.
pub const MOST_PIECES: usize = 10;
/// How long documents are kept (R57).
pub const KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);

/// A document, compressed and cut, not yet stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pieces: Vec<Record<Piece>>,
}

/// What is known about a document without reading it; kept with its first piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Whether it came in or went out.
    pub direction: Direction,
    /// What it is: `PunchOutSetupRequest`, `OrderRequest`, …
    pub kind: String,
    /// Its payloadID.
    pub payload_id: String,
    /// When it came or went.
    pub at: Timestamp,
    /// What else it is found by: the number of an order, a requester, the payloadID of what it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// The Status code, of an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<u16>,
    /// Which set of credentials proved its sender, of what came in (R20).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proved_by: Option<Deployment>,
}

/// Which way a document went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    In,
    Out,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Piece {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    about: Option<About>,
    /// How many there are of this document.
    pieces: usize,
    /// Bytes of the whole, uncompressed.
    length: usize,
    #[serde(with = "serde_bytes")]
    content: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    #[error("the document has {0} bytes even when compressed, more than can be stored; send a smaller one")]
    TooLarge(usize),
    #[error("the document could not be compressed: {0}")]
    NotCompressed(String),
}

// === impl Document ===

impl Document {
    /// Compresses and cuts `content`, to be stored at `now` under `key`.
    pub fn new(key: &Key, content: &[u8], now: Timestamp) -> Result<Self, DocumentError> {
        let compressed =
            compress(content).map_err(|error| DocumentError::NotCompressed(error.to_string()))?;
        if compressed.len() > PIECE * MOST_PIECES {
            return Err(DocumentError::TooLarge(compressed.len()));
        }
        let pieces = compressed.len().div_ceil(PIECE);
        let cut = compressed.chunks(PIECE).enumerate().map(|(position, some)| {
            let piece = Piece { about: None, pieces, length: content.len(), content: some.to_vec() };
            Record::new(piece_key(key, position), piece).expires(end_of_life(now))
        });
        Ok(Self { pieces: cut.collect() })
    }

    /// The same with what is known about it, findable in the general index under `place`.
    #[must_use]
    pub fn about(mut self, about: About, place: Gsi1) -> Self {
        if let Some(first) = self.pieces.first_mut() {
            first.body.about = Some(about);
            first.gsi1 = Some(place);
        }
        self
    }

    /// Stores it with the transaction; the same document again replaces itself.
    #[must_use]
    pub fn put_into(&self, transaction: Transaction) -> Transaction {
        self.pieces.iter().fold(transaction, Transaction::put)
    }

    /// The content of the document under `key`; none if there is none, or no longer.
    pub async fn read(table: &Table, key: &Key) -> Result<Option<Vec<u8>>, ReadError> {
        let query = Query::partition(&key.pk).sk_prefix(format!("{}#", key.sk));
        let items = table.query_all(&query).await?;
        let pieces: Vec<Piece> = items
            .into_iter()
            .map(|item| item.decode().map(|record| record.body))
            .collect::<Result<_, _>>()?;
        let Some(first) = pieces.first() else {
            return Ok(None);
        };
        // The pieces were written together, but they expire one by one. A shorter document may have replaced a longer one.
        if pieces.len() < first.pieces {
            return Ok(None);
        }
        decompress(&pieces[..first.pieces], first.length)
            .map(Some)
            .map_err(|error| ReadError::Damaged { key: key.clone(), reason: error.to_string() })
    }
}

fn piece_key(document: &Key, position: usize) -> Key {
    Key::new(&document.pk, format!("{}#{position:03}", document.sk))
}

fn end_of_life(now: Timestamp) -> Timestamp {
    now.saturating_add(KEPT).unwrap_or(Timestamp::MAX)
}

fn compress(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    encoder.finish()
}

/// Reads no more than the length that was noted when it was stored.
fn decompress(pieces: &[Piece], length: usize) -> io::Result<Vec<u8>> {
    let compressed: Vec<u8> = pieces.iter().flat_map(|piece| &piece.content).copied().collect();
    let mut content = Vec::new();
    let limit = u64::try_from(length).unwrap_or(u64::MAX).saturating_add(1);
    GzDecoder::new(compressed.as_slice()).take(limit).read_to_end(&mut content)?;
    if content.len() == length {
        Ok(content)
    } else {
        Err(io::Error::other("its pieces do not belong together"))
    }
}
