//! The outside world: the table, mail, accounts, keys, other people's addresses, the clock.
//!
//! Each port is an enum of its real backends, built once when the program starts.

pub mod clock;
#[cfg(feature = "local")]
pub mod data_dir;
pub mod documents;
mod durable;
pub mod ids;
pub mod keys;
pub mod mail;
#[cfg(feature = "outbound")]
pub mod outbound;
mod random;
pub mod table;
pub mod telemetry;
