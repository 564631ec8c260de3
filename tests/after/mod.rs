//! What follows an order: invoices, mail, statements, and what people look up afterwards.

mod invoices;
mod mail;
