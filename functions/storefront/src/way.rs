//! The way that a purchase takes: over the cart, at once, or, for a visit without a punch-out, as its organisation's connections
//! say (R11, R13, R16).

use procurement::account::AccountId;
use procurement::catalogue::{Eligibility, Offer, Pricing, Product, eligibility, for_sale};
use procurement::configuration::OrganisationSettings;
use procurement::connection::{Connection, DirectVisit, direct_visit};
use procurement::direct::course;
use procurement::session::Session;

use crate::Storefront;
use crate::chrome::Chrome;
use crate::failure::Failure;
use crate::texts::Texts;
use crate::visit::Visit;

/// What a visit without a punch-out depends on.
#[derive(Clone, Debug)]
pub struct Direct {
    /// The organisation's connections, as they are now.
    pub connections: Vec<Connection>,
    /// Its settings.
    pub organisation: OrganisationSettings,
}

/// The way that a purchase takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way<'a> {
    /// Over the cart, to the procurement system that was punched out from.
    Cart,
    /// At once, because the connection approves it beforehand (R16).
    AtOnce,
    /// At once, on the marketplace itself (R11).
    Native,
    /// To the procurement system, where it waits for the next punch-out (R11).
    Redirected(&'a Connection),
    /// Not from here: it begins in SAP Ariba (R13).
    BeginsInAriba,
}

// === impl Direct ===

impl Direct {
    /// For a session that has no punch-out.
    pub async fn of(store: &Storefront, session: &Session) -> Result<Option<Self>, Failure> {
        let Some(visitor) = &session.direct else { return Ok(None) };
        let store = &store.core.store;
        let connections = store.connections_of(visitor.organisation.management_account).await?;
        let organisation = store.organisation_settings(&visitor.organisation).await?;
        Ok(Some(Self { connections, organisation }))
    }

    /// What the visitor is told on every page.
    pub fn note(&self, own: &Connection, t: &Texts) -> String {
        match direct_visit(&self.connections) {
            DirectVisit::Native => (t.direct.natively)(&own.organisation.name),
            DirectVisit::Redirected { connection, .. } => (t.direct.redirected)(connection.system.label()),
            DirectVisit::BeginsInAriba { connection } => (t.direct.begin_there)(connection.system.label()),
        }
    }
}

// === impl Way ===

impl Way<'_> {
    /// Whether the subscription begins with the form.
    pub fn is_at_once(&self) -> bool {
        matches!(self, Self::AtOnce | Self::Native)
    }
}

// === impl Visit ===

impl Visit {
    /// The way that something so priced takes.
    pub fn way(&self, pricing: &Pricing) -> Way<'_> {
        let Some(direct) = &self.direct else {
            let at_once = self.connection.needs_no_approval(pricing);
            return if at_once { Way::AtOnce } else { Way::Cart };
        };
        match course(&direct.connections, pricing) {
            DirectVisit::Native => Way::Native,
            DirectVisit::Redirected { connection, .. } => Way::Redirected(connection),
            DirectVisit::BeginsInAriba { .. } => Way::BeginsInAriba,
        }
    }

    /// The connection over which it is asked for.
    pub fn asked_over(&self, pricing: &Pricing) -> &Connection {
        match self.way(pricing) {
            Way::Redirected(connection) => connection,
            _ => &self.connection,
        }
    }

    /// Whether it is to be had that way, and why not (R32).
    pub fn judge(&self, product: &Product, offer: &Offer, accounts: &[AccountId]) -> Eligibility {
        match self.way(&offer.pricing) {
            Way::Native => for_sale(product, offer, accounts, self.now),
            _ => eligibility(product, offer, accounts, self.now),
        }
    }
}

// === impl Chrome ===

impl Chrome {
    /// The same for a visit without a punch-out: the procurement system, if there is one, is that of its organisation.
    #[must_use]
    pub fn over_direct(mut self, direct: &Direct) -> Self {
        self.system = self.t.frame.your_system;
        match direct_visit(&direct.connections) {
            DirectVisit::Native => {}
            DirectVisit::Redirected { connection, to } => {
                self.system = connection.system.label();
                self.leads_to = Some(to.origin().ascii_serialization());
            }
            DirectVisit::BeginsInAriba { connection } => self.system = connection.system.label(),
        }
        self
    }
}
