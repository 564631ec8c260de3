#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

pub mod auth;
mod fault;
pub mod form;
mod grammar;
mod keyword;
mod limits;
pub mod model;
pub mod multipart;
mod note;
mod percent;
mod read;
pub mod report;
mod secret;
mod status;
mod timestamp;
mod write;
mod xml;

pub use fault::{AtFault, Fault, FaultKind};
pub use limits::{LimitKind, Limits};
pub use model::*;
pub use note::{Note, NoteKind};
pub use read::{ReadOptions, Received, read};
pub use secret::Secret;
pub use status::{Status, StatusCode};
pub use timestamp::{Timestamp, TimestampForm};
pub use write::{CxmlVersion, WriteOptions, write};
