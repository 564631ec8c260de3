//! Where a page of a query ended, as a text that fits into a link.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use aws_sdk_dynamodb::types::AttributeValue;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::record::Attributes;

/// A place within one query. With another query DynamoDB refuses it, so it shows nothing that its holder may not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(BTreeMap<String, String>);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this link into a list is not complete; start again from the list's beginning")]
pub struct BadCursor;

// === impl Cursor ===

impl Cursor {
    /// All key attributes of the table and its indexes are texts.
    pub(super) fn from_attributes(attributes: Attributes) -> Self {
        let texts = attributes.into_iter().filter_map(|(name, value)| match value {
            AttributeValue::S(text) => Some((name, text)),
            _ => None,
        });
        Self(texts.collect())
    }

    pub(super) fn into_attributes(self) -> Attributes {
        let attributes = self.0.into_iter();
        attributes.map(|(name, text)| (name, AttributeValue::S(text))).collect()
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let json = serde_json::to_vec(&self.0).map_err(|_| fmt::Error)?;
        f.write_str(&URL_SAFE_NO_PAD.encode(json))
    }
}

impl FromStr for Cursor {
    type Err = BadCursor;

    fn from_str(text: &str) -> Result<Self, BadCursor> {
        let json = URL_SAFE_NO_PAD.decode(text).map_err(|_| BadCursor)?;
        serde_json::from_slice(&json).map(Self).map_err(|_| BadCursor)
    }
}
