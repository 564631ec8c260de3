//! `POST /s/{key}/extend`: somebody is still there (R25). A script of the page asks; without it, a page says so.

use axum::extract::{Path, State};
use axum::response::Response;
use platform::table::CommitError;

use crate::Storefront;
use crate::chrome::Place;
use crate::failure::Failure;
use crate::finish::see_other;
use crate::language::Browser;
use crate::notice::Notice;

/// The session lasts for another hour from now on.
pub async fn extend(
    State(store): State<Storefront>,
    browser: Browser,
    Path(key): Path<String>,
) -> Result<Response, Failure> {
    let mut visit = store.visit_to_change(&key, browser).await?;
    let used = visit.session.clone().used(visit.now);
    match store.core.store.put_session(&visit.key, &used, &[]).await {
        // A conflict means that another page of the session was opened: that extended it.
        Ok(()) | Err(CommitError::Conflict { .. } | CommitError::Contention) => visit.session = used,
        Err(error) => return Err(error.into()),
    }
    Err(Failure::from(Notice::Extended).within(|| visit.chrome(Place::Elsewhere)))
}

/// Opened by itself, it leads to the session's first page.
pub async fn again(
    State(store): State<Storefront>,
    browser: Browser,
    Path(key): Path<String>,
) -> Result<Response, Failure> {
    Ok(see_other(&store.visit(&key, browser).await?.home()))
}
