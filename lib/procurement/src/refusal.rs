//! Why a document is refused: a Status for the sender, and words for people (R38, R40).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::order::OrderFault;

/// A permanent refusal. Its code is a 4xx: the sender does not repeat what would be refused again
/// (R38).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The Status code of the answer.
    pub code: u16,
    /// What is wrong and what to do, in sentences.
    pub reason: String,
    /// The same by its causes, where people read it in their language: of purchase orders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<OrderFault>,
}

// === impl Refusal ===

impl Refusal {
    pub(crate) const BAD_REQUEST: u16 = 400;
    pub(crate) const FORBIDDEN: u16 = 403;
    pub(crate) const CONFLICT: u16 = 409;
    pub(crate) const MISSING: u16 = 417;
    pub(crate) const NOT_IMPLEMENTED: u16 = 450;

    fn new(code: u16, reason: impl Into<String>) -> Self {
        Self { code, reason: reason.into(), because: Vec::new() }
    }

    /// 400: understood, but not acceptable.
    pub fn bad_request(reason: impl Into<String>) -> Self {
        Self::new(Self::BAD_REQUEST, reason)
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
        Self::new(Self::FORBIDDEN, reason)
    }

    /// 409: what is there forbids it.
    pub fn conflict(reason: impl Into<String>) -> Self {
        Self::new(Self::CONFLICT, reason)
    }

    /// 417: something that was referred to is missing.
    pub fn missing(reason: impl Into<String>) -> Self {
        Self::new(Self::MISSING, reason)
    }

    /// 450: not supported.
    pub fn not_implemented(reason: impl Into<String>) -> Self {
        Self::new(Self::NOT_IMPLEMENTED, reason)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.reason)
    }
}
