//! What stands over every page of one connection: its name, how it is, the ways to its other pages, and in test mode what
//! would have been bought (R10).

use procurement::connection::{Connection, ProcurementSystem};
use procurement::id::ConnectionId;

use crate::failure::Failure;
use crate::texts::head::{TEXTS, Words};
use crate::visitor::Visitor;
use crate::words::amounts;

/// The head of a connection's page.
#[derive(Clone, Debug)]
pub struct Head {
    pub t: &'static Words,
    pub id: String,
    pub version: u64,
    pub name: String,
    pub system: ProcurementSystem,
    pub test: bool,
    pub enabled: bool,
    /// Whether the visitor may change it: its organisation's, with the permission.
    pub may_change: bool,
    /// Whose it is, for the operator.
    pub owner: Option<(String, String)>,
    /// What test mode comes to so far.
    pub banner: Option<String>,
    pub tab: Tab,
}

/// The pages of a connection, in the order of their links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Settings,
    Guide,
    Check,
    Health,
    Requests,
    Messages,
    Invoices,
    Reconciliation,
}

/// Reads a connection that the visitor may see, with the head of this page of it.
pub async fn load(visitor: &Visitor, id: ConnectionId, tab: Tab) -> Result<(Connection, Head), Failure> {
    let connection = visitor.configuration().connection(&visitor.caller, id).await?;
    let head = Head::of(visitor, &connection, tab).await?;
    Ok((connection, head))
}

// === impl Head ===

impl Head {
    /// The head over a connection that was just read.
    pub async fn of(visitor: &Visitor, connection: &Connection, tab: Tab) -> Result<Self, Failure> {
        let t = visitor.words(&TEXTS);
        let owner = &connection.organisation;
        let ours =
            visitor.caller.may_describe().is_ok_and(|own| own.management_account == owner.management_account);
        Ok(Self {
            t,
            id: connection.id.to_string(),
            version: connection.version,
            name: connection.name.clone(),
            system: connection.system,
            test: connection.is_test(),
            enabled: connection.enabled,
            may_change: visitor.caller.may_put_connection(connection).is_ok(),
            owner: (!ours).then(|| (owner.name.clone(), owner.management_account.to_string())),
            banner: banner(visitor, connection).await?,
            tab,
        })
    }

    /// Whether this is the page that is shown.
    pub fn is(&self, tab: Tab) -> bool {
        self.tab == tab
    }

    /// The pages, with their addresses.
    pub fn tabs(&self) -> [(Tab, &'static str, &'static str); 8] {
        [
            (Tab::Settings, "", self.t.settings),
            (Tab::Guide, "/guide", self.t.guide),
            (Tab::Check, "/check", self.t.check),
            (Tab::Requests, "/requests", self.t.requests),
            (Tab::Messages, "/messages", self.t.messages),
            (Tab::Invoices, "/invoices", self.t.invoices),
            (Tab::Reconciliation, "/reconciliation", self.t.reconciliation),
            (Tab::Health, "/health", self.t.health),
        ]
    }

    /// *Manage Coupa integration* or *Manage SAP Ariba integration*.
    pub const fn title(&self) -> &'static str {
        match self.system {
            ProcurementSystem::Coupa => self.t.manage_coupa,
            ProcurementSystem::SapAriba => self.t.manage_ariba,
        }
    }
}

/// What test orders would have bought so far; none on a live connection.
pub async fn banner(visitor: &Visitor, connection: &Connection) -> Result<Option<String>, Failure> {
    if !connection.is_test() {
        return Ok(None);
    }
    let (health, _) =
        visitor.configuration().condition(&visitor.caller, connection.id, visitor.language).await?;
    let t = visitor.words(&TEXTS);
    let bought = &health.test_orders;
    Ok(Some(match bought.count {
        0 => t.nothing_ordered.to_owned(),
        count => (t.would_have_bought)(count, &amounts(visitor.language, &bought.value)),
    }))
}
