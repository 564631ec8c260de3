//! What a party can do.

use crate::Timestamp;

/// `ProfileResponse`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProfileResponse {
    /// `effectiveDate`: since when.
    pub effective_date: Timestamp,
    /// `lastRefresh`.
    pub last_refresh: Option<Timestamp>,
    /// Options of the whole service.
    pub options: Vec<ProfileOption>,
    /// What is supported, and where.
    pub transactions: Vec<Transaction>,
}

/// `Transaction`: one supported request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transaction {
    /// `requestName`, such as `OrderRequest`.
    pub request_name: String,
    /// Where to POST it.
    pub url: String,
    /// Options; for `OrderRequest` `attachments` and `changes`.
    pub options: Vec<ProfileOption>,
}

/// `Option`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProfileOption {
    /// `name`.
    pub name: String,
    /// `Yes`, `No`, or what the option takes.
    pub value: String,
}

impl ProfileOption {
    /// A named option.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}
