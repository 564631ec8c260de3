//! Load, decide, commit, answer for a cart that goes back.

use cxml::WriteOptions;
use jiff::Timestamp;
use platform::core::Core;
use platform::documents::Direction;
use platform::store::DocumentRef;
use platform::table::{CommitError, ReadError};
use procurement::cart::{self, Cart, CartError};
use procurement::connection::Connection;
use procurement::order::Today;
use procurement::requisition::{Happened, Requisition, Status};
use procurement::session::{Session, SessionState};
use procurement::shopping::{NotSendable, sendable};

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

/// Why nobody goes back; the page says it in the requester's language.
#[derive(Debug)]
pub(crate) enum Stopped {
    Unknown,
    Over,
    NotReturned,
    Cart(CartError),
    NotSendable { item: String, why: NotSendable },
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
    let (items, gone) = match way {
        Way::WithCart => {
            let items = checked_items(core, &session, &connection, now).await?;
            (items, taken_out(core, &session, &connection, now).await?)
        }
        Way::WithoutCart => (Vec::new(), Vec::new()),
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
        Way::WithCart => cart::build(&cart).map_err(Stopped::Cart)?,
        Way::WithoutCart => cart::leave(&cart),
    };
    let text = cxml::write(&document, &WriteOptions::version(&connection.settings.cart_version));
    let sent = items.into_iter().map(|item| sent(item, &connection, now));
    let sent: Vec<Requisition> = sent.chain(gone).collect();
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
        proved_by: None,
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
    let told = Happened::Sent { system: connection.system, test: item.is_test() };
    item.with(Status::SentForApproval, told, now)
}

/// The items of the cart, each of which a purchase order would still buy (R29: checked before the browser leaves).
async fn checked_items(
    core: &Core,
    session: &Session,
    connection: &Connection,
    now: Timestamp,
) -> Result<Vec<Requisition>, Stopped> {
    let mut items = core.store.requisitions(&session.cart).await?;
    items.retain(|item| item.connection == connection.id);
    let organisation = connection.organisation.management_account;
    let approved = core.store.approved_products(organisation).await?;
    let products = items.iter().map(|item| item.product.id.clone()).collect();
    let listings = core.store.listings_of(&products).await?;
    for item in &items {
        let listing = listings.iter().find(|listing| listing.product.id == item.product.id);
        sendable(item, Today::of(item, listing, approved.as_ref()), organisation, now)
            .map_err(|why| Stopped::NotSendable { item: item.product.name.clone(), why })?;
    }
    Ok(items)
}

/// The items of the former cart that the changed one no longer has: the procurement system deletes their lines, so no order
/// is to come for them (R21).
async fn taken_out(
    core: &Core,
    session: &Session,
    connection: &Connection,
    now: Timestamp,
) -> Result<Vec<Requisition>, Stopped> {
    let former = session.former.iter().filter(|id| !session.cart.contains(id));
    let gone = core.store.requisitions(&former.copied().collect::<Vec<_>>()).await?;
    let own = gone.into_iter().filter(|item| item.connection == connection.id && item.is_open());
    let reason = Happened::TakenOutLater;
    let cancelled =
        |item: Requisition| item.with(Status::Cancelled { reason: reason.to_string() }, reason.clone(), now);
    Ok(own.map(cancelled).collect())
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
