//! `punchgate connection`: connections to procurement systems, set up and checked from the command line.

mod add;
mod check;

use std::path::PathBuf;

use clap::Subcommand;
use platform::table::ReadError;
use procurement::account::AccountId;

use crate::place::{Place, PlaceError, marketplace_at};
use crate::provision::ProvisionError;
use crate::signed::SignedError;

/// What can be done with connections.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a connection, in test mode unless --live is given, and print the values that the procurement system needs.
    /// Stop the marketplace first.
    Add(Box<add::Add>),
    /// List an organisation's connections.
    List {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The organisation's management account, or the standalone account.
        #[arg(long, value_name = "ACCOUNT")]
        account: AccountId,
    },
    /// Ask a running marketplace whether a connection is ready, as far as it can be told without the buyer, and how to mend
    /// what is not. The exit status says whether it is.
    Check(check::Args),
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum ConnectionError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The file with the secret.
    #[error("{0} cannot be read: {1}")]
    File(String, std::io::Error),
    /// Making it.
    #[error(transparent)]
    Provision(#[from] ProvisionError),
    /// Reading them.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Asking a marketplace.
    #[error(transparent)]
    Signed(#[from] SignedError),
    /// Something has to be mended.
    #[error("the connection is not ready; mend what is marked as bad")]
    NotReady,
}

// === impl Command ===

impl Command {
    /// Does it.
    pub async fn run(self) -> Result<(), ConnectionError> {
        match self {
            Self::Add(add) => add.run().await,
            Self::List { data, account } => list(data, account).await,
            Self::Check(args) => check::run(args).await,
        }
    }
}

async fn list(data: PathBuf, account: AccountId) -> Result<(), ConnectionError> {
    let place = Place::open(&data).await?;
    let core = place.core(marketplace_at(crate::serve::local(([127, 0, 0, 1], 80).into())));
    for connection in core.store.connections_of(account).await? {
        let mode = if connection.is_test() { "test" } else { "live" };
        let state = if connection.enabled { "enabled" } else { "disabled" };
        println!("{}  {}  {mode}  {state}  {}", connection.id, connection.system.label(), connection.name);
    }
    Ok(())
}
