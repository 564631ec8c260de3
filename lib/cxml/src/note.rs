//! What was odd about a document that was accepted all the same.

use std::fmt;

/// One oddity. It never stops a document; it helps the people who have to find out why two systems
/// do not understand each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What kind of oddity.
    pub kind: NoteKind,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// In words. Holds names of elements and attributes, never the content of a secret.
    pub message: String,
}

/// The kinds of oddities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// Elements in another order than the DTD has.
    Order,
    /// An element or attribute that the DTD requires is missing.
    Missing,
    /// An element that does not belong there, or one too many.
    Unexpected,
    /// An element that belongs there, but that this library does not keep.
    NotRead,
    /// A date without zone, or in a form that is not ISO 8601.
    Timestamp,
    /// A number, an amount or a keyword that could not be read, or only with good will.
    Value,
    /// Prefixes or namespace declarations, of which cXML has none.
    Namespace,
    /// One credential with two identities, or one domain twice.
    DuplicateIdentity,
    /// Markup where text belongs; its text was kept.
    Markup,
    /// The document's encoding is not what it says, or not UTF-8.
    Encoding,
    /// A root, DOCTYPE or envelope that is not quite cXML's.
    Envelope,
}

impl NoteKind {
    /// A word for reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Missing => "missing",
            Self::Unexpected => "unexpected",
            Self::NotRead => "not-read",
            Self::Timestamp => "timestamp",
            Self::Value => "value",
            Self::Namespace => "namespace",
            Self::DuplicateIdentity => "duplicate-identity",
            Self::Markup => "markup",
            Self::Encoding => "encoding",
            Self::Envelope => "envelope",
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}
