//! What answers show. Nothing here holds a secret but the one field that shows a new one, once (R15).

use jiff::Timestamp;
use platform::store::SignedIn;
use procurement::account::Organisation;
use procurement::approved_products::ApprovedProducts;
use procurement::configuration::{
    AuditEntry, Check, Finding, Health, OrganisationSettings, Step, WhichConnection,
};
use procurement::connection::{Connection, HashedSecret, Mode, ProcurementSystem};
use procurement::reason::Telling;
use serde::Serialize;
use utoipa::ToSchema;

use crate::SystemName;

mod connection;
mod purchase_information;
mod subscription;

pub use connection::{ConnectionView, IdentityView, OnboardingView, SecretView, SettingsView};
pub use purchase_information::PurchaseInformation;
pub use subscription::{
    AmendedView, AmountView, ChargeView, EndedView, SubscriptionView, UsageMonthView, UsageRecorded,
    UsageView,
};

/// A connection that was made or changed with a new secret.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Created {
    pub connection: ConnectionView,
    pub purchase_information: PurchaseInformation,
    /// What is still to be done, in sentences.
    pub notices: Vec<String>,
}

/// All connections of an organisation.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConnectionList {
    pub connections: Vec<ConnectionView>,
}

/// An organisation's settings.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OrganisationView {
    pub version: u64,
    pub management_account: String,
    pub name: String,
    pub standalone: bool,
    pub automatic_approval_free: bool,
    pub automatic_approval_byol: bool,
    pub purchase_order_management: bool,
    pub billing_integration: bool,
}

/// The list of approved products.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApprovedView {
    /// 0: there is no list, and everything may be bought.
    pub version: u64,
    pub applied: bool,
    pub products: Vec<String>,
}

/// A page of the audit log, newest first.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AuditPage {
    pub entries: Vec<AuditView>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// An entry of the audit log.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AuditView {
    #[schema(format = DateTime)]
    pub at: String,
    /// The ARN.
    pub who: String,
    pub account: String,
    pub action: String,
    pub connection: Option<String>,
    pub name: String,
    pub changes: Vec<ChangeView>,
}

/// A field that is another now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChangeView {
    pub field: String,
    pub old: String,
    pub new: String,
}

/// How a connection is doing.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HealthView {
    #[schema(format = DateTime)]
    pub last_traffic: Option<String>,
    pub waiting: usize,
    pub subscribed: usize,
    pub parked_invoices: usize,
    pub refusals: Vec<RefusalView>,
    /// The last documents that meant the other of test and production than the connection's mode (R20).
    pub marked: Vec<RefusalView>,
    /// How many test orders came, which bought nothing.
    pub test_orders: usize,
    /// What they would have bought, such as `1200.00 USD`.
    pub would_have_bought: Vec<String>,
}

/// A request that was refused, or marked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RefusalView {
    #[schema(format = DateTime)]
    pub at: String,
    pub reason: String,
}

/// Which connection an account's purchases go over, and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WhichView {
    pub connections: Vec<String>,
    pub reasons: Vec<String>,
}

/// What came of checking a connection.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CheckReport {
    /// Whether nothing is bad.
    pub ready: bool,
    pub checks: Vec<CheckView>,
}

/// One check.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CheckView {
    pub name: String,
    /// `good`, `notice` or `bad`.
    pub finding: String,
    /// In a sentence, with what to do.
    pub message: String,
}

/// A link that opens the console.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConsoleLink {
    /// It can be opened once.
    pub url: String,
    #[schema(format = DateTime)]
    pub until: String,
}

/// A link that opens the store.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StoreLink {
    /// It can be opened once.
    pub url: String,
    #[schema(format = DateTime)]
    pub until: String,
}

/// The console sessions of the caller's account.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConsoleSessions {
    pub sessions: Vec<ConsoleSessionView>,
}

/// A console session.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConsoleSessionView {
    pub arn: String,
    #[schema(format = DateTime)]
    pub since: String,
    #[schema(format = DateTime)]
    pub until: String,
}

/// How many there were.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Ended {
    pub ended: usize,
}

/// A page of the operator's customers.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CustomerPage {
    pub customers: Vec<CustomerView>,
    pub next: Option<String>,
}

/// A customer.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CustomerView {
    pub management_account: String,
    pub name: String,
    pub standalone: bool,
}

// === conversions ===

impl From<ProcurementSystem> for SystemName {
    fn from(system: ProcurementSystem) -> Self {
        match system {
            ProcurementSystem::Coupa => Self::Coupa,
            ProcurementSystem::SapAriba => Self::SapAriba,
        }
    }
}

impl From<&OrganisationSettings> for OrganisationView {
    fn from(settings: &OrganisationSettings) -> Self {
        Self {
            version: settings.version,
            management_account: settings.organisation.management_account.to_string(),
            name: settings.organisation.name.clone(),
            standalone: settings.organisation.standalone,
            automatic_approval_free: settings.automatic_approval.free,
            automatic_approval_byol: settings.automatic_approval.byol,
            purchase_order_management: settings.purchase_order_management,
            billing_integration: settings.billing_integration,
        }
    }
}

impl From<&AuditEntry> for AuditView {
    fn from(entry: &AuditEntry) -> Self {
        let change = |change: &procurement::configuration::FieldChange| ChangeView {
            field: change.field.clone(),
            old: change.old.clone(),
            new: change.new.clone(),
        };
        Self {
            at: entry.at.to_string(),
            who: entry.who.clone(),
            account: entry.account.to_string(),
            action: entry.action.label().to_owned(),
            connection: entry.connection.map(|id| id.to_string()),
            name: entry.name.clone(),
            changes: entry.changes.iter().map(change).collect(),
        }
    }
}

impl HealthView {
    pub(crate) fn of(health: &Health, last_traffic: Option<Timestamp>) -> Self {
        let refusal = |(at, reason): &(Timestamp, Telling)| RefusalView {
            at: at.to_string(),
            reason: reason.to_string(),
        };
        Self {
            last_traffic: last_traffic.map(|at| at.to_string()),
            waiting: health.waiting,
            subscribed: health.subscribed,
            parked_invoices: health.parked_invoices,
            refusals: health.refusals.iter().map(refusal).collect(),
            marked: health.marked.iter().map(refusal).collect(),
            test_orders: health.test_orders.count,
            would_have_bought: health.test_orders.value.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<WhichConnection> for WhichView {
    fn from(which: WhichConnection) -> Self {
        let connections = which.connections.iter().map(ToString::to_string).collect();
        Self { connections, reasons: which.reasons.iter().map(ToString::to_string).collect() }
    }
}

impl From<Vec<Check>> for CheckReport {
    fn from(checks: Vec<Check>) -> Self {
        let finding = |finding: Finding| match finding {
            Finding::Good => "good",
            Finding::Notice => "notice",
            Finding::Bad => "bad",
        };
        Self {
            ready: checks.iter().all(|check| check.finding() != Finding::Bad),
            checks: checks
                .into_iter()
                .map(|check| CheckView {
                    name: check.name().to_owned(),
                    finding: finding(check.finding()).to_owned(),
                    message: check.to_string(),
                })
                .collect(),
        }
    }
}

impl From<&Organisation> for CustomerView {
    fn from(organisation: &Organisation) -> Self {
        Self {
            management_account: organisation.management_account.to_string(),
            name: organisation.name.clone(),
            standalone: organisation.standalone,
        }
    }
}

impl From<&SignedIn> for ConsoleSessionView {
    fn from(session: &SignedIn) -> Self {
        Self { arn: session.arn.clone(), since: session.since.to_string(), until: session.until.to_string() }
    }
}

impl From<&ApprovedProducts> for ApprovedView {
    fn from(list: &ApprovedProducts) -> Self {
        let products = list.products.iter().map(ToString::to_string).collect();
        Self { version: list.version, applied: list.applied, products }
    }
}

impl ApprovedView {
    /// There is no list.
    pub(crate) const fn none() -> Self {
        Self { version: 0, applied: false, products: Vec::new() }
    }
}
