//! What follows an order: invoices, mail, statements, and what people look up afterwards.

mod confirmations;
mod console;
mod events;
mod inspector;
mod invoices;
mod mail;
mod post;
mod reconciliation;
mod replay;
mod self_test;
mod subscriptions;
mod usage;
mod visitor;
