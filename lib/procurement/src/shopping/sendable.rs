//! Whether an item of the cart may go to the procurement system (R29: checked before the browser leaves).

use jiff::Timestamp;

use crate::account::AccountId;
use crate::order::{NoLonger, Today, holds};
use crate::requisition::{Requisition, Status};

/// Why an item cannot be sent; the text is for the requester.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSendable {
    /// It was ordered or taken back; by the label of its status.
    #[error("This cannot be sent again: it is {}. Take it out of the cart.", .0.label().to_lowercase())]
    Closed(Status),
    /// No purchase order came in time, and none would be taken (R41).
    #[error("This request has expired, because no purchase order came in time. Request approval again.")]
    Expired,
    /// It cannot be bought any more (R37).
    #[error(transparent)]
    NoLonger(#[from] NoLonger),
}

/// Whether a purchase order for this item, if it came now, would be taken.
pub fn sendable(
    item: &Requisition,
    today: Today<'_>,
    organisation: AccountId,
    now: Timestamp,
) -> Result<(), NotSendable> {
    match &item.status {
        Status::InCart | Status::SentForApproval | Status::Stale { .. } | Status::Refused { .. } => {}
        closed => return Err(NotSendable::Closed(closed.clone())),
    }
    if item.expires <= now {
        return Err(NotSendable::Expired);
    }
    Ok(holds(item, today, organisation, now)?)
}
