//! Making a connection as its administrator and the operator do it, and the values that its procurement system's
//! administrator types in (R7).
//!
//! Whoever holds the marketplace's directory is both. It goes through the same use cases as the API and the console, so that
//! the same is checked, and the audit log says who did it (R5).

use config::{Configuration, Failure};
use procurement::account::AccountId;
use procurement::configuration::{Caller, Draft, Permissions, Problem, Step};
use procurement::connection::{Connection, Mode, NewSystem, ProcurementSystem};
use url::Url;

/// What a procurement system's administrator needs, and nothing else (R7).
#[derive(Clone, Debug)]
pub struct PurchaseInformation {
    /// Where punch-outs go.
    pub punch_out_url: Url,
    /// Where purchase orders go.
    pub order_url: Url,
    /// The secret, shown this once.
    pub secret: String,
    /// The identities.
    pub connection: Connection,
}

/// Why a connection could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ProvisionError {
    /// Values that cannot be taken.
    #[error("the connection was not made: {0}")]
    Invalid(String),
    /// Any other reason.
    #[error("the connection was not made: {0}")]
    Failed(Failure),
}

/// Whoever uses this machine, as an account of the accounts file that also runs the marketplace.
pub async fn local_caller(
    configuration: &Configuration,
    account: AccountId,
) -> Result<Caller, ProvisionError> {
    let user = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
    let who = format!("local:{}", user.as_deref().unwrap_or("unknown"));
    let caller = configuration.caller(account, who, Permissions::ALL).await?;
    Ok(Caller { operator: true, ..caller })
}

/// Makes a connection with a fresh secret; if purchases are to be real, by every step that leads there (R9, R13).
pub async fn connection(
    configuration: &Configuration,
    caller: &Caller,
    system: NewSystem,
    draft: &Draft,
    mode: Mode,
) -> Result<PurchaseInformation, ProvisionError> {
    let (made, information) = configuration.create(caller, system, draft).await?;
    let connection = match mode {
        Mode::Test => made,
        Mode::Live => take_live(configuration, caller, made).await?,
    };
    let marketplace = &configuration.core.marketplace;
    Ok(PurchaseInformation {
        punch_out_url: marketplace.url("cxml/setup"),
        order_url: marketplace.url("cxml/orders"),
        secret: information.shared_secret.unwrap_or_default(),
        connection,
    })
}

async fn take_live(
    configuration: &Configuration,
    caller: &Caller,
    made: Connection,
) -> Result<Connection, Failure> {
    let id = made.id;
    if made.system == ProcurementSystem::Coupa {
        let live = Draft { mode: Some("live".to_owned()), ..Draft::default() };
        return configuration.change(caller, id, made.version, &live).await;
    }
    let mut version = made.version;
    for step in [Step::InstructionsSent, Step::Testing] {
        version = configuration.advance(caller, id, version, step).await?.version;
    }
    version = configuration.request_live(caller, id, version).await?.version;
    configuration.advance(caller, id, version, Step::Live).await
}

// === impl ProvisionError ===

impl From<Failure> for ProvisionError {
    /// Every mistake with its field, since there is no form beside which it could stand.
    fn from(failure: Failure) -> Self {
        let Failure::Problem(Problem::Invalid(mistakes)) = failure else { return Self::Failed(failure) };
        let told =
            |mistake: procurement::configuration::Mistake| format!("{}: {}", mistake.field, mistake.message);
        Self::Invalid(mistakes.into_iter().map(told).collect::<Vec<_>>().join(" "))
    }
}

// === impl PurchaseInformation ===

impl std::fmt::Display for PurchaseInformation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let connection = &self.connection;
        writeln!(f, "Connection          {} ({})", connection.name, connection.id)?;
        writeln!(f, "Punch-out URL       {}", self.punch_out_url)?;
        writeln!(f, "Purchase order URL  {}", self.order_url)?;
        writeln!(f, "Supplier domain     {}", connection.supplier.domain)?;
        writeln!(f, "Supplier identity   {}", connection.supplier.value)?;
        writeln!(f, "Buyer domain        {}", connection.buyer.domain)?;
        writeln!(f, "Buyer identity      {}", connection.buyer.value)?;
        write!(f, "Shared secret       {}  (shown this once)", self.secret)
    }
}
