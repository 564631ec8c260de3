//! What a person wants to know about a document: its type, who sends it to whom, what is odd and
//! what is wrong. No file is opened here; hand in bytes and print what comes out.
//!
//! ```
//! use cxml::{ReadOptions, report};
//!
//! let report = report::check(b"<cXML/>", &ReadOptions::default());
//! assert_eq!(report.faults[0].kind.name(), "cxml");
//! assert!(!report.is_fine());
//! ```

mod json;
mod text;

use crate::{Credential, Document, Fault, Note, ReadOptions, read};

/// What there is to say about one document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The type, such as `OrderRequest`; `None` where it could not be told.
    pub type_name: Option<String>,
    /// Whether this library reads that type.
    pub is_supported: bool,
    /// The version it claims.
    pub version: Option<String>,
    /// Who sends it, as `domain identity`.
    pub from: Vec<String>,
    /// To whom.
    pub to: Vec<String>,
    /// Through whom.
    pub sender: Vec<String>,
    /// The Sender's UserAgent.
    pub user_agent: Option<String>,
    /// What is odd.
    pub notes: Vec<Note>,
    /// What is wrong. Reading stops at the first fault.
    pub faults: Vec<Fault>,
}

/// Reads a document and says what there is to say.
pub fn check(bytes: &[u8], options: &ReadOptions) -> Report {
    match read(bytes, options) {
        Err(fault) => Report { faults: vec![fault], ..Report::default() },
        Ok(received) => {
            Report { version: received.version, notes: received.notes, ..about(received.document) }
        }
    }
}

fn about(document: Document) -> Report {
    let mut report = Report {
        type_name: Some(document.type_name().to_owned()),
        is_supported: document.is_supported(),
        ..Report::default()
    };
    if let Some(header) = document.header {
        report.from = names(&header.from.credentials);
        report.to = names(&header.to.credentials);
        report.sender = names(&header.sender.credentials);
        report.user_agent = header.sender.user_agent;
    }
    report
}

fn names(credentials: &[Credential]) -> Vec<String> {
    let name = |credential: &Credential| format!("{} {}", credential.domain, credential.identity);
    credentials.iter().map(name).collect()
}

impl Report {
    /// Whether nothing is wrong. Oddities and unsupported types are not wrong.
    pub fn is_fine(&self) -> bool {
        self.faults.is_empty()
    }
}
