//! Whole purchases over HTTP.

mod faults;
mod flows;
mod hostile;
