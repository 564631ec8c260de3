//! Lets only signed-in visitors to the pages, and takes changes only from the console's own pages.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use procurement::configuration::Caller;

use crate::failure::Failure;
use crate::finish::see_other;
use crate::visitor::Visitor;
use crate::{Console, language};

/// Around every page behind the session.
pub async fn guard(State(console): State<Console>, mut request: Request, next: Next) -> Response {
    let visitor = match visitor(&console, request.headers()).await {
        Ok(Some(visitor)) => visitor,
        Ok(None) => return see_other(&format!("{}/console/sign-in", console.root())),
        Err(failure) => return failure.alone(&console, language::preferred(request.headers())),
    };
    if changes(&request) && !console.is_same_origin(request.headers()) {
        return Failure::OtherOrigin.page(&visitor);
    }
    request.extensions_mut().insert(visitor.clone());
    let mut response = next.run(request).await;
    match Failure::take(&mut response) {
        Some(failure) => failure.page(&visitor),
        None if is_bare(&response) => Failure::of_status(response.status()).page(&visitor),
        None => response,
    }
}

async fn visitor(console: &Console, headers: &HeaderMap) -> Result<Option<Visitor>, Failure> {
    let Some(token) = console.token(headers) else { return Ok(None) };
    let caller: Option<Caller> = console.configuration.console_caller(token).await?;
    let language = language::preferred(headers);
    Ok(caller.map(|caller| Visitor { caller, language, console: console.clone() }))
}

fn changes(request: &Request) -> bool {
    request.method() != Method::GET && request.method() != Method::HEAD
}

/// An error that is not a page for people, such as the framework's own.
fn is_bare(response: &Response) -> bool {
    let status = response.status();
    let html = response.headers().get(axum::http::header::CONTENT_TYPE);
    let is_page = html.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    (status.is_client_error() || status.is_server_error()) && !is_page
}
