//! The outside world: the table, documents, the clock. Each port is an enum of its real backends.

pub mod documents;
pub mod store;
pub mod table;
