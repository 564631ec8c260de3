//! The other side fails.

mod invoices;
