//! What was written down: by its cause, or in English only.

use std::fmt;

use super::Reason;
use super::telling::Quoted;

/// A reason out of a record. Records from before causes were kept have its English words only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recorded<C> {
    /// By its cause.
    Cause(C),
    /// In English.
    Words(String),
}

// === impl Recorded ===

impl<C: Clone> Recorded<C> {
    /// The reason of a record that has these words and perhaps their cause.
    pub fn of(words: &str, cause: Option<&C>) -> Self {
        cause.map_or_else(|| Self::Words(words.to_owned()), |cause| Self::Cause(cause.clone()))
    }
}

impl<C: fmt::Display> fmt::Display for Recorded<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cause(cause) => cause.fmt(f),
            Self::Words(words) => f.write_str(words),
        }
    }
}

impl<C: Reason> Reason for Recorded<C> {
    fn in_german(&self) -> String {
        match self {
            Self::Cause(cause) => cause.in_german(),
            Self::Words(_) => String::new(),
        }
    }

    fn quoted(&self) -> Option<Quoted> {
        match self {
            Self::Cause(cause) => cause.quoted(),
            Self::Words(words) => Some(Quoted::english(words)),
        }
    }
}
