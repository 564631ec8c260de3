//! Whole purchases over HTTP.

mod after;
mod faults;
mod flows;
mod hostile;
