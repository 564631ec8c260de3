//! The other side fails.

mod invoices;
mod jobs;
mod simulation;
