//! What outlives the marketplace's process: the engine with its table, the post, the procurement system; and how the
//! process starts over them.

use std::sync::{Arc, OnceLock};

use axum::Router;
use dynoxide::Database;
use platform::accounts::{Accounts, AccountsFile};
use platform::clock::{Clock, ManualClock};
use platform::core::Core;
use platform::events::Events;
use platform::ids::Ids;
use platform::keys::Keys;
use platform::mail::Mail;
use platform::outbound::Outbound;
use platform::store::Store;
use platform::table::local::Embedded;
use procurement::account::{Account, AccountState, Organisation};
use procurement::catalogue::{Choice, Listing, Offer, parse_lines, quote};
use procurement::connection::{
    Connection, Identity, IdentityDomain, InvoiceChannel, InvoiceDelivery, Mode, NewConnection, NewSystem,
    Settings,
};
use procurement::id::{ConnectionId, RequisitionId};
use procurement::marketplace::Marketplace;
use procurement::requisition::{Request, Requisition, Status};
use procurement::session::Requester;
use storefront::Storefront;
use tempfile::TempDir;
use uuid::Uuid;

use super::inbox::Inbox;
use super::post::Post;
use super::sabotage::Sabotage;
use super::sky::Sky;
use super::table;

const START: &str = "2026-11-02T09:00:00Z";
const SAMPLE: &str = include_str!("../../../cli/sample/catalogue.jsonl");
pub const SECRET: &str = "correct horse battery staple";
/// For whom is bought.
pub const ACCOUNT: &str = "222233334444";
const ACCOUNTS: &str = "[[organisation]]\nmanagement_account = \"111122223333\"\nname = \"Acme\"\n\
                        [[account]]\nid = \"111122223333\"\nname = \"Payer\"\nemail = \"payer@acme.example\"\n\
                        organisation = \"111122223333\"\n\
                        [[account]]\nid = \"222233334444\"\nname = \"Research\"\n\
                        email = \"research@acme.example\"\norganisation = \"111122223333\"\n";
/// A contract paid at once, one paid in three instalments, and one that is never invoiced (R47).
pub const OFFERS: [&str; 3] =
    ["offer-lumen-logs-standard", "offer-tally-ledger-5a02", "offer-harbor-scan-payg"];

/// The world of one history.
#[derive(Debug)]
pub struct World {
    pub sky: Sky,
    pub sabotage: Sabotage,
    pub engine: Embedded,
    pub database: DatabaseHandle,
    pub post: Post,
    pub inbox: Inbox,
    pub connection: Connection,
    clock: ManualClock,
    ids: Ids,
    /// Where others are told what happened.
    told: TempDir,
}

/// The engine itself, for looking at all that there is.
pub struct DatabaseHandle(pub Database);

/// The marketplace's process: it goes with a crash.
#[derive(Clone, Debug)]
pub struct Process {
    pub core: Core,
    pub mail: Mail,
    pub events: Events,
    pub outbound: Outbound,
    pub router: Router,
}

// === impl World ===

impl World {
    pub async fn new(seed: u64, sabotage: Sabotage, telling: bool) -> Self {
        let clock = ManualClock::new(START.parse().expect("a time"));
        let sky = Sky::new(seed, clock.clone(), telling);
        let database = Database::memory().expect("an engine");
        let engine = Embedded::over(database.clone()).await.expect("a table");
        let ids = Ids::seeded(Clock::from(&clock), seed);
        let mut world = Self {
            sky,
            sabotage,
            engine,
            database: DatabaseHandle(database),
            post: Post::default(),
            inbox: Inbox::default(),
            connection: connection(&keys(), &clock),
            clock,
            ids,
            told: TempDir::new().expect("a directory"),
        };
        let core = world.truth();
        core.store.put_connection(&world.connection, None).await.expect("stored");
        world.connection = core.store.connection(world.connection.id).await.expect("read").expect("there");
        for listing in listings() {
            core.store.put_listing(listing).await.expect("stored");
        }
        world
    }

    /// The marketplace starts over what is there.
    pub fn start(&self) -> Process {
        let table = table::table(&self.engine, &self.sky, self.sabotage);
        let core = self.core(Store::new(table));
        Process {
            mail: self.post.mail(&self.sky, self.sabotage),
            events: Events::Log(self.told.path().join("events.jsonl")),
            outbound: self.inbox.outbound(&self.sky, self.sabotage),
            router: router(&core),
            core,
        }
    }

    /// The table as it is, past the weather.
    pub fn truth(&self) -> Core {
        self.core(Store::new(table::truth(&self.engine)))
    }

    /// A requester asked for one of the offers, and the cart went back.
    pub async fn request(&self) -> Requisition {
        let (listing, offer) = self.sky.draw(|chance| *chance.pick(&offers()));
        let core = self.truth();
        let choice = choice(offer);
        let quote = quote(&offer.pricing, &choice, self.connection.settings.blanket_amount).expect("a price");
        let request = Request {
            id: RequisitionId::new(self.ids.uuid()),
            connection: &self.connection,
            requester: &requester(),
            account: &account(),
            product: &listing.product,
            offer,
            choice,
            quote,
        };
        let mut requisition = Requisition::new(request, self.sky.now());
        requisition.status = Status::SentForApproval;
        core.store.put_requisition(&requisition).await.expect("stored");
        requisition
    }

    fn core(&self, store: Store) -> Core {
        Core {
            store,
            clock: Clock::from(&self.clock),
            ids: self.ids.clone(),
            keys: keys(),
            marketplace: Arc::new(marketplace()),
        }
    }
}

/// What a purchase passes through: punch-out, store, the cart's return, orders.
fn router(core: &Core) -> Router {
    let accounts = AccountsFile::parse(ACCOUNTS, "accounts").expect("accounts");
    let storefront = Storefront::new(core.clone(), Accounts::File(Arc::new(accounts)));
    Router::new()
        .merge(purchase_order::routes(core.clone()))
        .merge(punchout_setup::routes(core.clone()))
        .merge(cart_return::routes(core.clone()))
        .merge(storefront::routes(storefront))
}

fn keys() -> Keys {
    Keys::from_bytes([1; 32], [2; 32], [3; 32])
}

fn marketplace() -> Marketplace {
    Marketplace {
        name: "Software Market".to_owned(),
        base_url: "https://market.example/".parse().expect("a URL"),
        mail_from: "shop@market.example".to_owned(),
        supplier: Identity { domain: IdentityDomain::NetworkId, value: "MARKET".to_owned() },
    }
}

fn connection(keys: &Keys, clock: &ManualClock) -> Connection {
    let new = NewConnection {
        organisation: Organisation {
            management_account: "111122223333".parse().expect("an account"),
            name: "Acme".to_owned(),
            standalone: false,
        },
        name: "Coupa".to_owned(),
        description: String::new(),
        system: NewSystem::Coupa,
        supplier: marketplace().supplier,
        settings: Settings::default(),
    };
    let id = ConnectionId::new(Uuid::from_u128(0xc0));
    let mut connection = new.make(id, SECRET, &keys.secret_key(), clock.now()).expect("a connection");
    connection.mode = Mode::Live;
    connection.settings.form_hosts = vec!["acme.coupahost.com".to_owned()];
    connection.settings.invoicing = InvoiceChannel::Cxml(InvoiceDelivery {
        url: "https://acme.coupahost.com/cxml/invoices".parse().expect("a URL"),
        from: connection.supplier.clone(),
        to: connection.buyer.clone(),
        secret: keys.seal("invoices", &id.to_string()).into(),
        version: "1.2.020".to_owned(),
    });
    connection
}

/// The listings that have the offers.
fn listings() -> &'static [Listing] {
    static LISTINGS: OnceLock<Vec<Listing>> = OnceLock::new();
    LISTINGS.get_or_init(|| {
        let lines: Vec<&str> =
            SAMPLE.lines().filter(|line| OFFERS.iter().any(|offer| line.contains(offer))).collect();
        parse_lines(&lines.join("\n"), START.parse().expect("a time")).0
    })
}

fn offers() -> Vec<(&'static Listing, &'static Offer)> {
    let all = listings().iter().flat_map(|listing| listing.offers.iter().map(move |offer| (listing, offer)));
    all.filter(|(_, offer)| OFFERS.contains(&offer.id.as_str())).collect()
}

fn choice(offer: &Offer) -> Choice {
    use procurement::catalogue::Pricing;
    match &offer.pricing {
        Pricing::Contract { dimensions, .. } => Choice {
            months: Some(12),
            quantities: dimensions.iter().map(|dimension| (dimension.key.clone(), 1)).collect(),
            estimate: None,
        },
        _ => Choice::default(),
    }
}

fn requester() -> Requester {
    Requester {
        key: "ada".to_owned(),
        name: "Ada Lovelace".to_owned(),
        email: Some("ada@acme.example".to_owned()),
        language: None,
        account: None,
    }
}

fn account() -> Account {
    Account {
        id: ACCOUNT.parse().expect("an account"),
        name: "Research".to_owned(),
        email: "research@acme.example".to_owned(),
        state: AccountState::Active,
    }
}

impl std::fmt::Debug for DatabaseHandle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Database")
    }
}
