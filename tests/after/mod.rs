//! What follows an order: invoices, mail, statements, and what people look up afterwards.

mod inspector;
mod invoices;
mod mail;
mod reconciliation;
