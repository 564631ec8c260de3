//! From a document to XML that validates (R52).

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
mod order;
mod output;
mod payment;
mod profile;
mod punchout;
mod reference;
mod status_update;
mod text;
mod version;

pub use version::CxmlVersion;

use crate::Document;
use output::Output;

/// How to write.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WriteOptions {
    /// The version of the DTD that the DOCTYPE names.
    ///
    /// A document that uses what this version does not have yet (a blanket order in 1.2.014, say)
    /// is written with the version that has it: better a newer DOCTYPE than an invalid document
    /// or a silently shortened one.
    pub version: CxmlVersion,
}

impl WriteOptions {
    /// For a version of the DTD, such as `1.2.014`.
    pub fn version(version: impl Into<String>) -> Self {
        Self { version: CxmlVersion::new(version) }
    }
}

/// Writes a document: UTF-8, with XML declaration and DOCTYPE, valid against the DTD that the
/// DOCTYPE names and against 1.2.069.
///
/// What the DTD requires and the document does not have is written as an empty element, which
/// [`read`](crate::read) takes for absent again; so `read(write(x)) == x` as long as no list that the
/// DTD requires holds an element that is empty. White space at the ends of texts survives.
/// Characters that XML cannot hold become U+FFFD. Timestamps get an offset.
///
/// One thing is out of the writer's hands: elements inside a [`BuyerCookie`](crate::BuyerCookie),
/// which go back exactly as they came, whether a DTD has them or not.
pub fn write(document: &Document, options: &WriteOptions) -> String {
    let mut output = Output::new();
    output.document(document);
    output.finish(&options.version)
}
