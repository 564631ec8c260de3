//! Two windows of one session that write at the same moment: whoever came second decides again over what the first one wrote.

use axum::response::Response;

use super::typed::Typed;
use crate::Storefront;
use crate::failure::Failure;
use crate::language::Browser;
use crate::notice::Notice;

/// How often.
const TRIES: usize = 4;

/// What was sent with an offer's form.
#[derive(Clone, Copy)]
pub struct Sent<'a> {
    pub store: &'a Storefront,
    /// The session's.
    pub key: &'a str,
    pub browser: Browser,
    pub offer: &'a str,
    pub typed: &'a Typed,
}

/// Attempts until no other request was first.
pub async fn until_written<A>(sent: Sent<'_>, attempt: A) -> Result<Response, Failure>
where
    A: AsyncFn(Sent<'_>) -> Result<Option<Response>, Failure>,
{
    for _ in 1..TRIES {
        if let Some(response) = attempt(sent).await? {
            return Ok(response);
        }
    }
    // Whoever still loses came with the id of an item that is somewhere else; it gets one of its own.
    let typed = Typed { ticket: String::new(), ..sent.typed.clone() };
    attempt(Sent { typed: &typed, ..sent }).await?.ok_or_else(|| Notice::Unavailable.into())
}
