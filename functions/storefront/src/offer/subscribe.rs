//! Subscribe: at once where the connection approves it beforehand, refused everywhere else (R16, R27).

use axum::response::Response;
use platform::table::CommitError;
use procurement::catalogue::Choice;
use procurement::id::{AgreementId, RequisitionId};
use procurement::requisition::Requisition;
use procurement::shopping::{Subscribed, Wish};

use super::load::Loaded;
use super::page;
use super::request::{Stopped, TRIES, chosen_account, stopped};
use super::typed::Typed;
use crate::Storefront;
use crate::chrome::Place;
use crate::failure::Failure;
use crate::finish::see_other;
use crate::language::Browser;
use crate::notice::Notice;
use crate::visit::Visit;

/// Subscribes an account to an offer.
pub async fn subscribe(
    store: &Storefront,
    key: &str,
    browser: Browser,
    offer: &str,
    typed: &Typed,
) -> Result<Response, Failure> {
    for _ in 0..TRIES {
        if let Some(response) = attempt(store, key, browser, offer, typed).await? {
            return Ok(response);
        }
    }
    Err(Notice::Unavailable.into())
}

/// Nothing where another request wrote the session first.
async fn attempt(
    store: &Storefront,
    key: &str,
    browser: Browser,
    offer: &str,
    typed: &Typed,
) -> Result<Option<Response>, Failure> {
    let visit = store.visit_to_change(key, browser).await?;
    let tried = async {
        let mut loaded = Loaded::new(store, &visit, offer).await?;
        loaded.send_again(store, &visit, &typed.replaces).await?;
        let earlier = earlier(store, &visit, typed).await?;
        match decide(store, &visit, &loaded, earlier.as_ref(), typed) {
            Ok(subscribed) => commit(store, &visit, &subscribed).await,
            Err(Stopped::Repeated) => Ok(earlier.map(|earlier| see_other(&page_of(&visit, &earlier)))),
            Err(Stopped::Faults(faults)) => page(store, &visit, &loaded, typed, faults).map(Some),
            Err(Stopped::Refused(notice)) => Err(notice.into()),
        }
    };
    tried.await.map_err(|failure| failure.within(|| visit.chrome(Place::Search)))
}

/// What the same form brought about before, if it was sent twice.
async fn earlier(store: &Storefront, visit: &Visit, typed: &Typed) -> Result<Option<Requisition>, Failure> {
    let Ok(ticket) = typed.ticket.parse::<RequisitionId>() else { return Ok(None) };
    let found = store.core.store.requisition(ticket).await?;
    Ok(found.filter(|request| visit.owns(request.connection, &request.requester.key)))
}

fn decide(
    store: &Storefront,
    visit: &Visit,
    loaded: &Loaded,
    earlier: Option<&Requisition>,
    typed: &Typed,
) -> Result<Subscribed, Stopped> {
    if earlier.is_some_and(|earlier| earlier.offer.id == loaded.offer().id) {
        return Err(Stopped::Repeated);
    }
    let refuse = |why| stopped(why, visit, loaded);
    let account = chosen_account(&loaded.accounts, typed, visit.t())?;
    let fresh = RequisitionId::new(store.core.ids.uuid());
    let wish = Wish {
        connection: &visit.connection,
        session: &visit.session,
        cart: &[],
        listing: &loaded.listing,
        offer: &loaded.offer().id,
        choice: Choice::default(),
        account,
        approved: visit.approved.as_ref(),
        id: typed.ticket.parse().unwrap_or(fresh),
        replaces: loaded.former.as_ref(),
    };
    let agreement = AgreementId::new(store.core.ids.uuid());
    let subscribed = procurement::shopping::subscribe(wish, agreement, visit.now).map_err(refuse)?;
    let direct = Notice::NoDirectPurchase { offer: loaded.offer().id.clone() };
    subscribed.ok_or(Stopped::Refused(direct))
}

async fn commit(
    store: &Storefront,
    visit: &Visit,
    subscribed: &Subscribed,
) -> Result<Option<Response>, Failure> {
    match store.core.store.subscribe(&visit.key, subscribed).await {
        Ok(()) => Ok(Some(see_other(&page_of(visit, &subscribed.requisition)))),
        Err(CommitError::Conflict { .. } | CommitError::Contention) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn page_of(visit: &Visit, request: &Requisition) -> String {
    let kind = if request.is_test() { "requests" } else { "subscriptions" };
    format!("{}/{kind}/{}", visit.home(), request.id)
}
