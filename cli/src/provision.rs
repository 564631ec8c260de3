//! Making a connection, and the values that its procurement system's administrator types in (R7).

use platform::core::Core;
use platform::table::CommitError;
use procurement::connection::{Connection, NewConnection, NotAnAnid};
use procurement::id::ConnectionId;
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
    /// The buyer's id is none.
    #[error(transparent)]
    Anid(#[from] NotAnAnid),
    /// Another connection has the buyer's identity, or the store does not answer.
    #[error(
        "the connection was not saved: {0}; if its buyer identity belongs to another connection, change that one"
    )]
    Commit(#[from] CommitError),
}

/// Makes a connection with a fresh secret and saves it as `adjust` leaves it.
pub async fn connection(
    core: &Core,
    new: NewConnection,
    adjust: impl FnOnce(&mut Connection),
) -> Result<PurchaseInformation, ProvisionError> {
    let secret = core.ids.token();
    let id = ConnectionId::new(core.ids.uuid());
    let mut connection = new.make(id, &secret, &core.keys.secret_key(), core.clock.now())?;
    adjust(&mut connection);
    core.store.put_connection(&connection, None).await?;
    Ok(PurchaseInformation {
        punch_out_url: core.marketplace.url("cxml/setup"),
        order_url: core.marketplace.url("cxml/orders"),
        secret,
        connection,
    })
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
