//! What the code may assume of the table, over the embedded engine.
#![cfg(feature = "local")]

mod batches;
mod conditions;
mod contention;
mod counting;
mod documents;
mod indexes;
mod limits;
mod pages;
mod restart;
mod support;
