//! The page that carries the cart, and the one that says why there is none.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use cxml::form::{Encoding, field};
use platform::core::Core;
use procurement::connection::FormField;
use procurement::mail::Language;
use procurement::reason::Reason as _;

use crate::flow::{Returned, Stopped};
use crate::texts::{self, Texts};

#[derive(Template)]
#[template(path = "return.html")]
struct ReturnPage<'a> {
    t: &'static Texts,
    root: &'a str,
    marketplace: &'a str,
    system: &'a str,
    test: bool,
    action: &'a str,
    field: &'a str,
    value: &'a str,
}

#[derive(Template)]
#[template(path = "stopped.html")]
struct StoppedPage<'a> {
    t: &'static Texts,
    root: &'a str,
    marketplace: &'a str,
    reason: String,
    cart: Option<String>,
}

/// What every path begins with; empty unless the marketplace is under a path of its host.
pub(crate) fn root(core: &Core) -> &str {
    core.marketplace.base_url.path().trim_end_matches('/')
}

/// The form with the cart. The browser may post it to BrowserFormPost and nowhere else.
pub(crate) fn form(core: &Core, browser: Language, returned: &Returned) -> Response {
    let encoding = match returned.connection.settings.form_field {
        FormField::Base64 => Encoding::Base64,
        FormField::UrlEncoded => Encoding::UrlEncoded,
    };
    let carried = field(&returned.document, encoding);
    let told = returned.session.requester.language.as_deref();
    let page = ReturnPage {
        t: texts::of(told.map_or(browser, |tag| Language::of(Some(tag)))),
        root: root(core),
        marketplace: &core.marketplace.name,
        system: returned.connection.system.label(),
        test: returned.connection.is_test(),
        action: returned.session.form_post.as_str(),
        field: carried.name,
        value: &carried.value,
    };
    let hosts = &returned.connection.settings.form_hosts;
    let origin = returned.session.form_post.origin().ascii_serialization();
    respond(StatusCode::OK, page.render(), &policy(&origin, hosts))
}

pub(crate) fn stopped(core: &Core, key: &str, language: Language, stopped: &Stopped) -> Response {
    let (t, cart) = (texts::of(language), Some(format!("{}/s/{key}/cart", root(core))));
    let (status, reason, cart) = match stopped {
        Stopped::Unknown => (StatusCode::NOT_FOUND, t.unknown.to_owned(), None),
        Stopped::NotReturned => (StatusCode::NOT_FOUND, t.nothing_sent.to_owned(), None),
        Stopped::Over => (StatusCode::GONE, t.over.to_owned(), None),
        Stopped::Unavailable(reason) => {
            tracing::warn!(reason, "cart return is not possible now");
            (StatusCode::SERVICE_UNAVAILABLE, t.unavailable.to_owned(), cart)
        }
        Stopped::Cart(why) => (StatusCode::CONFLICT, why.words(language), cart),
        Stopped::NotSendable { item, why } => {
            (StatusCode::CONFLICT, format!("{item}: {}", why.words(language)), cart)
        }
    };
    let page = StoppedPage { t, root: root(core), marketplace: &core.marketplace.name, reason, cart };
    respond(status, page.render(), &policy("'self'", &[]))
}

/// The page may live in a frame of the procurement system, and its form goes there (R25, R28).
fn policy(form_action: &str, frame_hosts: &[String]) -> String {
    let ancestors: Vec<String> = frame_hosts.iter().map(|host| frame_source(host)).collect();
    let ancestors = if ancestors.is_empty() { "*".to_owned() } else { ancestors.join(" ") };
    format!(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; base-uri 'none'; \
         form-action {form_action}; frame-ancestors 'self' {ancestors}"
    )
}

/// `https://host`, or on this machine any port and http too.
fn frame_source(host: &str) -> String {
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|digit| digit.is_ascii_digit()) { name } else { host }
    });
    match name {
        "localhost" | "127.0.0.1" | "[::1]" => format!("http://{name}:* https://{name}:*"),
        _ => format!("https://{host}"),
    }
}

fn respond(status: StatusCode, page: askama::Result<String>, policy: &str) -> Response {
    let page = match page {
        Ok(page) => page,
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let mut response = (status, Html(page)).into_response();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
