//! Why a job was not seen through.

use crate::table::{CommitError, ReadError};

/// Why a job was not seen through.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// What it needs could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// How it went could not be written.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// It cannot be done as it stands: a fault of the program.
    #[error("{0}")]
    Broken(String),
}

// === impl JobError ===

impl JobError {
    /// Whether the same would come of it again, so that a person must look.
    pub fn is_permanent(&self) -> bool {
        match self {
            Self::Broken(_) | Self::Read(ReadError::Damaged { .. }) => true,
            Self::Commit(CommitError::Unstorable(_)) => true,
            // A missing permission or a full table is mended by the operator, after which it goes on.
            Self::Read(_) | Self::Commit(_) => false,
        }
    }
}
