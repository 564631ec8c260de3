//! Search, by example.

mod bytes;
mod filters;
mod kept;
mod shop;
mod viewers;
mod words;
