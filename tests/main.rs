//! Whole purchases over HTTP.

mod after;
mod aws;
mod faults;
mod flows;
mod hostile;
