//! Why a request about the configuration comes to nothing.

use serde::{Deserialize, Serialize};

use super::Obstacle;

/// A value that cannot be taken, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// The field's name.
    pub field: String,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
}

/// Why it is not done. The text is for the person who asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Values that cannot be taken; at least one.
    #[error("{}", first(.0))]
    Invalid(Vec<Mistake>),
    /// This caller may not (R1, R2).
    #[error("{0}")]
    NotAllowed(String),
    /// It is not there, or not this caller's.
    #[error("{0}")]
    NotFound(String),
    /// Somebody changed it since it was read.
    #[error(
        "Somebody else changed this in the meantime (version {now} instead of {read}). Load it again, and make your change there."
    )]
    Changed {
        /// The version that the caller had read.
        read: u64,
        /// The version that is stored.
        now: u64,
    },
    /// What is there forbids it.
    #[error("{message}")]
    Conflict {
        /// The field that would have to be another, or another name of what forbids it.
        field: &'static str,
        /// Why, and what to do.
        message: String,
    },
    /// Something that is in no field stands in the way.
    #[error(transparent)]
    Obstacle(#[from] Obstacle),
}

fn first(mistakes: &[Mistake]) -> &str {
    mistakes.first().map_or("A value cannot be taken.", |mistake| &mistake.message)
}

// === impl Mistake ===

impl Mistake {
    /// A mistake in this field.
    pub fn new(field: &str, message: impl Into<String>) -> Self {
        Self { field: field.to_owned(), message: message.into() }
    }
}

// === impl Problem ===

impl Problem {
    /// One value that cannot be taken.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self::Invalid(vec![Mistake::new(field, message)])
    }

    /// What is there forbids it.
    pub fn conflict(field: &'static str, message: impl Into<String>) -> Self {
        Self::Conflict { field, message: message.into() }
    }

    /// A short name of what is wrong, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "invalid",
            Self::NotAllowed(_) => "not_allowed",
            Self::NotFound(_) => "not_found",
            Self::Changed { .. } => "changed",
            Self::Conflict { .. } | Self::Obstacle(_) => "conflict",
        }
    }

    /// The field that is at fault.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Invalid(mistakes) => mistakes.first().map(|mistake| mistake.field.as_str()),
            Self::Conflict { field, .. } => Some(field),
            _ => None,
        }
    }
}
