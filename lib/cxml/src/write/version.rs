//! Versions of the DTD, and which one a document needs.

/// A version of cXML, such as `1.2.014`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CxmlVersion(String);

impl CxmlVersion {
    /// A version by its number. What cannot be part of a URL and a version is left out.
    pub fn new(version: impl Into<String>) -> Self {
        let mut version = version.into();
        version.retain(|c| c.is_ascii_digit() || c == '.');
        Self(version)
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// This version, or the older `other` where this one does not have what a document needs.
    pub(super) fn or_newer(&self, needed: Since) -> &str {
        match self.release() >= Some(needed as u16) {
            true => self.as_str(),
            false => needed.version(),
        }
    }

    /// `14` of `1.2.014`.
    fn release(&self) -> Option<u16> {
        self.0.strip_prefix("1.2.")?.parse().ok()
    }
}

/// The newest version whose DTDs this library was checked against.
impl Default for CxmlVersion {
    fn default() -> Self {
        Self::new("1.2.069")
    }
}

/// The oldest version that is known to have what a document uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Since {
    /// Everything that is not marked otherwise.
    V014 = 14,
    /// Blanket orders, and invoices as they are now.
    V020 = 20,
    /// Buyer's part numbers, price bases, several Comments, and more.
    V069 = 69,
}

impl Since {
    fn version(self) -> &'static str {
        match self {
            Self::V014 => "1.2.014",
            Self::V020 => "1.2.020",
            Self::V069 => "1.2.069",
        }
    }
}
