//! `punchgate serve`: the marketplace alone, for real use on one machine.

use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use platform::outbound::Reach;
use platform::telemetry::{self, Format};
use procurement::marketplace::Marketplace as About;
use tokio::net::TcpListener;
use url::Url;

use crate::marketplace::{Marketplace, Sweeping};
use crate::place::{Place, PlaceError, marketplace_at};

/// How often due jobs are looked for.
const PAUSE: Duration = Duration::from_secs(1);

/// What `serve` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The directory of its state: store, keys, accounts.toml, and mail/ as .eml files.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The port on 127.0.0.1; put a web server with TLS before it.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address under which buyers reach it, such as `https://market.example/`.
    #[arg(long, value_name = "URL")]
    base_url: Option<Url>,
    /// Its name in pages, documents and mail.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The address that its mail comes from.
    #[arg(long, value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// Let invoices go to http addresses on this machine, for a trial with a simulated Coupa.
    #[arg(long)]
    allow_loopback: bool,
}

/// Why the marketplace does not run.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Its directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// Its port.
    #[error("port {port} on 127.0.0.1 cannot be used ({error}); choose another one with --port")]
    Port {
        /// Which.
        port: u16,
        /// Why.
        error: std::io::Error,
    },
    /// Something of the machine.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// Runs until it is interrupted.
pub async fn run(args: Args) -> Result<(), ServeError> {
    // A second start of logging, in a test, is no reason not to run.
    let _ = telemetry::start(Format::of_this_place());
    let place = Place::open(&args.data).await?;
    let address = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), args.port);
    let listener =
        TcpListener::bind(address).await.map_err(|error| ServeError::Port { port: args.port, error })?;
    let about = about(&args, listener.local_addr()?);
    let reach = if args.allow_loopback { Reach::PublicAndLoopback } else { Reach::Public };
    let parts = place.parts(about, reach)?;
    say(format_args!("{} is open: {}", parts.core.marketplace.name, parts.core.marketplace.base_url));
    say(format_args!("State in {}, mail in {}", args.data.display(), place.directory().mail().display()));
    let marketplace = Marketplace::start(parts, listener, Router::new(), Sweeping::Every(PAUSE))?;
    tokio::select! {
        stopped = crate::stop::wanted() => stopped?,
        () = place.keep_tidy() => {}
    }
    say(format_args!("Stopping …"));
    marketplace.stop().await;
    Ok(())
}

/// Whoever reads it may have gone; that is no reason to stop.
fn say(what: std::fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stdout(), "{what}");
}

fn about(args: &Args, address: SocketAddr) -> About {
    let mut about = marketplace_at(args.base_url.clone().unwrap_or_else(|| local(address)));
    if let Some(name) = &args.name {
        about.name.clone_from(name);
    }
    if let Some(from) = &args.mail_from {
        about.mail_from.clone_from(from);
    }
    about
}

/// The address of a listener on this machine.
pub(crate) fn local(address: SocketAddr) -> Url {
    let mut url = Url::parse("http://127.0.0.1/").unwrap_or_else(|_| unreachable!("a constant"));
    let _ = url.set_ip_host(address.ip());
    let _ = url.set_port(Some(address.port()));
    url
}
