//! What is in the way of something that was to be done: a delivery, a mail.

use serde::{Deserialize, Serialize};

use crate::invoice::{InvoiceFault, in_words};
use crate::reason::Quoted;

/// The most characters that are kept of somebody else's words.
const MAX_DETAIL: usize = 1_000;

/// What is in the way. English is its text; what is called detail is in the words of whoever gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// The receiver answered with a Status that is no success (R48).
    #[error("{code} {detail}")]
    Answered {
        /// Its code.
        code: u16,
        /// Its words.
        detail: String,
    },
    /// The receiver answered with something else.
    #[error("the answer (HTTP {http}) is not a cXML document with a Status")]
    NotCxml {
        /// The HTTP status.
        http: u16,
    },
    /// There was no complete answer.
    #[error("the receiver could not be reached: {detail}")]
    Unreachable {
        /// What the network says.
        detail: String,
    },
    /// There was no answer in time.
    #[error("the receiver did not answer in time")]
    Silent,
    /// The answer was too long.
    #[error("the receiver's answer is longer than 1 MB")]
    LongAnswer,
    /// Nothing is sent to such an address.
    #[error("{detail}")]
    Address {
        /// What is wrong with it.
        detail: String,
    },
    /// The secret that the connection sends with cannot be opened.
    #[error("{detail}")]
    Secret {
        /// What the keys say.
        detail: String,
    },
    /// The connection has no channel for invoices any more.
    #[error("the connection has no electronic invoicing")]
    NoInvoicing,
    /// The connection has no channel for confirmations any more.
    #[error("the connection wants no confirmations any more")]
    NoConfirmations,
    /// The procurement system would refuse it (R49).
    #[error("{}", in_words(.faults))]
    Faults {
        /// Why.
        faults: Vec<InvoiceFault>,
    },
    /// Nobody is left to send it to (R45).
    #[error("earlier mail to every receiver came back or was unwanted; correct the address")]
    Suppressed,
    /// A mail could not be written.
    #[error("{detail}")]
    Unwritten {
        /// Why.
        detail: String,
    },
    /// Mail could not be handed over.
    #[error("{detail}")]
    Mail {
        /// What the mail service says.
        detail: String,
    },
    /// Events could not be published.
    #[error("{detail}")]
    Events {
        /// What the event bus says.
        detail: String,
    },
    /// It cannot be done as it stands.
    #[error("{detail}")]
    Broken {
        /// Why.
        detail: String,
    },
    /// As a record says from before causes were kept.
    #[error("{words}")]
    Written {
        /// In English.
        words: String,
    },
    /// No try was ever seen through.
    #[error(
        "{tries} tries ended without a result; the log says what stopped them. Once that is mended, have it done again"
    )]
    WornOut {
        /// How many.
        tries: u32,
    },
    /// It was tried often enough (R48).
    #[error("given up after {tries} tries: {because}")]
    GivenUp {
        /// How often.
        tries: u32,
        /// What was in the way last.
        because: Box<Trouble>,
    },
    /// It may have taken effect, so it is not tried again (R44).
    #[error("it may have arrived once or twice, so it is not sent again: {because}")]
    Doubtful {
        /// What was in the way of knowing.
        because: Box<Trouble>,
    },
}

// === impl Trouble ===

impl Trouble {
    /// What a Status says; an answer may be long.
    pub fn answered(code: u16, text: &str) -> Self {
        Self::Answered { code, detail: text.chars().take(MAX_DETAIL).collect() }
    }

    /// What a record says, which may have no cause.
    pub fn of_record(words: &str, cause: Option<&Self>) -> Self {
        cause.cloned().unwrap_or_else(|| Self::Written { words: words.to_owned() })
    }

    pub(crate) fn quoted(&self) -> Option<Quoted> {
        match self {
            // The text of a Status is English by the protocol; all the rest is a program's.
            Self::Answered { detail, .. }
            | Self::Unreachable { detail }
            | Self::Address { detail }
            | Self::Secret { detail }
            | Self::Unwritten { detail }
            | Self::Mail { detail }
            | Self::Events { detail }
            | Self::Broken { detail } => (!detail.is_empty()).then(|| Quoted::english(detail)),
            Self::Written { words } => Some(Quoted::english(words)),
            Self::GivenUp { because, .. } | Self::Doubtful { because } => because.quoted(),
            Self::NotCxml { .. }
            | Self::Silent
            | Self::LongAnswer
            | Self::NoInvoicing
            | Self::NoConfirmations
            | Self::Faults { .. }
            | Self::Suppressed
            | Self::WornOut { .. } => None,
        }
    }
}
