//! An item is taken out of the cart.

use jiff::Timestamp;

use crate::requisition::{Happened, Requisition, Status};
use crate::session::Session;

/// What is written when an item leaves the cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The session without it.
    pub session: Session,
    /// The item, cancelled. An item that was sent for approval before stays as it is until the changed cart is
    /// returned: leaving without a cart leaves it in the procurement system (R21, R28).
    pub requisition: Option<Requisition>,
}

/// Takes an item out of the cart; nothing where the cart may not be changed or does not hold it.
pub fn remove(session: &Session, item: &Requisition, now: Timestamp) -> Option<Removed> {
    if session.is_read_only() || !session.cart.contains(&item.id) {
        return None;
    }
    let mut session = session.clone().used(now);
    session.cart.retain(|id| *id != item.id);
    let requisition = (item.status == Status::InCart).then(|| {
        let reason = Happened::TakenOut;
        item.clone().with(Status::Cancelled { reason: reason.to_string() }, reason, now)
    });
    Some(Removed { session, requisition })
}
