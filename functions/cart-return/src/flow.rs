//! Load, decide, commit, answer for a cart that goes back.

use cxml::WriteOptions;
use jiff::Timestamp;
use platform::core::Core;
use platform::documents::Direction;
use platform::store::DocumentRef;
use platform::table::{CommitError, ReadError};
use procurement::cart::{self, Cart, CartError};
use procurement::connection::Connection;
use procurement::order::{Stale, still_holds};
use procurement::requisition::{Requisition, Status};
use procurement::session::{Session, SessionState};

/// How often a lost race is run again.
const MAX_TRIES: u32 = 3;

/// With what the requester goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    WithCart,
    WithoutCart,
}

/// A cart on its way back.
#[derive(Debug)]
pub(crate) struct Returned {
    pub(crate) session: Session,
    pub(crate) connection: Connection,
    pub(crate) document: String,
}

/// Why nobody goes back.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Stopped {
    #[error("This shopping session is not known. Open the marketplace again from your procurement system.")]
    Unknown,
    #[error("This shopping session has ended. Open the marketplace again from your procurement system.")]
    Over,
    #[error("Nothing was sent yet.")]
    NotReturned,
    #[error("{0}")]
    Cart(#[from] CartError),
    #[error("{item}: {stale}")]
    Stale { item: String, stale: Stale },
    #[error("{0} cannot be sent again: it is {1}. Take it out of the cart.")]
    Closed(String, &'static str),
    #[error("The marketplace cannot do this at the moment. Nothing was lost; try again in a minute.")]
    Unavailable(String),
}

/// Makes the document that goes back, unless it was made before.
pub(crate) async fn go_back(core: &Core, key: &str, way: Way) -> Result<(), Stopped> {
    for attempt in 1..=MAX_TRIES {
        match go_back_once(core, key, way).await {
            Err(Retry::Race) if attempt < MAX_TRIES => {}
            Err(Retry::Race) => return Err(Stopped::Unavailable("lost a race".to_owned())),
            Err(Retry::Not(stopped)) => return Err(stopped),
            Ok(()) => return Ok(()),
        }
    }
    Ok(())
}

enum Retry {
    Race,
    Not(Stopped),
}

async fn go_back_once(core: &Core, key: &str, way: Way) -> Result<(), Retry> {
    let now = core.clock.now();
    let (session, connection) = load(core, key).await?;
    if matches!(session.state, SessionState::Returned { .. }) {
        return Ok(());
    }
    if session.is_over(now) {
        return Err(Stopped::Over.into());
    }
    // After an inspect no item goes back (R21).
    let way = if session.is_read_only() { Way::WithoutCart } else { way };
    let items = match way {
        Way::WithCart => checked_items(core, &session, now).await?,
        Way::WithoutCart => Vec::new(),
    };
    let payload_id = core.payload_id();
    let cart = Cart {
        session: &session,
        connection: &connection,
        marketplace: &core.marketplace,
        items: &items,
        references: &core.keys.reference_key(),
        payload_id: payload_id.clone(),
        now,
    };
    let document = match way {
        Way::WithCart => cart::build(&cart).map_err(Stopped::from)?,
        Way::WithoutCart => cart::leave(&cart),
    };
    let text = cxml::write(&document, &WriteOptions::version(&connection.settings.cart_version));
    let sent: Vec<Requisition> = items.into_iter().map(|item| sent(item, &connection, now)).collect();
    commit(core, key, session, &sent, &payload_id, text, now).await
}

async fn commit(
    core: &Core,
    key: &str,
    session: Session,
    sent: &[Requisition],
    payload_id: &str,
    text: String,
    now: Timestamp,
) -> Result<(), Retry> {
    let document = DocumentRef {
        id: core.ids.uuid().to_string(),
        connection: session.connection,
        direction: Direction::Out,
        kind: "PunchOutOrderMessage",
        payload_id,
        names: names(&session),
        code: None,
        content: text.as_bytes(),
    };
    let mut session = session.used(now);
    session.state = SessionState::Returned { document: text.clone() };
    core.store.return_cart(key, &session, sent, &document, now).await?;
    tracing::info!(connection = %session.connection, outcome = "cart_returned", items = sent.len(), "cart return");
    Ok(())
}

fn names(session: &Session) -> Vec<String> {
    [session.requester.names(), vec![session.setup_payload_id.clone()]].concat()
}

fn sent(item: Requisition, connection: &Connection, now: Timestamp) -> Requisition {
    let test = if item.is_test() { "TEST: " } else { "" };
    let text = format!("{test}Sent to {} for approval.", connection.system.label());
    item.with(Status::SentForApproval, text, now)
}

/// The items of the cart, each still as it was requested (R29: checked before the browser leaves).
async fn checked_items(core: &Core, session: &Session, now: Timestamp) -> Result<Vec<Requisition>, Stopped> {
    let items = core.store.requisitions(&session.cart).await?;
    for item in &items {
        match &item.status {
            Status::InCart | Status::SentForApproval | Status::Stale { .. } | Status::Refused { .. } => {}
            closed => return Err(Stopped::Closed(item.product.name.clone(), closed.label())),
        }
        let today = core.store.offer(&item.offer.id).await?;
        still_holds(&item.offer, today.as_ref(), now)
            .map_err(|stale| Stopped::Stale { item: item.product.name.clone(), stale })?;
    }
    Ok(items)
}

/// The document that is on its way back.
pub(crate) async fn returned(core: &Core, key: &str) -> Result<Returned, Stopped> {
    let (session, connection) = load(core, key).await?;
    match &session.state {
        SessionState::Returned { document } => {
            Ok(Returned { document: document.clone(), session, connection })
        }
        _ => Err(Stopped::NotReturned),
    }
}

async fn load(core: &Core, key: &str) -> Result<(Session, Connection), Stopped> {
    let session = core.store.session(key).await?.ok_or(Stopped::Unknown)?;
    if session.state == SessionState::Offered {
        return Err(Stopped::Unknown);
    }
    let connection = core.store.connection(session.connection).await?.ok_or(Stopped::Unknown)?;
    Ok((session, connection))
}

// === impl Stopped and Retry ===

impl From<ReadError> for Stopped {
    fn from(error: ReadError) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl From<Stopped> for Retry {
    fn from(stopped: Stopped) -> Self {
        Self::Not(stopped)
    }
}

impl From<CommitError> for Retry {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Conflict { .. } | CommitError::Contention => Self::Race,
            other => Self::Not(Stopped::Unavailable(other.to_string())),
        }
    }
}
