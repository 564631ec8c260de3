//! `punchgate`, built with the tests, so that they can start it as a process of its own and kill it.

// The compiler counts how deep the futures of all commands lie within each other.
#![recursion_limit = "256"]

use std::process::ExitCode;

use clap::Parser as _;
use punchgate::command::Command;

#[tokio::main]
async fn main() -> ExitCode {
    Command::parse().run().await
}
