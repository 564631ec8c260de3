//! `punchgate`: the marketplace on one machine, its demonstration, and tools.

// The compiler counts how deep the futures of all commands lie within each other.
#![recursion_limit = "256"]

use std::process::ExitCode;

use clap::Parser as _;
use punchgate::command::Command;

#[tokio::main]
async fn main() -> ExitCode {
    Command::parse().run().await
}
