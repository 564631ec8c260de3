//! A direct visit to the store.

use axum::extract::State;

use crate::Configuration;
use crate::answer::{Answer, created};
use crate::caller::Signed;
use crate::failure::Failures;
use crate::view::StoreLink;

/// A link that opens the store for the caller's account, once, within five minutes. No permission to configure is needed.
#[utoipa::path(post, path = "/config/store-links",
    responses((status = 201, body = StoreLink, description = "Done"), Failures))]
pub(crate) async fn ask(State(configuration): State<Configuration>, Signed(caller): Signed) -> Answer {
    let (url, until) = configuration.store_link(&caller).await?;
    created(StoreLink { url: url.into(), until: until.to_string() })
}
