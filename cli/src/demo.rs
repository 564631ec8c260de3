//! `punchgate demo`: a whole purchase, to be clicked through or done unattended.

pub mod connect;
pub mod world;

mod access;
mod keep;
mod mailbox;
mod once;
mod purchase;
mod steps;
mod way_in;

use std::path::PathBuf;
use std::process::ExitCode;

use platform::telemetry::{self, Format};
use world::{Ports, World, WorldError};

/// What `demo` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Go the whole way unattended, for Coupa and then for SAP Ariba, and print what happened.
    #[arg(long)]
    once: bool,
    /// Leave every document and mail in this directory; with --once.
    #[arg(long, value_name = "DIR", requires = "once")]
    keep: Option<PathBuf>,
    /// The marketplace's port; Coupa and SAP Ariba get the next two.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Runs the demonstration.
pub async fn run(args: Args) -> ExitCode {
    let outcome = if args.once { once::run(args.keep.as_deref()).await } else { show(args.port).await };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("punchgate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs until it is interrupted.
async fn show(port: u16) -> Result<ExitCode, WorldError> {
    // A second start of logging, in a test, is no reason not to run.
    let _ = telemetry::start(Format::of_this_place());
    let world = World::for_people(Ports::from(port)).await?;
    print!("{}", welcome(&world));
    crate::stop::wanted().await?;
    world.stop().await;
    Ok(ExitCode::SUCCESS)
}

fn welcome(world: &World) -> String {
    let base = &world.marketplace.parts().core.marketplace.base_url;
    format!(
        "
  A marketplace and two procurement systems are running on this machine.

    Coupa       {coupa}
    SAP Ariba   {ariba}
    Mail        {base}demo/mail
    Console     {base}console
                {base}demo/console signs you in

  1. Open Coupa, press Shop Online, and find a product, such as Lumen Logs.
  2. Request approval, and send the cart to Coupa.
  3. Submit it, approve it, and send the purchase order.
  4. See the subscription in the marketplace, read the mail, and find the invoice in Coupa.

  Nothing leaves this machine, and everything is gone when you press Ctrl-C.

",
        coupa = world.coupa.url(),
        ariba = world.ariba.url(),
    )
}
