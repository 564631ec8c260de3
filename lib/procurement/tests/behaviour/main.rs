//! What the domain decides, by example: one binary, a module for each decision.

mod cart;
mod catalogue;
mod example;
mod invoice;
mod order;
mod reconciliation;
mod sender;
mod setup;
