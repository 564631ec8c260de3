//! What is sent to other people's addresses, and what is not.
#![cfg(feature = "outbound")]

mod answers;
mod names;
mod receiver;
mod tricks;
