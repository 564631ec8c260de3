//! A contract with several dimensions, as one item or as one for each (R19).

use jiff::Timestamp;

use super::request::{Added, NotAdded, Wish, request};
use crate::catalogue::Choice;
use crate::id::RequisitionId;
use crate::session::MAX_CART;

/// Puts each dimension that was chosen in the cart as an item of its own: each is a single charge and so a line of its own. The
/// first item has the wish's id; `ids` are for the others.
pub fn request_each(
    wish: Wish<'_>,
    ids: impl IntoIterator<Item = RequisitionId>,
    now: Timestamp,
) -> Result<Added, NotAdded> {
    let parts = parts(&wish.choice);
    if parts.len() < 2 {
        return request(wish, now);
    }
    if wish.session.cart.len() + parts.len() > MAX_CART {
        return Err(NotAdded::Full);
    }
    let version = wish.session.version + 1;
    let mut parts = parts.into_iter();
    let first = Wish { choice: parts.next().unwrap_or_default(), ..wish.clone() };
    let mut added = request(first, now)?;
    for (choice, id) in parts.zip(ids) {
        let session = added.session;
        let next = request(Wish { choice, id, replaces: None, session: &session, ..wish.clone() }, now)?;
        added.further.push(next.requisition);
        added.session = next.session;
    }
    // All of it is one change.
    added.session.version = version;
    Ok(added)
}

/// A choice for each dimension that was chosen.
pub fn parts(choice: &Choice) -> Vec<Choice> {
    let chosen = choice.quantities.iter().filter(|(_, count)| **count > 0);
    let part = |(key, count): (&String, &u32)| Choice {
        quantities: [(key.clone(), *count)].into(),
        ..choice.clone()
    };
    chosen.map(part).collect()
}
