//! The command line.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::{
    agreement, catalogue, config_command, connection, console_link, cxml_check, demo, inspect, invoice,
    reconcile, replay, self_test, serve, store_link, usage,
};

/// The marketplace's side of a procurement integration with Coupa and SAP Ariba.
#[derive(Debug, Parser)]
#[command(name = "punchgate", version)]
pub struct Command {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Show a whole purchase: the marketplace, a simulated Coupa and a simulated SAP Ariba.
    Demo(demo::Args),
    /// Run the marketplace on this machine, with its state in a directory.
    Serve(serve::Args),
    /// Connections to procurement systems.
    #[command(subcommand)]
    Connection(connection::Command),
    /// Call the configuration API with a signed request, such as `config get connections`.
    Config(config_command::Args),
    /// Get a link that opens the console: once, within a minute.
    Console(console_link::Args),
    /// Get a link that opens the store without a punch-out: once, within five minutes.
    Shop(store_link::Args),
    /// The catalogue of products and offers.
    #[command(subcommand)]
    Catalogue(catalogue::Command),
    /// Invoices: list, download, send again, take back.
    #[command(subcommand)]
    Invoice(invoice::Command),
    /// Subscriptions: list, end, change.
    #[command(subcommand)]
    Agreement(agreement::Command),
    /// What pay-as-you-go subscriptions use: record, show, statements.
    #[command(subcommand)]
    Usage(usage::Command),
    /// Run a document that came in again: dry, with what came of it then and now, or for real.
    Replay(replay::Args),
    /// Documents in and out, without secrets and mail addresses; what happened to a request.
    #[command(subcommand)]
    Inspect(inspect::Command),
    /// Compare what was ordered, agreed, invoiced and delivered. Ends with 0 if all matches, with 2 if something does
    /// not, with 1 if it could not be told.
    Reconcile(reconcile::Args),
    /// Play Coupa or SAP Ariba against a supplier, this marketplace or any other, and print a scored report. Ends with 0 if it
    /// passes, with 2 if it does not, with 1 if it could not be asked.
    SelfTest(Box<self_test::Args>),
    /// cXML documents.
    #[command(subcommand)]
    Cxml(Cxml),
}

#[derive(Debug, Subcommand)]
enum Cxml {
    /// Say what documents are, what is odd about them, and what is wrong with them.
    Check(cxml_check::Args),
}

// === impl Command ===

impl Command {
    /// Does what the command line says. A failure is told on standard error.
    pub async fn run(self) -> ExitCode {
        let outcome = match self.what {
            What::Demo(args) => return demo::run(args).await,
            What::Cxml(Cxml::Check(args)) => return cxml_check::run(args),
            What::SelfTest(args) => return self_test::run(*args).await,
            What::Reconcile(args) => return reconcile::run(args).await,
            What::Inspect(command) => command.run().await.map_err(|error| error.to_string()),
            What::Agreement(command) => command.run().await.map_err(|error| error.to_string()),
            What::Usage(command) => command.run().await.map_err(|error| error.to_string()),
            What::Replay(args) => replay::run(args).await.map_err(|error| error.to_string()),
            What::Serve(args) => serve::run(args).await.map_err(|error| error.to_string()),
            What::Connection(command) => command.run().await.map_err(|error| error.to_string()),
            What::Config(args) => config_command::run(args).await.map_err(|error| error.to_string()),
            What::Console(args) => console_link::run(args).await.map_err(|error| error.to_string()),
            What::Shop(args) => store_link::run(args).await.map_err(|error| error.to_string()),
            What::Catalogue(command) => command.run().await.map_err(|error| error.to_string()),
            What::Invoice(command) => command.run().await.map_err(|error| error.to_string()),
        };
        match outcome {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                eprintln!("punchgate: {message}");
                ExitCode::FAILURE
            }
        }
    }
}
