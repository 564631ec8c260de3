//! Offers are checked again when the purchase order arrives (R37).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::catalogue::Offer;

/// How the offer differs from what was asked for. The text tells the requester what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Stale {
    /// It ended.
    #[error("The offer expired on {0}. Ask the seller for a new offer and send that for approval again.")]
    Expired(String),
    /// The seller took it back.
    #[error(
        "The seller has withdrawn the offer. Choose another offer of the product and send it for approval again."
    )]
    Withdrawn,
    /// Another offer took its place.
    #[error(
        "The seller has replaced the offer by {0}. Open the product and resend the revised offer for approval."
    )]
    Replaced(String),
    /// It costs something else now.
    #[error(
        "The price or the terms of the offer have changed since approval. Resend the revised offer for approval."
    )]
    Repriced,
    /// It ends at another time.
    #[error(
        "The expiry date of the offer has changed since approval. Resend the revised offer for approval."
    )]
    ExpiryMoved,
    /// The seller changed something else about it.
    #[error("The offer has been revised since approval. Resend the revised offer for approval.")]
    Revised,
}

/// Whether the offer that was asked for still holds at `now`, given the offer as it is today.
pub fn still_holds(asked: &Offer, today: Option<&Offer>, now: Timestamp) -> Result<(), Stale> {
    let today = today.filter(|offer| offer.id == asked.id).ok_or(Stale::Withdrawn)?;
    if let Some(successor) = &today.replaced_by {
        return Err(Stale::Replaced(successor.to_string()));
    }
    if today.pricing != asked.pricing {
        return Err(Stale::Repriced);
    }
    if today.expires != asked.expires {
        return Err(Stale::ExpiryMoved);
    }
    if today.is_expired(now) {
        return Err(Stale::Expired(
            today.expires.map_or_else(String::new, |end| end.strftime("%Y-%m-%d").to_string()),
        ));
    }
    if today.revision != asked.revision {
        return Err(Stale::Revised);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Audience, Pricing};

    fn offer() -> Offer {
        Offer {
            id: "offer-a".parse().expect("an id"),
            product: "prod-a".parse().expect("an id"),
            revision: 3,
            name: "A".into(),
            audience: Audience::Public,
            pricing: Pricing::Free,
            expires: Some("2026-12-31T00:00:00Z".parse().expect("a time")),
            replaced_by: None,
        }
    }

    fn now() -> Timestamp {
        "2026-12-01T00:00:00Z".parse().expect("a time")
    }

    #[test]
    fn an_offer_holds_until_something_about_it_changes() {
        let asked = offer();
        assert_eq!(still_holds(&asked, Some(&offer()), now()), Ok(()));
        assert_eq!(still_holds(&asked, None, now()), Err(Stale::Withdrawn));
        let replaced = Offer { replaced_by: Some("offer-b".parse().expect("an id")), ..offer() };
        assert_eq!(still_holds(&asked, Some(&replaced), now()), Err(Stale::Replaced("offer-b".into())));
        let repriced = Offer { pricing: Pricing::Byol, revision: 4, ..offer() };
        assert_eq!(still_holds(&asked, Some(&repriced), now()), Err(Stale::Repriced));
        let moved = Offer { expires: None, revision: 4, ..offer() };
        assert_eq!(still_holds(&asked, Some(&moved), now()), Err(Stale::ExpiryMoved));
        let revised = Offer { revision: 4, ..offer() };
        assert_eq!(still_holds(&asked, Some(&revised), now()), Err(Stale::Revised));
    }

    #[test]
    fn an_offer_does_not_hold_from_the_moment_it_expires() {
        let end = "2026-12-31T00:00:00Z".parse().expect("a time");
        assert_eq!(still_holds(&offer(), Some(&offer()), end), Err(Stale::Expired("2026-12-31".into())));
    }
}
