//! The directory of a marketplace on one machine, with a connection and with orders that wait to be sent.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use platform::core::Core;
use procurement::account::{Account, AccountState, Organisation};
use procurement::catalogue::{Choice, Listing, parse_lines, quote};
use procurement::connection::{
    Connection, InvoiceChannel, InvoiceDelivery, Mode, NewConnection, NewSystem, Settings,
};
use procurement::id::{ConnectionId, RequisitionId};
use procurement::requisition::{Request, Requisition, Status};
use procurement::session::Requester;
use punchgate::place::{Place, marketplace_at};
use rust_decimal::Decimal;
use tokio::task::JoinSet;
use url::Url;

use crate::OrderDocument;

const SAMPLE: &str = include_str!("../../cli/sample/catalogue.jsonl");
/// More orders than these come from several buyers.
const ORDERS_OF_A_BUYER: usize = 3_000;
/// How many requisition items are written at the same time.
const AT_ONCE: usize = 64;

/// An order that was approved and not sent.
#[derive(Clone, Debug)]
pub struct PreparedOrder {
    /// Its number.
    pub number: String,
    /// The one item that it orders.
    pub requisition: RequisitionId,
    /// The document.
    pub body: String,
}

/// What was prepared.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The buyers' connections, their invoices going to the inbox; one, unless there are very many orders.
    pub connections: Vec<Connection>,
    /// The orders.
    pub orders: Vec<PreparedOrder>,
}

/// What each order is for: the first offer of a product, so much of it.
#[derive(Clone, Copy, Debug)]
pub struct Ordered {
    product: &'static str,
    months: Option<u16>,
    quantities: &'static [(&'static str, u32)],
}

// === impl Ordered ===

impl Ordered {
    /// A year of a SaaS contract, paid upfront: one invoice at once.
    pub const CONTRACT: Self = Self {
        product: "prod-lumen-logs",
        months: Some(12),
        quantities: &[("ingest_gb_day", 1), ("seats", 1)],
    };
    /// A container product, pay as you go.
    pub const USAGE: Self = Self { product: "prod-harbor-scan", months: None, quantities: &[] };

    fn listing(self, core: &Core) -> Listing {
        let id = format!("\"id\": \"{}\"", self.product);
        let line = SAMPLE.lines().find(|line| line.contains(&id)).expect("the product");
        parse_lines(line, core.clock.now()).0.remove(0)
    }

    fn choice(self) -> Choice {
        let quantities: BTreeMap<String, _> =
            self.quantities.iter().map(|(key, count)| ((*key).to_owned(), *count)).collect();
        Choice { months: self.months, quantities, estimate: None }
    }
}

// === impl Prepared ===

impl Prepared {
    /// Writes the directory, with orders for a contract; nobody else may hold it.
    pub async fn in_directory(directory: &Path, orders: usize, inbox: &Url) -> Self {
        Self::with(directory, Ordered::CONTRACT, orders, inbox).await
    }

    /// The same, with orders for this.
    pub async fn with(directory: &Path, ordered: Ordered, orders: usize, inbox: &Url) -> Self {
        let place = Place::open(directory).await.expect("a directory");
        let core = place.core(marketplace_at("http://127.0.0.1/".parse().expect("a URL")));
        let listing = ordered.listing(&core);
        core.store.put_listing(&listing).await.expect("stored");
        let (mut connections, mut prepared) = (Vec::new(), Vec::with_capacity(orders));
        while prepared.len() < orders {
            let (connection, secret) = connect(&core, inbox).await;
            let wanted =
                Wanted { core: &core, connection: &connection, listing: &listing, choice: ordered.choice() };
            let count = ORDERS_OF_A_BUYER.min(orders - prepared.len());
            for requisition in wanted.request(count).await {
                let number = format!("PO-{:06}", prepared.len());
                let body = order(&core, (&connection, &secret), &requisition, &number);
                prepared.push(PreparedOrder { number, requisition: requisition.id, body });
            }
            connections.push(connection);
        }
        Self { connections, orders: prepared }
    }
}

fn order(
    core: &Core,
    (connection, secret): (&Connection, &str),
    requisition: &Requisition,
    number: &str,
) -> String {
    let document = OrderDocument {
        connection,
        secret,
        number,
        at: core.clock.now(),
        requisitions: std::slice::from_ref(requisition),
        dearer_by: Decimal::ZERO,
        references: &core.keys.reference_key(),
    };
    document.write()
}

async fn connect(core: &Core, inbox: &Url) -> (Connection, String) {
    let new = NewConnection {
        organisation: Organisation {
            management_account: "111122223333".parse().expect("an account"),
            name: "Acme".to_owned(),
            standalone: false,
        },
        name: "Coupa".to_owned(),
        description: String::new(),
        system: NewSystem::Coupa,
        supplier: core.marketplace.supplier.clone(),
        settings: Settings::default(),
    };
    let (id, secret) = (ConnectionId::new(core.ids.uuid()), core.ids.token());
    let made = new.make(id, &secret, &core.keys.secret_key(), core.clock.now());
    let mut connection = Connection { mode: Mode::Live, ..made.expect("a connection") };
    connection.settings.invoicing = InvoiceChannel::Cxml(InvoiceDelivery {
        url: inbox.clone(),
        from: connection.supplier.clone(),
        to: connection.buyer.clone(),
        secret: core.keys.seal("invoices", &id.to_string()).into(),
        version: "1.2.020".to_owned(),
    });
    core.store.put_connection(&connection, None).await.expect("stored");
    (connection, secret)
}

/// What is asked for, again and again.
struct Wanted<'a> {
    core: &'a Core,
    connection: &'a Connection,
    listing: &'a Listing,
    choice: Choice,
}

// === impl Wanted ===

impl Wanted<'_> {
    async fn request(&self, count: usize) -> Vec<Requisition> {
        let requisitions: Vec<Requisition> = (0..count).map(|_| self.item()).collect();
        let shared: Arc<[Requisition]> = requisitions.clone().into();
        let mut writing = JoinSet::new();
        for position in 0..count {
            if writing.len() >= AT_ONCE {
                writing.join_next().await.expect("one").expect("written");
            }
            let (store, shared) = (self.core.store.clone(), shared.clone());
            writing.spawn(async move { store.put_requisition(&shared[position]).await.expect("stored") });
        }
        writing.join_all().await;
        requisitions
    }

    fn item(&self) -> Requisition {
        let offer = &self.listing.offers[0];
        let blanket = self.connection.settings.blanket_amount;
        let quote = quote(&offer.pricing, &self.choice, blanket).expect("a price");
        let requester = Requester {
            key: "ada".to_owned(),
            name: "Ada Lovelace".to_owned(),
            email: Some("ada@acme.example".to_owned()),
            ..Requester::default()
        };
        let account = Account {
            id: "222233334444".parse().expect("an account"),
            name: "Research".to_owned(),
            email: "research@acme.example".to_owned(),
            state: AccountState::Active,
        };
        let request = Request {
            id: RequisitionId::new(self.core.ids.uuid()),
            connection: self.connection,
            requester: &requester,
            account: &account,
            product: &self.listing.product,
            offer,
            choice: self.choice.clone(),
            quote,
        };
        let mut requisition = Requisition::new(request, self.core.clock.now());
        requisition.status = Status::SentForApproval;
        requisition
    }
}
