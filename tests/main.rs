//! Whole purchases over HTTP.

mod after;
mod browser;
mod faults;
mod flows;
mod hostile;
mod openbuy;
