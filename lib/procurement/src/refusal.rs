//! Why a document is refused: a Status for the sender, and words for people (R38, R40).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A permanent refusal. Its code is a 4xx: the sender does not repeat what would be refused again
/// (R38).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The Status code of the answer.
    pub code: u16,
    /// What is wrong and what to do, in sentences.
    pub reason: String,
}

// === impl Refusal ===

impl Refusal {
    fn new(code: u16, reason: impl Into<String>) -> Self {
        Self { code, reason: reason.into() }
    }

    /// 400: understood, but not acceptable.
    pub fn bad_request(reason: impl Into<String>) -> Self {
        Self::new(400, reason)
    }

    /// 401: the sender is not who it says, or nobody here.
    pub fn unauthorized() -> Self {
        Self::new(
            401,
            "The credentials are not known here. Check the buyer identity and the shared secret against the \
             Purchase information of the connection.",
        )
    }

    /// 403: known, but not allowed.
    pub fn forbidden(reason: impl Into<String>) -> Self {
        Self::new(403, reason)
    }

    /// 409: what is there forbids it.
    pub fn conflict(reason: impl Into<String>) -> Self {
        Self::new(409, reason)
    }

    /// 417: something that was referred to is missing.
    pub fn missing(reason: impl Into<String>) -> Self {
        Self::new(417, reason)
    }

    /// 450: not supported.
    pub fn not_implemented(reason: impl Into<String>) -> Self {
        Self::new(450, reason)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.reason)
    }
}
