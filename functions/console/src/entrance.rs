//! The way in and out: a link opens a session, leaving ends it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::Console;
use crate::chrome::Chrome;
use crate::failure::Failure;
use crate::finish::see_other;
use crate::language::preferred;
use crate::page::{Answer, show_as};
use crate::texts::entrance::{TEXTS, Words};
use crate::visitor::Visitor;

/// The page on which the console begins.
pub const HOME: &str = "/console";

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignIn {
    chrome: Chrome,
    t: &'static Words,
    base_url: String,
}

#[derive(Template)]
#[template(path = "entered.html")]
struct Entered {
    chrome: Chrome,
    t: &'static Words,
    home: String,
}

#[derive(Template)]
#[template(path = "not_entered.html")]
struct NotEntered {
    chrome: Chrome,
    t: &'static Words,
}

/// `GET /console/sign-in`: how to get a link.
pub async fn sign_in(State(console): State<Console>, headers: HeaderMap) -> Response {
    let language = preferred(&headers);
    let page = SignIn {
        chrome: Chrome::bare(&console, language),
        t: TEXTS.the(language),
        base_url: console.configuration.core.marketplace.base_url.to_string(),
    };
    or_alone(show_as(StatusCode::OK, &page), &console, &headers)
}

/// `GET /console/enter/{token}`. The page is not a redirect: after one, a browser that came from another site's link would
/// not send a Strict cookie.
pub async fn enter(State(console): State<Console>, Path(link): Path<String>, headers: HeaderMap) -> Response {
    let language = preferred(&headers);
    let (chrome, t) = (Chrome::bare(&console, language), TEXTS.the(language));
    let opened = match console.configuration.open_console(&link).await {
        Ok(opened) => opened,
        Err(failure) if failure.status() == StatusCode::NOT_FOUND => {
            let page = show_as(StatusCode::NOT_FOUND, &NotEntered { chrome, t });
            return or_alone(page, &console, &headers);
        }
        Err(failure) => return Failure::from(failure).alone(&console, language),
    };
    let home = format!("{}{HOME}", console.root());
    let page = or_alone(show_as(StatusCode::OK, &Entered { chrome, t, home }), &console, &headers);
    let cookie = console.cookie(&opened, console.configuration.core.clock.now());
    ([(header::SET_COOKIE, cookie)], page).into_response()
}

/// `POST /console/leave`
pub async fn leave(State(console): State<Console>, headers: HeaderMap) -> Response {
    if !console.is_same_origin(&headers) {
        return Failure::OtherOrigin.alone(&console, preferred(&headers));
    }
    if let Some(token) = console.token(&headers)
        && let Err(failure) = console.configuration.close_console(token).await
    {
        return Failure::from(failure).alone(&console, preferred(&headers));
    }
    let gone = [(header::SET_COOKIE, console.no_cookie())];
    (gone, see_other(&format!("{}/console/sign-in", console.root()))).into_response()
}

/// `GET /marketplace/eprocurement/overview`: where administrators look for these pages.
pub async fn overview(State(console): State<Console>) -> Response {
    see_other(&format!("{}{HOME}", console.root()))
}

/// `GET /console`: the first page of what the visitor's account is for.
pub async fn home(visitor: Visitor) -> Response {
    visitor.go_to(if visitor.caller.operator { "/console/customers" } else { "/console/connections" })
}

fn or_alone(answer: Answer, console: &Console, headers: &HeaderMap) -> Response {
    answer.unwrap_or_else(|failure| failure.alone(console, preferred(headers)))
}
