//! From bytes to a document: by name, not by position (R51).

mod accounting;
mod address;
mod charge;
mod comments;
mod confirmation;
mod contact;
mod detail;
mod document;
mod header;
mod invoice;
mod item;
mod notes;
mod order;
mod payment;
mod profile;
mod punchout;
mod reader;
mod reference;
mod status;
mod status_update;
mod text;
mod values;

use crate::xml::{self, Fail};
use crate::{Document, Fault, LimitKind, Limits, Note};

/// How to read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// What a document may be at most.
    pub limits: Limits,
    /// The `charset` parameter of the Content-Type, if it had one. It beats the XML declaration;
    /// a byte order mark beats both.
    pub charset: Option<String>,
}

/// A document and what was odd about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The document.
    pub document: Document,
    /// The system identifier of the DOCTYPE, as it was sent. It is never fetched.
    pub doctype: Option<String>,
    /// The `version` attribute, or else the version in the DOCTYPE.
    pub version: Option<String>,
    /// What was odd.
    pub notes: Vec<Note>,
}

/// Reads a document.
///
/// It is read by name, not by position: whatever is in another order than the DTD has, missing,
/// doubled or unknown becomes a [`Note`], and the rest is read.
///
/// # Errors
///
/// When it is not well-formed XML, has an internal DTD subset, is larger than the limits allow, is
/// not cXML, or asks for an operation that cXML does not have. The [`Fault`] says where and why, and
/// has the status that answers it.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Received, Fault> {
    if bytes.len() > options.limits.bytes {
        return Err(Fail::limit(0, LimitKind::Bytes, options.limits.bytes).unplaced());
    }
    let decoded = xml::decode(bytes, options.charset.as_deref())?;
    document::received(&decoded, options.limits).map_err(|fail| fail.at(&decoded.text))
}
