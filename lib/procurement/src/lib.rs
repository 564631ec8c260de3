//! The marketplace's side of a procurement integration, as decisions over plain values.
//!
//! Nothing here reads a clock, draws a random number or talks to anything: time and ids come in as
//! arguments and what should happen goes out as a value. A request is decided in one place —
//! [`setup::decide`] for a punch-out, [`cart::build`] for the cart that goes back,
//! [`order::decide`] for a purchase order, [`invoice`] for what is billed afterwards — and every
//! outcome, also a refusal, says in words what happened and what to do next.

#![warn(missing_docs)]

pub mod account;
pub mod agreement;
pub mod approved_products;
pub mod cart;
pub mod catalogue;
pub mod configuration;
pub mod confirmation;
pub mod connection;
pub mod deployment;
pub mod direct;
pub mod event;
pub mod id;
pub mod inspector;
pub mod invoice;
pub mod job;
pub mod language;
pub mod mail;
pub mod marketplace;
pub mod money;
pub mod order;
pub mod reason;
pub mod reconciliation;
pub mod reference;
pub mod refusal;
pub mod requisition;
pub mod sender;
pub mod session;
pub mod setup;
pub mod shopping;
pub mod timeline;
pub mod trouble;
pub mod usage;
