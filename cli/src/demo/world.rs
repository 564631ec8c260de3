//! A marketplace with a sample catalogue, and two procurement systems that are connected to it.
//!
//! The demonstration and the tests run in the same world; a test holds its clock.

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use buyer::Buyer;
use platform::accounts::Accounts;
use platform::clock::Clock;
use platform::core::Core;
use platform::events::Events;
use platform::ids::Ids;
use platform::keys::Keys;
use platform::mail::Mail;
use platform::outbound::{Outbound, Reach};
use platform::store::Store;
use platform::table::local::Embedded;
use procurement::catalogue::parse_lines;
use procurement::connection::{Connection, Mode};
use tempfile::TempDir;
use tokio::net::TcpListener;
use url::Url;

use super::{access, connect, mailbox, way_in};
use crate::catalogue;
use crate::marketplace::{Marketplace, Parts, Sweeping, configuration};
use crate::place::{PlaceError, marketplace_at};
use crate::provision::ProvisionError;
use crate::serve::local;

const ACCOUNTS: &str = include_str!("../../sample/accounts.toml");
/// How often due jobs are looked for while a person looks on.
const PAUSE: Duration = Duration::from_millis(200);

/// What is running.
#[derive(Debug)]
pub struct World {
    /// The marketplace.
    pub marketplace: Marketplace,
    /// A Coupa customer.
    pub coupa: Buyer,
    /// An SAP Ariba customer.
    pub ariba: Buyer,
    /// The Coupa customer's connection.
    pub coupa_connection: Connection,
    /// The SAP Ariba customer's connection.
    pub ariba_connection: Connection,
    /// Where mail lies.
    pub mail: PathBuf,
    /// The directory behind it, gone with this.
    directory: TempDir,
    sweeping: Sweeping,
}

/// How a world is made.
#[derive(Clone, Debug)]
pub struct WorldSettings {
    /// Everybody's time.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: Ids,
    /// The ports.
    pub ports: Ports,
    /// When due jobs are looked for.
    pub sweeping: Sweeping,
    /// Whether purchases are real; test mode is the default of a new connection (R9).
    pub mode: Mode,
    /// Where the store is.
    pub storage: Storage,
}

/// Where the store is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// In memory.
    Memory,
    /// In a file, which a restart reads again.
    File,
}

/// The ports of marketplace, Coupa and SAP Ariba; 0 takes any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ports([u16; 3]);

/// Why the world is not running.
#[derive(Debug, thiserror::Error)]
pub enum WorldError {
    /// A port.
    #[error("port {port} on 127.0.0.1 cannot be used ({error}); choose others with --port")]
    Port {
        /// Which.
        port: u16,
        /// Why.
        error: std::io::Error,
    },
    /// The machine.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// What the marketplace stands on.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The sample catalogue.
    #[error("the sample catalogue: {0}")]
    Catalogue(#[from] catalogue::ImportError),
    /// A connection.
    #[error(transparent)]
    Connection(#[from] ProvisionError),
    /// A simulated system.
    #[error(transparent)]
    Buyer(#[from] buyer::BuyerError),
    /// A step of the purchase.
    #[error(transparent)]
    Shopper(#[from] crate::shopper::ShopperError),
}

// === impl World ===

impl World {
    /// For people to click through, in real time.
    pub async fn for_people(ports: Ports) -> Result<Self, WorldError> {
        let clock = Clock::System;
        let ids = Ids::random(clock.clone());
        let sweeping = Sweeping::Every(PAUSE);
        Self::start(WorldSettings { clock, ids, ports, sweeping, mode: Mode::Live, storage: Storage::Memory })
            .await
    }

    /// As the settings say.
    pub async fn start(settings: WorldSettings) -> Result<Self, WorldError> {
        let [marketplace_port, coupa_port, ariba_port] = settings.ports.0;
        let listener = bind(marketplace_port).await?;
        let (coupa_listener, ariba_listener) = (bind(coupa_port).await?, bind(ariba_port).await?);
        let directory = TempDir::new()?;
        let mail = directory.path().join("mail");
        std::fs::create_dir(&mail)?;
        let core = core(&settings, &directory, local(listener.local_addr()?)).await?;
        let (coupa, ariba) = start_buyers(&settings.clock, coupa_listener, ariba_listener)?;
        let parts = Parts {
            core,
            accounts: accounts(&directory)?,
            mail: Mail::Directory(mail.clone()),
            events: Events::Log(directory.path().join("events.jsonl")),
            outbound: Outbound::new(Reach::PublicAndLoopback).map_err(PlaceError::from)?,
        };
        let configuration = configuration(&parts);
        let coupa_connection = connect::coupa(&configuration, &coupa, settings.mode).await?;
        let ariba_connection = connect::ariba(&configuration, &ariba, settings.mode).await?;
        let marketplace =
            Marketplace::start(parts.clone(), listener, pages(&mail, &parts), settings.sweeping)?;
        let sweeping = settings.sweeping;
        Ok(Self { marketplace, coupa, ariba, coupa_connection, ariba_connection, mail, directory, sweeping })
    }

    /// Stops the marketplace and starts it again on the same port, over the same file. What was only in memory is gone.
    pub async fn restart(self) -> Result<Self, WorldError> {
        let Self { marketplace, coupa, ariba, coupa_connection, ariba_connection, mail, directory, sweeping } =
            self;
        let address = marketplace.address();
        let Parts { core, accounts, mail: mailer, events, outbound } = marketplace.parts().clone();
        marketplace.stop().await;
        let core = Core { store: store(Storage::File, &directory).await?, ..core };
        let listener = bind(address.port()).await?;
        let parts = Parts { core, accounts, mail: mailer, events, outbound };
        let marketplace = Marketplace::start(parts.clone(), listener, pages(&mail, &parts), sweeping)?;
        Ok(Self { marketplace, coupa, ariba, coupa_connection, ariba_connection, mail, directory, sweeping })
    }

    /// The log of events for others.
    pub fn events(&self) -> PathBuf {
        self.directory.path().join("events.jsonl")
    }

    /// Stops everything.
    pub async fn stop(self) {
        self.marketplace.stop().await;
    }
}

async fn bind(port: u16) -> Result<TcpListener, WorldError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| WorldError::Port { port, error })
}

/// The pages that only a demonstration has.
fn pages(mail: &std::path::Path, parts: &Parts) -> Router {
    mailbox::routes(mail.to_owned()).merge(way_in::routes(configuration(parts)))
}

async fn core(settings: &WorldSettings, directory: &TempDir, base_url: Url) -> Result<Core, WorldError> {
    let core = Core {
        store: store(settings.storage, directory).await?,
        clock: settings.clock.clone(),
        ids: settings.ids.clone(),
        keys: Keys::from_file(&directory.path().join("keys")).map_err(PlaceError::from)?,
        marketplace: Arc::new(marketplace_at(base_url)),
    };
    let now = core.clock.now();
    let (listings, _) = parse_lines(catalogue::SAMPLE, now);
    catalogue::import(&core, &listings).await?;
    Ok(core)
}

async fn store(storage: Storage, directory: &TempDir) -> Result<Store, PlaceError> {
    let embedded = match storage {
        Storage::Memory => Embedded::memory().await?,
        Storage::File => Embedded::file(&directory.path().join("store.db")).await?,
    };
    Ok(Store::new(embedded.table()))
}

fn accounts(directory: &TempDir) -> Result<Accounts, WorldError> {
    let file = directory.path().join("accounts.toml");
    std::fs::write(&file, access::with_keys(ACCOUNTS))?;
    Ok(Accounts::from_file(&file).map_err(PlaceError::from)?)
}

fn start_buyers(clock: &Clock, coupa: TcpListener, ariba: TcpListener) -> Result<(Buyer, Buyer), WorldError> {
    let clock = clock.clone();
    let clock = buyer::Clock::from_fn(move || clock.now());
    let coupa = Buyer::start_on(buyer::Config::coupa(clock.clone()), coupa)?;
    let ariba = Buyer::start_on(buyer::Config::ariba(clock), ariba)?;
    Ok((coupa, ariba))
}

// === impl Ports ===

impl From<u16> for Ports {
    fn from(first: u16) -> Self {
        Self([first, first.saturating_add(1), first.saturating_add(2)])
    }
}
