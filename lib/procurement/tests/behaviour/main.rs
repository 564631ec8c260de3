//! What the domain decides, by example: one binary, a module for each decision.

mod agreement;
mod cart;
mod catalogue;
mod deployment;
mod example;
mod invoice;
mod lines;
mod order;
mod readiness;
mod reconciliation;
mod sender;
mod settings;
mod setup;
