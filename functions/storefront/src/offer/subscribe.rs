//! Subscribe: at once where the connection approves it beforehand, or where somebody visits directly and no connection demands an
//! approval; refused everywhere else (R11, R16, R27).

use axum::response::Response;
use platform::table::CommitError;
use procurement::catalogue::Choice;
use procurement::direct::{DirectWish, NotBought, buy};
use procurement::id::{AgreementId, RequisitionId};
use procurement::requisition::Requisition;
use procurement::shopping::{Subscribed, Wish};

use super::load::Loaded;
use super::page;
use super::request::{Stopped, chosen_account, stopped};
use super::retry::Sent;
use super::typed::{Faults, Typed};
use crate::Storefront;
use crate::chrome::Place;
use crate::failure::Failure;
use crate::finish::see_other;
use crate::notice::Notice;
use crate::visit::Visit;
use crate::way::Direct;

/// Subscribes an account to an offer. Nothing where another request wrote the session first.
pub async fn attempt(sent: Sent<'_>) -> Result<Option<Response>, Failure> {
    let Sent { store, key, browser, offer, typed } = sent;
    let visit = store.visit_to_change(key, browser).await?;
    let tried = async {
        let mut loaded = Loaded::new(store, &visit, offer).await?;
        loaded.send_again(store, &visit, &typed.replaces).await?;
        let earlier = earlier(store, &visit, typed).await?;
        match decide(store, &visit, &loaded, earlier.as_ref(), typed) {
            Ok(subscribed) => commit(store, &visit, &subscribed).await,
            Err(Stopped::Repeated) => Ok(earlier.map(|earlier| see_other(&page_of(&visit, &earlier)))),
            Err(Stopped::Faults(faults)) => page(store, &visit, &loaded, typed, *faults).map(Some),
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
    if let Some(direct) = &visit.direct {
        return natively(visit, loaded, direct, wish, agreement, typed);
    }
    let subscribed = procurement::shopping::subscribe(wish, agreement, visit.now);
    let subscribed = subscribed.map_err(|why| stopped(why, visit, loaded))?;
    subscribed.ok_or_else(|| Stopped::Refused(needs_approval(loaded)))
}

/// On the marketplace itself, where no connection demands an approval (R11, R18).
fn natively(
    visit: &Visit,
    loaded: &Loaded,
    direct: &Direct,
    wish: Wish<'_>,
    agreement: AgreementId,
    typed: &Typed,
) -> Result<Subscribed, Stopped> {
    let language = visit.t().language;
    let choice = typed.choice(&loaded.offer().pricing, language).map_err(Stopped::Faults)?;
    let wish = DirectWish {
        wish: Wish { choice, ..wish },
        connections: &direct.connections,
        organisation: &direct.organisation,
        order_number: &typed.order_number,
    };
    buy(wish, agreement, visit.now).map_err(|why| match why {
        NotBought::NeedsApproval(_) => Stopped::Refused(needs_approval(loaded)),
        NotBought::OrderNumber(_) => Stopped::from(Faults::of_order_number(visit.words(&why))),
        NotBought::NotAdded(why) => stopped(why, visit, loaded),
    })
}

fn needs_approval(loaded: &Loaded) -> Notice {
    Notice::NoDirectPurchase { offer: loaded.offer().id.clone() }
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
