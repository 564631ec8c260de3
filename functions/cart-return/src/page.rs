//! The page that carries the cart, and the one that says why there is none.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use cxml::form::{Encoding, field};
use platform::core::Core;
use procurement::connection::FormField;

use crate::flow::{Returned, Stopped};

#[derive(Template)]
#[template(path = "return.html")]
struct ReturnPage<'a> {
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
    marketplace: &'a str,
    reason: &'a str,
    cart: Option<String>,
}

/// The form with the cart. The browser may post it to BrowserFormPost and nowhere else.
pub(crate) fn form(core: &Core, returned: &Returned) -> Response {
    let encoding = match returned.connection.settings.form_field {
        FormField::Base64 => Encoding::Base64,
        FormField::UrlEncoded => Encoding::UrlEncoded,
    };
    let carried = field(&returned.document, encoding);
    let action = returned.session.form_post.as_str();
    let page = ReturnPage {
        marketplace: &core.marketplace.name,
        system: returned.connection.system.label(),
        test: returned.connection.is_test(),
        action,
        field: carried.name,
        value: &carried.value,
    };
    let hosts = &returned.connection.settings.form_hosts;
    let origin = returned.session.form_post.origin().ascii_serialization();
    respond(StatusCode::OK, page.render(), &policy(&origin, hosts))
}

pub(crate) fn stopped(core: &Core, key: &str, stopped: &Stopped) -> Response {
    let (status, cart) = match stopped {
        Stopped::Unknown | Stopped::NotReturned => (StatusCode::NOT_FOUND, None),
        Stopped::Over => (StatusCode::GONE, None),
        Stopped::Unavailable(reason) => {
            tracing::warn!(reason, "cart return is not possible now");
            (StatusCode::SERVICE_UNAVAILABLE, Some(format!("/s/{key}/cart")))
        }
        Stopped::Cart(_) | Stopped::Stale { .. } | Stopped::Closed(..) => {
            (StatusCode::CONFLICT, Some(format!("/s/{key}/cart")))
        }
    };
    let reason = stopped.to_string();
    let page = StoppedPage { marketplace: &core.marketplace.name, reason: &reason, cart };
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
