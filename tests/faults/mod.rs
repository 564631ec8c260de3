//! The other side fails.

mod invoices;
mod jobs;
mod kills;
mod simulation;
