//! Sign-in to the console.

use axum::extract::State;

use crate::Configuration;
use crate::answer::{Answer, created, ok};
use crate::caller::Signed;
use crate::failure::Failures;
use crate::view::{ConsoleLink, ConsoleSessionView, ConsoleSessions, Ended};

/// A link that opens the console, once, within a minute.
#[utoipa::path(post, path = "/config/console-links",
    responses((status = 201, body = ConsoleLink, description = "Done"), Failures))]
pub(crate) async fn ask(State(configuration): State<Configuration>, Signed(caller): Signed) -> Answer {
    let (url, until) = configuration.console_link(&caller).await?;
    created(ConsoleLink { url: url.into(), until: until.to_string() })
}

/// The console sessions of the caller's account.
#[utoipa::path(get, path = "/config/console-sessions",
    responses((status = 200, body = ConsoleSessions, description = "Done"), Failures))]
pub(crate) async fn list(State(configuration): State<Configuration>, Signed(caller): Signed) -> Answer {
    let sessions = configuration.console_sessions(&caller).await?;
    ok(ConsoleSessions { sessions: sessions.iter().map(ConsoleSessionView::from).collect() })
}

/// Ends every console session of the caller's account.
#[utoipa::path(delete, path = "/config/console-sessions",
    responses((status = 200, body = Ended, description = "Done"), Failures))]
pub(crate) async fn end(State(configuration): State<Configuration>, Signed(caller): Signed) -> Answer {
    ok(Ended { ended: configuration.end_console_sessions(&caller).await? })
}
