//! The demonstration's way into the console: a page that signs in as whoever one wants to be.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::get;
use config::Configuration;
use procurement::account::AccountId;
use procurement::configuration::Permissions;

use super::access::USERS;

#[derive(Template)]
#[template(path = "way_in.html")]
struct WayIn {
    people: [(&'static str, &'static str); 6],
}

/// What each account of [`USERS`] is, in its order.
const ROLES: [&str; 6] = [
    "Administrator of Example Analytics, which buys through Coupa",
    "Member of Example Analytics: may not configure, and is told who may",
    "An account that stands alone",
    "Administrator of Example Industries, which buys through SAP Ariba",
    "Member of Example Industries",
    "Operator of the marketplace",
];

/// The way in, to this marketplace.
pub(super) fn routes(configuration: Configuration) -> Router {
    Router::new()
        .route("/demo/console", get(choose))
        .route("/demo/console/{account}", get(sign_in))
        .with_state(configuration)
}

async fn choose() -> Response {
    let mut people = ROLES.map(|role| ("", role));
    for (person, (account, _)) in people.iter_mut().zip(USERS) {
        person.0 = account;
    }
    match (WayIn { people }).render() {
        Ok(html) => Html(html).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Makes a link as a signed request would, and follows it.
async fn sign_in(State(configuration): State<Configuration>, Path(account): Path<AccountId>) -> Response {
    let user = USERS.iter().find(|(id, _)| *id == account.as_str()).map(|(_, user)| *user);
    let Some(user) = user else { return StatusCode::NOT_FOUND.into_response() };
    let arn = format!("arn:aws:iam::{account}:user/{user}");
    let caller = match configuration.caller(account, arn, Permissions::ALL).await {
        Ok(caller) => caller,
        Err(failure) => return failure.into_response(),
    };
    match configuration.console_link(&caller).await {
        Ok((link, _)) => Redirect::to(link.as_str()).into_response(),
        Err(failure) => failure.into_response(),
    }
}
