//! Sends finished messages: to a directory on one machine, through Amazon SES in AWS (R45).
//!
//! A mail job may run twice, so a message carries a deterministic id; the directory keeps one file per id. SES knows no
//! such thing: where its answer is lost the receiver may see a message twice.

use std::path::PathBuf;

mod directory;
#[cfg(feature = "ses")]
mod ses;

#[cfg(feature = "ses")]
pub use ses::SesMail;

/// Where messages go.
#[derive(Debug, Clone)]
pub enum Mail {
    /// A file per message, `<message id>.eml`, in this directory.
    Directory(PathBuf),
    /// Amazon SES, raw messages.
    #[cfg(feature = "ses")]
    Ses(SesMail),
}

/// Who sends and who receives, apart from what the message itself says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    pub from: String,
    pub to: Vec<String>,
}

/// Handed over; `reference` is the file's name, or the message id that SES gave (its events name it).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub reference: String,
}

/// The reasons name no address and nothing of the message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// Send the same again later.
    #[error("the mail could not be handed over now: {0}; it is to be sent again")]
    Temporary(String),
    /// It may have been handed over, but the answer was lost. Sent again, it may arrive twice.
    #[error("it is not known whether the mail was handed over: {0}; it is to be sent again")]
    Uncertain(String),
    /// The same would be refused again.
    #[error("the mail was refused: {0}")]
    Permanent(String),
}

/// Whether mail may come from an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verification {
    /// The service has verified it, or its domain.
    Verified,
    /// The service has not.
    NotVerified,
    /// A directory takes mail from everybody.
    NobodyToAsk,
    /// The service did not say.
    NoAnswer,
}

// === impl Mail ===

impl Mail {
    /// Hands over one message; `message_id` is the same whenever the same message is sent.
    pub async fn send(
        &self,
        envelope: &Envelope,
        message: &[u8],
        message_id: &str,
    ) -> Result<Sent, MailError> {
        if envelope.to.is_empty() {
            return Err(MailError::Permanent("it has no receiver".to_owned()));
        }
        match self {
            Self::Directory(path) => directory::write(path, message, message_id).await,
            #[cfg(feature = "ses")]
            Self::Ses(ses) => ses.send(envelope, message).await,
        }
    }

    /// Whether mail may come from this address.
    #[cfg_attr(not(feature = "ses"), expect(unused_variables, reason = "a directory asks nobody"))]
    pub async fn verification(&self, address: &str) -> Verification {
        match self {
            Self::Directory(_) => Verification::NobodyToAsk,
            #[cfg(feature = "ses")]
            Self::Ses(ses) => ses.verification(address).await,
        }
    }
}
