//! A revision of an offer is what it was: what changes gets a new one (R37).

use super::listing::Listing;
use super::offer::Offer;

/// Why a listing may not take the place of the one before: an offer that differs from what was published has a higher
/// revision. Each text says which does not, and what to do; there is none where all is well.
pub fn not_superseding(after: &Listing, before: &Listing) -> Vec<String> {
    let published = |offer: &Offer| before.offers.iter().find(|known| known.id == offer.id);
    let both = after.offers.iter().filter_map(|offer| Some((offer, published(offer)?)));
    both.filter_map(|(offer, known)| stands_still(offer, known)).collect()
}

fn stands_still(offer: &Offer, known: &Offer) -> Option<String> {
    let (id, revision) = (&offer.id, offer.revision);
    if offer == known || revision > known.revision {
        return None;
    }
    Some(if revision == known.revision {
        format!(
            "offer {id} differs from its revision {revision} in the catalogue; give what changed the revision {}",
            revision.saturating_add(1)
        )
    } else {
        format!(
            "offer {id} has revision {revision}, and the catalogue has {} already; import what is newer",
            known.revision
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::parse_lines;

    fn listing(revision: u32, name: &str) -> Listing {
        let line = format!(
            r#"{{"product":{{"id":"prod-a","name":"A","summary":"S","description":"D","type":"saas","category":"C","seller":{{"id":"seller-a","name":"A"}},"setup_url":"https://a.example/"}},"offers":[{{"id":"offer-a","revision":{revision},"name":"{name}","pricing":{{"model":"free"}}}}]}}"#
        );
        let (mut listings, faults) = parse_lines(&line, jiff::Timestamp::UNIX_EPOCH);
        listings.pop().unwrap_or_else(|| panic!("a listing: {faults:?}"))
    }

    #[test]
    fn the_same_offer_may_be_imported_again() {
        assert!(not_superseding(&listing(2, "Same"), &listing(2, "Same")).is_empty());
    }

    #[test]
    fn an_offer_that_changed_needs_a_higher_revision() {
        assert!(not_superseding(&listing(3, "New"), &listing(2, "Old")).is_empty());
        let same = not_superseding(&listing(2, "New"), &listing(2, "Old"));
        assert!(same.len() == 1 && same[0].contains("give what changed the revision 3"), "{same:?}");
        let older = not_superseding(&listing(1, "Old"), &listing(2, "New"));
        assert!(older.len() == 1 && older[0].contains("the catalogue has 2 already"), "{older:?}");
    }
}
