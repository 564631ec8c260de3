//! Documents that come with files (R55).
//!
//! `multipart/related` or `multipart/mixed`: the first part (or the one that `start` names) is the
//! document, the others are files, to which the document points by `cid:` addresses.
//!
//! ```
//! use cxml::{Limits, multipart::{self, Part}};
//!
//! let drawing = Part {
//!     content_id: "drawing.1@buyer".to_owned(),
//!     content_type: "image/png".to_owned(),
//!     file_name: None,
//!     bytes: vec![0x89, b'P', b'N', b'G'],
//! };
//! let (content_type, body) = multipart::write("<cXML/>", &[drawing]);
//!
//! let received = multipart::read(&content_type, &body, &Limits::default())?;
//! assert_eq!(received.document, b"<cXML/>");
//! assert_eq!(received.part("cid:drawing.1%40buyer").unwrap().content_type, "image/png");
//! # Ok::<(), cxml::Fault>(())
//! ```

mod header;
mod read;
mod transfer;
mod write;

pub use read::{is_multipart, read};
pub use write::write;

use crate::{AtFault, Fault, FaultKind, StatusCode};

/// A document and the files beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Multipart {
    /// The document's bytes, for [`read`](crate::read).
    pub document: Vec<u8>,
    /// The charset parameter of its part, for [`ReadOptions`](crate::ReadOptions).
    pub charset: Option<String>,
    /// The files.
    pub parts: Vec<Part>,
}

/// A file beside a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// `Content-ID` without its angle brackets; empty where it had none.
    pub content_id: String,
    /// `Content-Type` with its parameters.
    pub content_type: String,
    /// The name that it wants to have. Not to be trusted as a path.
    pub file_name: Option<String>,
    /// The content, decoded.
    pub bytes: Vec<u8>,
}

impl Multipart {
    /// The part that a `cid:` address means. The address may be percent-encoded; an address of
    /// another kind means none.
    pub fn part(&self, url: &str) -> Option<&Part> {
        let (scheme, id) = url.trim().split_at_checked(4)?;
        if !scheme.eq_ignore_ascii_case("cid:") {
            return None;
        }
        let id = crate::percent::decoded(id);
        self.parts.iter().find(|part| !part.content_id.is_empty() && *part.content_id.as_bytes() == *id)
    }
}

fn fault(message: &str, advice: &'static str) -> Fault {
    Fault {
        kind: FaultKind::Multipart,
        at_fault: AtFault::Sender,
        line: 0,
        column: 0,
        message: message.to_owned(),
        status: StatusCode::NOT_ACCEPTABLE,
        advice,
    }
}
