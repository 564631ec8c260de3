//! Whole purchases over HTTP.

mod after;
mod aws;
mod browser;
mod commands;
mod faults;
mod flows;
mod hostile;
mod openbuy;
