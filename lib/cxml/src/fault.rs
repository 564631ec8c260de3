//! Why a document cannot be used, whose fault that is, and what to do.

use std::fmt;

use crate::{LimitKind, Status, StatusCode};

/// A document, form or signature that cannot be used.
///
/// The words name elements, attributes and places; they never repeat content, so no secret can get
/// into a log by way of an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of fault.
    pub kind: FaultKind,
    /// Whose fault.
    pub at_fault: AtFault,
    /// Line, counted from 1; 0 where there is no place.
    pub line: usize,
    /// Column in characters, counted from 1; 0 where there is no place.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// The status that answers it.
    pub status: StatusCode,
    /// What to do about it.
    pub advice: &'static str,
}

/// The kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// Not well-formed XML, or XML with what is never accepted: an internal subset.
    Xml,
    /// Well-formed, but larger than is accepted.
    Limit(LimitKind),
    /// Well-formed, but not cXML or not a usable one.
    Cxml,
    /// A form without cart, or with two.
    Form,
    /// A multipart body that cannot be taken apart.
    Multipart,
    /// Who sent it cannot be established.
    Authentication,
}

impl FaultKind {
    /// A word for reports: `xml`, `limit`, `cxml`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Xml => "xml",
            Self::Limit(_) => "limit",
            Self::Cxml => "cxml",
            Self::Form => "form",
            Self::Multipart => "multipart",
            Self::Authentication => "authentication",
        }
    }
}

/// Whose fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AtFault {
    /// The sender's: the same document will never be accepted.
    Sender,
    /// The receiver's settings: the document may be right, and is more than is accepted here.
    Receiver,
}

impl Fault {
    /// The status to answer with, message and place included.
    pub fn to_status(&self) -> Status {
        Status::new(self.status, format!("{self}. {}", self.advice))
    }

    /// Whether sending the same again can help: never for these faults (R38).
    pub fn is_retryable(&self) -> bool {
        self.status.is_retryable()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if self.line > 0 {
            write!(f, " (line {}, column {})", self.line, self.column)?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}
