//! The way into the console: a link opens a session, whose token is in a cookie that no script sees and no other site
//! makes a browser send.
//!
//! The console's pages use [`caller_of`] (or the middleware [`require_session`]) to know who asks, and [`is_same_origin`]
//! before they change anything.

use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use procurement::configuration::Caller;
use url::Url;

use crate::use_case::OpenedConsole;
use crate::{Configuration, Failure};

/// The page on which the console begins.
pub const HOME: &str = "/console";
/// Where a browser goes that has no session.
pub const SIGN_IN: &str = "/console/sign-in";

#[derive(Template)]
#[template(path = "entered.html")]
struct Entered<'a> {
    home: &'a str,
}

#[derive(Template)]
#[template(path = "not_entered.html")]
struct NotEntered {
    reason: String,
}

/// The way in and out; the console's pages are somebody else's.
pub fn entrance(configuration: Configuration) -> Router {
    Router::new()
        .route("/console/enter/{token}", get(enter))
        .route("/console/leave", post(leave))
        .with_state(configuration)
}

/// Lets only signed-in requests through, with their [`Caller`] as an extension; sends others to [`SIGN_IN`]. What changes
/// something must come from the console's own pages.
pub async fn require_session(
    State(configuration): State<Configuration>,
    mut request: Request,
    next: Next,
) -> Response {
    if request.method() != Method::GET
        && request.method() != Method::HEAD
        && !is_same_origin(&configuration, request.headers())
    {
        return (StatusCode::FORBIDDEN, "This request does not come from a page of this console.")
            .into_response();
    }
    match caller_of(&configuration, request.headers()).await {
        Ok(Some(caller)) => {
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Ok(None) => Redirect::to(SIGN_IN).into_response(),
        Err(failure) => failure.into_response(),
    }
}

/// Who is signed in, by the cookie.
pub async fn caller_of(
    configuration: &Configuration,
    headers: &HeaderMap,
) -> Result<Option<Caller>, Failure> {
    match token(configuration, headers) {
        Some(token) => configuration.console_caller(token).await,
        None => Ok(None),
    }
}

/// Whether a request comes from a page of this marketplace, as the browser says. SameSite=Strict says the same; this holds
/// also where another application shares the site.
pub fn is_same_origin(configuration: &Configuration, headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let own = &configuration.core.marketplace.base_url;
    match text(header::ORIGIN) {
        Some(origin) => Url::parse(origin).is_ok_and(|origin| origin.origin() == own.origin()),
        None => headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin"),
    }
}

/// The page is not a redirect: after one, a browser that came from another site's link would not send a Strict cookie.
async fn enter(State(configuration): State<Configuration>, Path(link): Path<String>) -> Response {
    match configuration.open_console(&link).await {
        Ok(opened) => {
            let home = configuration.core.marketplace.url(HOME.trim_start_matches('/'));
            let page = Entered { home: home.as_str() }.render();
            let Ok(page) = page else { return Failure::Broken("the page".to_owned()).into_response() };
            private(
                (StatusCode::OK, [(header::SET_COOKIE, cookie(&configuration, &opened))], Html(page))
                    .into_response(),
            )
        }
        Err(failure) => {
            let page = NotEntered { reason: failure.to_string() }.render().unwrap_or_default();
            private((failure.status(), Html(page)).into_response())
        }
    }
}

async fn leave(State(configuration): State<Configuration>, headers: HeaderMap) -> Response {
    if !is_same_origin(&configuration, &headers) {
        return (StatusCode::FORBIDDEN, "This request does not come from a page of this console.")
            .into_response();
    }
    if let Some(token) = token(&configuration, &headers)
        && let Err(failure) = configuration.close_console(token).await
    {
        return failure.into_response();
    }
    let gone = format!(
        "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict{}",
        name(&configuration),
        secure(&configuration)
    );
    private(([(header::SET_COOKIE, gone)], Redirect::to(SIGN_IN)).into_response())
}

fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}

fn cookie(configuration: &Configuration, opened: &OpenedConsole) -> String {
    let life = crate::use_case::session_life().as_secs();
    format!(
        "{}={}; Path=/; Max-Age={life}; HttpOnly; SameSite=Strict{}",
        name(configuration),
        opened.token,
        secure(configuration)
    )
}

fn token<'a>(configuration: &Configuration, headers: &'a HeaderMap) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let name = name(configuration);
    cookies.flat_map(|line| line.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    })
}

/// `__Host-` keeps a sub-domain from setting it, and needs https; a trial on this machine has none.
fn name(configuration: &Configuration) -> &'static str {
    if is_https(configuration) { "__Host-punchgate-console" } else { "punchgate-console" }
}

fn secure(configuration: &Configuration) -> &'static str {
    if is_https(configuration) { "; Secure" } else { "" }
}

fn is_https(configuration: &Configuration) -> bool {
    configuration.core.marketplace.base_url.scheme() == "https"
}

/// The caller of a page behind [`require_session`].
pub type SignedInCaller = Extension<Caller>;
