//! What people look up afterwards, and set right: the same for the console and for the command line.

pub mod documents;
pub mod reconciliation;
pub mod timeline;
