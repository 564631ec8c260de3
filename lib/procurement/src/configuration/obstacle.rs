//! What stands in the way of what somebody asks for, where no field could be filled in otherwise.

use super::{MAX_CONNECTIONS, MAX_SECRETS};
use crate::invoice::{CannotCancel, CannotResend};
use crate::money::MoneyError;
use crate::reason::Quoted;

/// What stands in the way, in a sentence. English is its text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// The organisation has as many connections as it may.
    #[error(
        "This organisation has {most} connections, which is the most. Ask the operator to remove one.",
        most = MAX_CONNECTIONS
    )]
    Connections,
    /// The connection has as many secrets as it may.
    #[error(
        "{most} secrets are still valid. Wait until one of them ends, or rotate with an overlap of 0.",
        most = MAX_SECRETS
    )]
    Secrets,
    /// An invoice is not sent again.
    #[error("{}", sentence(.0))]
    Resend(#[from] CannotResend),
    /// An invoice is not taken back.
    #[error("{}", sentence(.0))]
    Cancel(#[from] CannotCancel),
    /// An invoice is not uploaded by hand.
    #[error("Invoice {number} is {state}; only one that is to be uploaded can be noted as uploaded.")]
    NotByHand {
        /// Its number.
        number: String,
        /// How far it has come.
        state: &'static str,
    },
    /// A document asks for nothing.
    #[error("A {kind} cannot be run again; only an OrderRequest or a PunchOutSetupRequest that came in can.")]
    NotRunAgain {
        /// What it is.
        kind: String,
    },
    /// A document would open somebody's session.
    #[error("A PunchOutSetupRequest is run again dry only: nobody waits for its answer.")]
    DryOnly,
    /// A document is not what it was.
    #[error("The document cannot be read: {detail}.")]
    Unreadable {
        /// What is wrong with it.
        detail: String,
    },
    /// A subscription was changed too often.
    #[error("The subscription was changed {0} times, which is the most; end it, and have it requested anew.")]
    Amended(usize),
    /// Amounts do not reckon.
    #[error("The amounts cannot be reckoned: {0}.")]
    Money(#[from] MoneyError),
}

fn sentence(error: &dyn std::error::Error) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

// === impl Obstacle ===

impl Obstacle {
    pub(crate) fn quoted(&self) -> Option<Quoted> {
        match self {
            Self::Unreadable { detail } => Some(Quoted::english(detail)),
            _ => None,
        }
    }
}
