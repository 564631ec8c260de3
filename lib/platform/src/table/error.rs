//! What can go wrong with the table, told apart by what the caller can do about it.

use super::key::Key;
use super::record::Unstorable;

/// A read did not succeed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The table did not answer, or was throttled beyond the retries. Temporary: the caller's caller may try again.
    #[error("the table could not be read: {0}; try again later")]
    Unavailable(String),
    /// The table refuses the request as such: trying again does not help.
    #[error("the table refused to be read: {0}")]
    Refused(String),
    /// What is stored is not what this program writes.
    #[error(
        "the record {key} cannot be understood: {reason}; it was written by another version or changed by hand"
    )]
    Damaged { key: Key, reason: String },
}

/// A write did not succeed; except for `Unavailable` nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// The conditions of these elements (in the order in which they were added) do not hold. Read again and decide again.
    #[error("the conditions of the elements {failed:?} do not hold")]
    Conflict { failed: Vec<usize> },
    /// Another transaction is at the same records just now, or the table is throttled. Try the same again.
    #[error("the table is busy with the same records or throttled; try again")]
    Contention,
    /// No answer. It may or may not have been written: commit the same with the same client request token, or read.
    #[error("the table could not be written: {0}; it is not known whether the write took place")]
    Unavailable(String),
    /// The table refuses the write as such (too large, too many elements, token used for other content).
    #[error("the table refused the write: {0}")]
    Refused(String),
    #[error(transparent)]
    Unstorable(#[from] Unstorable),
}
