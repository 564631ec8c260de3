//! What the requester chose on the marketplace itself, before this punch-out (R11).

use platform::table::CommitError;
use procurement::catalogue::Listing;
use procurement::direct::{self, Waiting, Wanted, persons};
use procurement::session::{Operation, Session};

use crate::Storefront;
use crate::failure::Failure;
use crate::visit::Visit;

/// Opens the session with what waited for it in its cart; `false` where nothing could be put there, and the session is still to
/// be opened.
pub async fn take_up(store: &Storefront, visit: &Visit, session: &Session) -> Result<bool, Failure> {
    let asks_for_nothing = session.operation == Operation::Create && session.selected.is_none();
    if visit.direct.is_some() || !asks_for_nothing {
        return Ok(false);
    }
    let names = persons(&session.requester);
    let waiting = store.core.store.waiting(session.connection, &names, visit.now).await?;
    if waiting.is_empty() {
        return Ok(false);
    }
    let products = waiting.iter().map(|one| one.product.clone()).collect();
    let listings = store.core.store.listings_of(&products).await?;
    let accounts = store.accounts.active_accounts(visit.connection.organisation.management_account).await?;
    let wanted: Vec<Wanted<'_>> =
        waiting.iter().filter_map(|one| wanted(one, &listings, &accounts)).collect();
    let taken = direct::take_up(&visit.connection, session, &wanted, visit.approved.as_ref(), visit.now);
    if taken.requisitions.is_empty() {
        return Ok(false);
    }
    let put = |one: &&Waiting| taken.session.cart.contains(&one.id);
    let gone: Vec<Waiting> = waiting.iter().filter(put).cloned().collect();
    match store.core.store.take_up(&visit.key, &taken, &gone).await {
        Ok(()) => Ok(true),
        // Another session of the same person took it up in this very moment.
        Err(CommitError::Conflict { .. } | CommitError::Contention) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn wanted<'a>(
    waiting: &'a Waiting,
    listings: &'a [Listing],
    accounts: &'a [procurement::account::Account],
) -> Option<Wanted<'a>> {
    let listing = listings.iter().find(|listing| listing.product.id == waiting.product)?;
    let account = accounts.iter().find(|account| account.id == waiting.account)?;
    Some(Wanted { waiting, listing, account })
}
