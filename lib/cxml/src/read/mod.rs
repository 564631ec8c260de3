//! From bytes to a document.

use crate::{Document, Fault, FaultKind, Limits, Note, StatusCode};

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
/// # Errors
/// When it is not well-formed, too large, or not cXML.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Received, Fault> {
    let _ = (bytes, options);
    Err(Fault {
        kind: FaultKind::Cxml,
        at_fault: crate::AtFault::Receiver,
        line: 0,
        column: 0,
        message: "reading is being built".to_owned(),
        status: StatusCode::INTERNAL_SERVER_ERROR,
        advice: "",
    })
}
