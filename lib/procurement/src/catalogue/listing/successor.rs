//! `replaced_by`: which offer took another one's place.

use super::problems::Problems;
use crate::catalogue::offer::Offer;
use crate::id::OfferId;

/// Every successor is an offer of the same product, and the last one of a row holds.
pub(super) fn check(offers: &[Offer]) -> Problems {
    let mut problems: Problems = offers.iter().filter_map(|offer| wrong_successor(offers, offer)).collect();
    // A circle is told once, at the first offer that leads into it.
    if let Some(Offer { id, .. }) = offers.iter().find(|offer| !ends(offers, offer)) {
        problems.push(format!(
            "offer {id}: the offers replace each other in a circle; leave replaced_by out of the one that holds"
        ));
    }
    problems
}

fn wrong_successor(offers: &[Offer], offer: &Offer) -> Option<String> {
    let (id, successor) = (&offer.id, offer.replaced_by.as_ref()?);
    if successor == id {
        return Some(format!("offer {id}: it is replaced by itself; name the offer that took its place"));
    }
    find(offers, successor).is_none().then(|| {
        format!(
            "offer {id}: it is replaced by {successor}, which is no offer of this product; name one that is"
        )
    })
}

/// Whether the row of successors comes to an end: it cannot be longer than there are offers. One that names itself, or none
/// that there is, is told apart.
fn ends(offers: &[Offer], first: &Offer) -> bool {
    let next = |offer: &&Offer| {
        let successor = offer.replaced_by.as_ref().filter(|id| **id != offer.id);
        successor.and_then(|id| find(offers, id))
    };
    std::iter::successors(Some(first), next).nth(offers.len()).is_none()
}

fn find<'a>(offers: &'a [Offer], id: &OfferId) -> Option<&'a Offer> {
    offers.iter().find(|offer| offer.id == *id)
}
