//! Every document in and out, kept as it was on the wire.

use crate::System;
use jiff::Timestamp;
use std::time::Duration;

/// A document's number among all of one system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub u32);

/// Which way a document went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From here to the marketplace.
    Sent,
    /// From the marketplace to here.
    Received,
}

impl Direction {
    /// A word for people and file names.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Received => "received",
        }
    }
}

/// `Status` of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// `code`.
    pub code: u16,
    /// `text`.
    pub text: String,
    /// What stands in the element.
    pub message: String,
}

impl Status {
    /// 2xx: done, and not to be repeated.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.code)
    }

    /// 5xx: to be repeated later (R38).
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        (500..600).contains(&self.code)
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code, self.text)?;
        if self.message.is_empty() {
            return Ok(());
        }
        write!(f, ": {}", self.message)
    }
}

/// What a document belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A punch-out session.
    Session(u32),
    /// A purchase order.
    Order(String),
    /// An invoice number, or nothing recognisable.
    Invoice(String),
}

/// One document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its number, counted from 1.
    pub id: DocumentId,
    /// Which system it belongs to.
    pub system: System,
    /// Which way it went.
    pub direction: Direction,
    /// The cXML name, e.g. `OrderRequest`, or `Answer` for what is not cXML.
    pub kind: String,
    /// What it belongs to.
    pub about: About,
    /// When it was sent or came in.
    pub at: Timestamp,
    /// As on the wire, read as UTF-8; [`Document::masked`] is for showing.
    pub text: String,
    /// HTTP status, for answers.
    pub http_status: Option<u16>,
    /// Status in the body, for answers.
    pub status: Option<Status>,
    /// How long the answer took.
    pub elapsed: Option<Duration>,
}

impl Document {
    /// The text without its secrets.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(mask(self.text.clone(), "SharedSecret"), "CredentialMac")
    }

    /// A name for a folder of documents, sorted by time.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}-{:04}-{}-{}.xml", self.system.slug(), self.id.0, self.direction.as_str(), self.kind)
    }
}

/// Stars for what stands in every `name` element; simple on purpose, since the text may be no XML at all.
fn mask(text: String, name: &str) -> String {
    let (open, close) = (format!("<{name}"), format!("</{name}"));
    let mut rest = text.as_str();
    let mut masked = String::with_capacity(text.len());
    while let Some(start) = rest.find(&open) {
        let after_name = start + open.len();
        let Some(inner) = rest[after_name..].find('>').map(|at| after_name + at + 1) else {
            break;
        };
        let end = rest[inner..].find(&close).map_or(rest.len(), |at| inner + at);
        masked.push_str(&rest[..inner]);
        masked.push_str("********");
        rest = &rest[end..];
    }
    masked.push_str(rest);
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_masked_wherever_they_stand() {
        let text = "<a><SharedSecret>s1</SharedSecret><SharedSecret x='1'>s2</SharedSecret></a>".to_owned();
        let masked = mask(text, "SharedSecret");
        assert_eq!(
            masked,
            "<a><SharedSecret>********</SharedSecret><SharedSecret x='1'>********</SharedSecret></a>"
        );
    }

    #[test]
    fn a_secret_in_a_truncated_document_is_masked_too() {
        let masked = mask("<a><SharedSecret>s1".to_owned(), "SharedSecret");
        assert_eq!(masked, "<a><SharedSecret>********");
    }

    #[test]
    fn a_temporary_status_is_5xx_only() {
        let status = |code| Status { code, text: String::new(), message: String::new() };
        assert!(status(560).is_temporary() && !status(417).is_temporary() && status(201).is_success());
    }
}
