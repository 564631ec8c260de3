//! A direct visitor's choice, where purchases need an approval: it waits for that person's next punch-out, and the browser goes to
//! the page of the procurement system on which requests begin (R11).

use axum::response::Response;
use procurement::direct;
use procurement::id::RequisitionId;
use procurement::shopping::Wish;

use super::load::Loaded;
use super::page;
use super::request::{Stopped, chosen_account, stopped};
use super::typed::Typed;
use crate::Storefront;
use crate::failure::Failure;
use crate::finish::see_other;
use crate::notice::Notice;
use crate::visit::Visit;
use crate::way::Way;

/// Keeps the choice. The same form sent twice keeps it once, because its id is the form's.
pub async fn keep(
    store: &Storefront,
    visit: &Visit,
    loaded: &Loaded,
    typed: &Typed,
) -> Result<Response, Failure> {
    match decide(store, visit, loaded, typed) {
        Ok((waiting, to)) => {
            store.core.store.put_waiting(&waiting).await?;
            Ok(see_other(to.as_str()))
        }
        Err(Stopped::Faults(faults)) => page(store, visit, loaded, typed, *faults),
        Err(Stopped::Refused(notice)) => Err(notice.into()),
        Err(Stopped::Repeated) => Ok(see_other(&visit.offer_page(&loaded.offer().id))),
    }
}

fn decide<'a>(
    store: &Storefront,
    visit: &'a Visit,
    loaded: &Loaded,
    typed: &Typed,
) -> Result<(direct::Waiting, &'a url::Url), Stopped> {
    let offer = loaded.offer();
    let Way::Redirected(connection) = visit.way(&offer.pricing) else {
        return Err(Stopped::Refused(Notice::NoDirectPurchase { offer: offer.id.clone() }));
    };
    let to = connection.redirects_to();
    let to = to.ok_or(Stopped::Refused(Notice::NoDirectPurchase { offer: offer.id.clone() }))?;
    let choice = typed.choice(&offer.pricing, visit.t().language).map_err(Stopped::Faults)?;
    let wish = Wish {
        connection,
        session: &visit.session,
        cart: &[],
        listing: &loaded.listing,
        offer: &offer.id,
        choice,
        account: chosen_account(&loaded.accounts, typed, visit.t())?,
        approved: visit.approved.as_ref(),
        id: typed.ticket.parse().unwrap_or_else(|_| RequisitionId::new(store.core.ids.uuid())),
        replaces: None,
    };
    let waiting = direct::wait(wish, visit.now).map_err(|why| stopped(why, visit, loaded))?;
    Ok((waiting, to))
}
