//! The outside world: the table, mail, accounts, keys, other people's addresses, the clock.
//!
//! Each port is an enum of its real backends, built once when the program starts.

pub mod accounts;
#[cfg(feature = "aws")]
pub mod aws;
pub mod clock;
pub mod core;
#[cfg(feature = "local")]
pub mod data_dir;
pub mod documents;
mod durable;
#[cfg(feature = "aws")]
pub mod environment;
pub mod events;
pub mod ids;
pub mod jobs;
pub mod keys;
#[cfg(feature = "aws")]
pub mod lambda;
pub mod mail;
pub mod ordering;
#[cfg(feature = "outbound")]
pub mod outbound;
pub mod oversight;
mod random;
#[cfg(test)]
mod scripted;
#[cfg(feature = "signature")]
pub mod signature;
pub mod store;
pub mod table;
pub mod telemetry;
pub mod wire;
