//! Request approval: load, decide, commit, answer.

use axum::response::Response;
use platform::table::CommitError;
use procurement::account::Account;
use procurement::catalogue::Choice;
use procurement::id::RequisitionId;
use procurement::requisition::Requisition;
use procurement::session::MAX_CART;
use procurement::shopping::{self, Added, NotAdded, Wish};

use super::load::Loaded;
use super::page;
use super::retry::Sent;
use super::typed::{Faults, Typed};
use super::wait;
use crate::Storefront;
use crate::chrome::Place;
use crate::failure::Failure;
use crate::finish::see_other;
use crate::notice::Notice;
use crate::texts::Texts;
use crate::visit::Visit;

/// Puts an offer in the cart, or keeps it for the next punch-out where there was none (R11). Nothing where another request wrote
/// the session first.
pub async fn attempt(sent: Sent<'_>) -> Result<Option<Response>, Failure> {
    let Sent { store, key, browser, offer, typed } = sent;
    let visit = store.visit_to_change(key, browser).await?;
    let tried = async {
        let mut loaded = Loaded::new(store, &visit, offer).await?;
        loaded.send_again(store, &visit, &typed.replaces).await?;
        if visit.direct.is_some() {
            return wait::keep(store, &visit, &loaded, typed).await.map(Some);
        }
        let cart = store.cart_of(&visit).await?;
        match decide(store, &visit, &loaded, &cart, typed) {
            Ok(added) => commit(store, &visit, added).await,
            Err(Stopped::Repeated) => Ok(Some(see_other(&cart_page(&visit)))),
            Err(Stopped::Faults(faults)) => page(store, &visit, &loaded, typed, *faults).map(Some),
            Err(Stopped::Refused(notice)) => Err(notice.into()),
        }
    };
    tried.await.map_err(|failure| failure.within(|| visit.chrome(Place::Search)))
}

/// Why nothing is to be written.
pub enum Stopped {
    /// It is in the cart already: somebody clicked twice.
    Repeated,
    /// The form is shown again.
    Faults(Box<Faults>),
    Refused(Notice),
}

impl From<Faults> for Stopped {
    fn from(faults: Faults) -> Self {
        Self::Faults(Box::new(faults))
    }
}

fn decide(
    store: &Storefront,
    visit: &Visit,
    loaded: &Loaded,
    cart: &[Requisition],
    typed: &Typed,
) -> Result<Added, Stopped> {
    let refuse = |why: NotAdded| stopped(why, visit, loaded);
    let language = visit.t().language;
    loaded.judge(visit).map_err(|why| refuse(why.into()))?;
    let choice = typed.choice(&loaded.offer().pricing, language).map_err(Stopped::Faults)?;
    let account = chosen_account(&loaded.accounts, typed, visit.t())?;
    let id = item_id(store, cart, loaded, &choice, account, typed)?;
    let wish = Wish {
        connection: &visit.connection,
        session: &visit.session,
        cart,
        listing: &loaded.listing,
        offer: &loaded.offer().id,
        choice,
        account,
        approved: visit.approved.as_ref(),
        id,
        replaces: loaded.former.as_ref(),
    };
    let others = std::iter::repeat_with(|| RequisitionId::new(store.core.ids.uuid()));
    let added = match typed.split {
        true => shopping::request_each(wish, others.take(MAX_CART), visit.now),
        false => shopping::request(wish, visit.now),
    };
    added.map_err(refuse)
}

pub fn stopped(why: NotAdded, visit: &Visit, loaded: &Loaded) -> Stopped {
    match why {
        NotAdded::Choice(error) => Stopped::from(Faults::of(&error, visit.t().language)),
        NotAdded::Account => Stopped::from(Faults::of_account(visit.words(&why))),
        NotAdded::NotEligible(why) => {
            Stopped::Refused(Notice::NotEligible { why, product: loaded.listing.product.id.clone() })
        }
        other => Stopped::Refused(Notice::NotAdded { why: visit.words(&other) }),
    }
}

pub fn chosen_account<'a>(accounts: &'a [Account], typed: &Typed, t: &Texts) -> Result<&'a Account, Stopped> {
    let chosen = accounts.iter().find(|account| account.id.as_str() == typed.account);
    chosen.ok_or_else(|| Stopped::from(Faults::of_account(t.offer.account_fault)))
}

/// The id that the form carried, so that the same form sent twice puts one item in the cart. The form changed and sent
/// again, after going back in the browser, is another item.
fn item_id(
    store: &Storefront,
    cart: &[Requisition],
    loaded: &Loaded,
    choice: &Choice,
    account: &Account,
    typed: &Typed,
) -> Result<RequisitionId, Stopped> {
    let fresh = || RequisitionId::new(store.core.ids.uuid());
    let Ok(ticket) = typed.ticket.parse::<RequisitionId>() else { return Ok(fresh()) };
    match cart.iter().find(|item| item.id == ticket) {
        None => Ok(ticket),
        Some(item) if is_same(item, loaded, &first(choice, typed), account) => Err(Stopped::Repeated),
        Some(_) => Ok(fresh()),
    }
}

/// What the first item of a form is for.
fn first(choice: &Choice, typed: &Typed) -> Choice {
    let parts = if typed.split { shopping::parts(choice) } else { Vec::new() };
    parts.into_iter().next().unwrap_or_else(|| choice.clone())
}

fn is_same(item: &Requisition, loaded: &Loaded, choice: &Choice, account: &Account) -> bool {
    item.offer.id == loaded.offer().id && item.choice == *choice && item.account == account.id
}

async fn commit(store: &Storefront, visit: &Visit, added: Added) -> Result<Option<Response>, Failure> {
    let Added { session, requisition, further, replaced } = added;
    let (connection, account) = (requisition.connection, requisition.account);
    let written: Vec<Requisition> =
        [Some(requisition), replaced].into_iter().flatten().chain(further).collect();
    match store.core.store.put_session(&visit.key, &session, &written).await {
        Ok(()) => {
            let remembered =
                store.core.store.remember_account(connection, &session.requester.key, account).await;
            if let Err(error) = remembered {
                tracing::warn!(%error, "the account chosen last could not be remembered");
            }
            Ok(Some(see_other(&cart_page(visit))))
        }
        Err(CommitError::Conflict { .. } | CommitError::Contention) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn cart_page(visit: &Visit) -> String {
    format!("{}/cart", visit.home())
}
