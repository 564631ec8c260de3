//! `replaced_by`: which offer took another one's place.

use crate::catalogue::offer::Offer;
use crate::id::OfferId;

/// Every successor is an offer of the same product, and the last one of a row holds.
pub(super) fn check(offers: &[Offer]) -> Result<(), String> {
    for offer in offers {
        let Some(successor) = &offer.replaced_by else { continue };
        let id = &offer.id;
        if successor == id {
            return Err(format!("offer {id}: it is replaced by itself; name the offer that took its place"));
        }
        if find(offers, successor).is_none() {
            return Err(format!(
                "offer {id}: it is replaced by {successor}, which is no offer of this product; name one that is"
            ));
        }
        if !ends(offers, offer) {
            return Err(format!(
                "offer {id}: the offers replace each other in a circle; leave replaced_by out of the one that holds"
            ));
        }
    }
    Ok(())
}

/// Whether the row of successors comes to an end: it cannot be longer than there are offers.
fn ends(offers: &[Offer], first: &Offer) -> bool {
    let next = |offer: &&Offer| offer.replaced_by.as_ref().and_then(|id| find(offers, id));
    std::iter::successors(Some(first), next).nth(offers.len()).is_none()
}

fn find<'a>(offers: &'a [Offer], id: &OfferId) -> Option<&'a Offer> {
    offers.iter().find(|offer| offer.id == *id)
}
