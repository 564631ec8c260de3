//! The harness: a whole marketplace with its own store on a free port, a clock under the test's hand, and the simulated
//! buyers of the demonstration. A test that leaves a due job undone fails when the harness is dropped.

pub mod browser;
mod harness;
mod shopping;
pub mod tools;

pub use harness::Harness;
pub use shopping::{Offered, Shopping};
