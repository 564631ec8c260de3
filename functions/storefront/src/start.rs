//! `GET /start/{token}`: the StartPage that a punch-out was given; it opens the session, once (R21).

mod waiting;

use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::table::CommitError;
use procurement::account::AccountId;
use procurement::session::{Operation, SelectedProduct, Session, SessionState, key_of};
use procurement::shopping::{NotEntered, enter};

use crate::Storefront;
use crate::chrome::Place;
use crate::failure::Failure;
use crate::fields::Fields;
use crate::finish::see_other;
use crate::language::Browser;
use crate::notice::Notice;
use crate::visit::Visit;

/// Longer texts are no token of ours.
const LONGEST_TOKEN: usize = 100;
/// Who comes back from the sign-on page.
const SIGNED_ON: &str = "signed_on";

/// Opens the session and leads to the page that the punch-out asked for.
pub async fn open(
    State(store): State<Storefront>,
    browser: Browser,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    if token.len() > LONGEST_TOKEN {
        return Err(Notice::LinkUnknown.into());
    }
    let key = key_of(&token, &store.core.keys.secret_key());
    let visit = store.load_visit(&key, browser).await.map_err(|failure| failure.of_link())?;
    if let Some(sign_on) = sign_on(&store, &visit, &token, query.as_deref()) {
        return Ok(see_other(&sign_on));
    }
    open_visit(&store, &visit).await.map_err(|failure| failure.within(|| visit.chrome(Place::Elsewhere)))
}

/// Where the browser goes first: to the buyer's sign-on page, which sends it back by `RelayState` (R26).
fn sign_on(store: &Storefront, visit: &Visit, token: &str, query: Option<&str>) -> Option<String> {
    let query = Fields::read(query.unwrap_or_default().as_bytes());
    if query.value(SIGNED_ON) == "1" || visit.session.state != SessionState::Offered {
        return None;
    }
    let mut page = visit.session.sign_on.clone()?;
    let mut back = store.core.marketplace.url(&format!("start/{token}"));
    back.query_pairs_mut().append_pair(SIGNED_ON, "1");
    page.query_pairs_mut().append_pair("RelayState", back.as_str());
    Some(page.into())
}

/// A look at the link, without opening it, does not use it up.
pub async fn look() -> StatusCode {
    StatusCode::METHOD_NOT_ALLOWED
}

async fn open_visit(store: &Storefront, visit: &Visit) -> Result<Response, Failure> {
    let account = remembered(store, visit).await?;
    let session = enter(visit.session.clone(), account, visit.now).map_err(Notice::LinkOver)?;
    if waiting::take_up(store, visit, &session).await? {
        return Ok(see_other(&format!("{}/cart", visit.home())));
    }
    match store.core.store.put_session(&visit.key, &session, &[]).await {
        Ok(()) => Ok(see_other(&first_page(store, visit, &session).await)),
        // Somebody else opened it in this very moment.
        Err(CommitError::Conflict { .. } | CommitError::Contention) => {
            Err(Notice::LinkOver(NotEntered::Used).into())
        }
        Err(error) => Err(error.into()),
    }
}

/// The account chosen last time, while it is still one of the organisation's (R30). It is a convenience: where it cannot
/// be found out, the session opens without.
async fn remembered(store: &Storefront, visit: &Visit) -> Result<Option<AccountId>, Failure> {
    let connection = &visit.connection;
    let Some(last) = store.core.store.last_account(connection.id, &visit.session.requester.key).await? else {
        return Ok(None);
    };
    let active = store.accounts.active_accounts(connection.organisation.management_account).await;
    let active = active.unwrap_or_else(|error| {
        tracing::warn!(%error, "a session opens without the account chosen last");
        Vec::new()
    });
    Ok(active.iter().any(|account| account.id == last).then_some(last))
}

async fn first_page(store: &Storefront, visit: &Visit, session: &Session) -> String {
    let home = visit.home();
    match (session.operation, &session.selected) {
        (Operation::Edit | Operation::Inspect, _) => format!("{home}/cart"),
        (Operation::Create, None) => home,
        (Operation::Create, Some(SelectedProduct::Product(id))) => match store.core.store.listing(id).await {
            Ok(Some(listing)) if !listing.product.withdrawn => format!("{home}/products/{id}"),
            // The link is used up, so the session's first page is better than an error.
            _ => format!("{home}?missing=1"),
        },
        (Operation::Create, Some(SelectedProduct::Unknown(words))) => {
            let query = form_urlencoded::Serializer::new(String::new())
                .append_pair("q", words)
                .append_pair("missing", "1")
                .finish();
            format!("{home}?{query}")
        }
    }
}

// === impl Failure ===

impl Failure {
    /// An unknown session is an unknown link to whoever opens one.
    fn of_link(self) -> Self {
        match self.is_unknown_session() {
            true => Notice::LinkUnknown.into(),
            false => self,
        }
    }
}
