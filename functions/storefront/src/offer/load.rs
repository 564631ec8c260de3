//! What an offer's page rests on: the product with its offers, and the organisation's accounts.

use procurement::account::{Account, AccountId};
use procurement::catalogue::{Eligibility, Listing, Offer};
use procurement::id::{OfferId, RequisitionId};
use procurement::requisition::{Requisition, Status};

use crate::Storefront;
use crate::failure::Failure;
use crate::notice::Notice;
use crate::visit::Visit;

/// An offer that the requester may see, with its product.
pub struct Loaded {
    pub listing: Listing,
    /// The organisation's active accounts (R30).
    pub accounts: Vec<Account>,
    /// The request that is sent again.
    pub former: Option<Requisition>,
    /// Where in the listing the offer is.
    place: usize,
}

// === impl Loaded ===

impl Loaded {
    /// Loads an offer, as it is today. One that was made to others is as good as none: its terms are nobody else's
    /// business.
    pub async fn new(store: &Storefront, visit: &Visit, offer: &str) -> Result<Self, Failure> {
        let id: OfferId = offer.parse().map_err(|_| Notice::NoOffer)?;
        let found = store.core.store.offer(&id).await?.ok_or(Notice::NoOffer)?;
        visit.may_buy(&found.product)?;
        let listing = store.core.store.listing(&found.product).await?.ok_or(Notice::NoOffer)?;
        let place = listing.offers.iter().position(|offer| offer.id == id).ok_or(Notice::NoOffer)?;
        let mut accounts =
            store.accounts.active_accounts(visit.connection.organisation.management_account).await?;
        if let Some(direct) = &visit.session.direct {
            // Nobody subscribes another account without an approval.
            accounts.retain(|account| account.id == direct.account);
        }
        let loaded = Self { listing, accounts, former: None, place };
        if loaded.offer().is_for(&loaded.addressees(visit)) {
            Ok(loaded)
        } else {
            Err(Notice::NoOffer.into())
        }
    }

    /// Notes what is sent again: a request of the same person for the same product, refused or stale. Anything else is left
    /// out: the form is then one of its own.
    pub async fn send_again(&mut self, store: &Storefront, visit: &Visit, id: &str) -> Result<(), Failure> {
        let Ok(id) = id.parse::<RequisitionId>() else { return Ok(()) };
        let found = store.core.store.requisition(id).await?;
        self.former = found.filter(|request| {
            visit.owns(request.connection, &request.requester.key)
                && request.product.id == self.listing.product.id
                && matches!(request.status, Status::Stale { .. } | Status::Refused { .. })
        });
        Ok(())
    }

    /// The offer.
    pub fn offer(&self) -> &Offer {
        &self.listing.offers[self.place]
    }

    /// Whether it can be sent for approval for at least one of the organisation's accounts (R32).
    pub fn judge(&self, visit: &Visit) -> Eligibility {
        visit.judge(&self.listing.product, self.offer(), &self.addressees(visit))
    }

    /// The accounts that a private offer may have been made to: any of them may be chosen in the form.
    fn addressees(&self, visit: &Visit) -> Vec<AccountId> {
        let management = visit.connection.organisation.management_account;
        self.accounts.iter().map(|account| account.id).chain([management]).collect()
    }
}
