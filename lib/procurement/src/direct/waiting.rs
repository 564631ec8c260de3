//! What a direct visitor chose where purchases need an approval: it waits for that person's next punch-out (R11).

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::account::{Account, AccountId};
use crate::approved_products::ApprovedProducts;
use crate::catalogue::{Choice, Listing, date_of};
use crate::connection::Connection;
use crate::id::{ConnectionId, OfferId, ProductId, RequisitionId};
use crate::requisition::{Happened, Requisition};
use crate::session::{MAX_CART, Requester, Session};
use crate::shopping::{NotAdded, Place, Wish, ask, request};

/// How long a choice waits.
pub const WAITS: SignedDuration = SignedDuration::from_hours(24 * 30);

/// A choice that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The id that the requisition item will have, so that it is put in a cart once.
    pub id: RequisitionId,
    /// The connection that it waits for.
    pub connection: ConnectionId,
    /// Who chose it.
    pub person: String,
    /// The account to subscribe.
    pub account: AccountId,
    /// The product.
    pub product: ProductId,
    /// The offer.
    pub offer: OfferId,
    /// What was chosen about it.
    pub choice: Choice,
    /// When.
    pub chosen: Timestamp,
}

/// Keeps a choice for the next punch-out over `wish.connection`, the one that redirects. What could not be asked for there is
/// refused now and not after the way to the procurement system.
pub fn wait(wish: Wish<'_>, now: Timestamp) -> Result<Waiting, NotAdded> {
    let (id, connection) = (wish.id, wish.connection.id);
    let (person, choice) = (wish.session.requester.key.clone(), wish.choice.clone());
    let asked = ask(wish, Place::AtOnce, now)?.requisition;
    let (account, product, offer) = (asked.account, asked.product.id, asked.offer.id);
    Ok(Waiting { id, connection, person, account, product, offer, choice, chosen: now })
}

/// The names by which a procurement system's requester may have come directly: the user name there, and the mail address.
pub fn persons(requester: &Requester) -> Vec<String> {
    let mut names = vec![requester.key.to_lowercase()];
    names.extend(requester.email.as_ref().map(|address| address.to_lowercase()));
    names.dedup();
    names
}

/// What is needed to take up one choice.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The choice.
    pub waiting: &'a Waiting,
    /// The product with its offers, as it is today.
    pub listing: &'a Listing,
    /// The account, one of the organisation's.
    pub account: &'a Account,
}

/// What is written when choices are taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenUp {
    /// The session with what could be put in its cart.
    pub session: Session,
    /// These items.
    pub requisitions: Vec<Requisition>,
}

/// Puts what waits in the cart of a session that opens. What cannot be bought any more is left out; the session is then as it
/// was.
pub fn take_up(
    connection: &Connection,
    session: &Session,
    wanted: &[Wanted<'_>],
    approved: Option<&ApprovedProducts>,
    now: Timestamp,
) -> TakenUp {
    let mut taken = TakenUp { session: session.clone(), requisitions: Vec::new() };
    for Wanted { waiting, listing, account } in wanted.iter().take(MAX_CART) {
        let wish = Wish {
            connection,
            session: &taken.session,
            cart: &taken.requisitions,
            listing,
            offer: &waiting.offer,
            choice: waiting.choice.clone(),
            account,
            approved,
            id: waiting.id,
            replaces: None,
        };
        if let Ok(added) = request(wish, now) {
            let told = Happened::Waited { day: date_of(waiting.chosen) };
            taken.session = added.session;
            taken.requisitions.push(added.requisition.remarked(told, now));
        }
    }
    // All of it is one change.
    taken.session.version = session.version;
    taken
}
