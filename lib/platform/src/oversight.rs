//! What people look up afterwards, and set right: the same for the console and for the command line.

pub mod agreements;
pub mod documents;
pub mod invoices;
pub mod reconciliation;
pub mod replay;
pub mod timeline;
