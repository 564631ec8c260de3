//! The buyer's mark of a session.

use std::borrow::Cow;

use crate::{Fault, xml};

/// `BuyerCookie`: what the buyer sent, exactly, to be sent back exactly.
///
/// It may hold elements, so it is kept as the XML between its tags.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct BuyerCookie {
    xml: String,
}

impl BuyerCookie {
    /// A cookie of plain text, as nearly all are.
    pub fn text(text: &str) -> Self {
        let mut xml = String::with_capacity(text.len());
        xml::escape_text(text, &mut xml);
        Self { xml }
    }

    /// A cookie of XML content, such as was stored with [`as_xml`](Self::as_xml).
    ///
    /// # Errors
    /// When it is not well-formed.
    pub fn from_xml(content: impl Into<String>) -> Result<Self, Fault> {
        let xml = content.into();
        xml::check_content(&xml)?;
        Ok(Self { xml })
    }

    /// The XML between the tags, exactly as it came.
    pub fn as_xml(&self) -> &str {
        &self.xml
    }

    /// The text inside, with references resolved and without markup.
    pub fn to_text(&self) -> Cow<'_, str> {
        xml::text_of(&self.xml)
    }

    /// For the reader, which has checked it already.
    pub(crate) fn from_checked(xml: String) -> Self {
        Self { xml }
    }
}
