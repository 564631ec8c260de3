//! `punchgate`: the marketplace on one machine, its demonstration, and tools.

use std::process::ExitCode;

use clap::Parser as _;
use punchgate::command::Command;

#[tokio::main]
async fn main() -> ExitCode {
    Command::parse().run().await
}
