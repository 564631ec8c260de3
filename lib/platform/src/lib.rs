//! The outside world: the table, mail, accounts, keys, other people's addresses, the clock.
//!
//! Each port is an enum of its real backends, built once when the program starts.

pub mod accounts;
pub mod clock;
pub mod core;
#[cfg(feature = "local")]
pub mod data_dir;
pub mod documents;
mod durable;
pub mod ids;
pub mod jobs;
pub mod keys;
pub mod mail;
#[cfg(feature = "outbound")]
pub mod outbound;
mod random;
#[cfg(test)]
mod scripted;
pub mod store;
pub mod table;
pub mod telemetry;
pub mod wire;
