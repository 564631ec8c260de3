//! The headers that every answer has, and the page that stands in for an answer without one.

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::Storefront;
use crate::failure::Failure;
use crate::language::Browser;

/// Completes an answer. A failure becomes its page here, and so does what the framework itself refuses.
pub async fn finish(State(store): State<Storefront>, request: Request, next: Next) -> Response {
    let browser = Browser::of(request.headers());
    let mut response = next.run(request).await;
    if let Some(failure) = Failure::take(&mut response) {
        response = failure.page(&store, browser);
    } else if is_bare(&response) {
        response = Failure::of_status(response.status()).page(&store, browser);
    }
    let headers = response.headers_mut();
    let mut default = |name: HeaderName, value: HeaderValue| {
        headers.entry(name).or_insert(value);
    };
    // The session's key is in the path: no other host may learn it.
    default(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    default(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    default(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    default(VARY, HeaderValue::from_static("accept-language"));
    let policy = HeaderValue::try_from(content_policy(&[], None));
    default(CONTENT_SECURITY_POLICY, policy.unwrap_or(HeaderValue::from_static("default-src 'none'")));
    response
}

/// An error that is not a page for people.
fn is_bare(response: &Response) -> bool {
    let status = response.status();
    let is_page =
        response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    (status.is_client_error() || status.is_server_error()) && !is_page
}

/// What a page may load, where its forms go, and who may frame it: the connection's own hosts and nobody else.
/// `leads_to` is the one origin besides the store that a form may end at (R11).
pub fn content_policy(form_hosts: &[String], leads_to: Option<&str>) -> String {
    format!(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; \
         form-action 'self'{}; base-uri 'none'; frame-ancestors {}",
        leads_to.map(|origin| format!(" {origin}")).unwrap_or_default(),
        frame_ancestors(form_hosts)
    )
}

/// The hosts as the policy writes them, with their port where one is given. A text that is no host would be read as something
/// else there. On loopback, where people try things out, any port may.
fn frame_ancestors(form_hosts: &[String]) -> String {
    let mut sources = Vec::new();
    for (host, port) in form_hosts.iter().filter_map(|host| host_and_port(host)) {
        sources.push(format!("https://{host}{port}"));
        if is_loopback(host) {
            sources.push(format!("http://{host}:*"));
        }
    }
    if sources.is_empty() { "'none'".to_owned() } else { sources.join(" ") }
}

/// `acme.example` and nothing, or `acme.example` and `:8443`.
fn host_and_port(text: &str) -> Option<(&str, &str)> {
    let (host, port) = text.split_at(text.find(':').unwrap_or(text.len()));
    let digits = port.strip_prefix(':').unwrap_or("0");
    let is_port = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let is_name =
        !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
    (is_port && is_name).then_some((host, port))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}

/// 303: the browser opens that page next.
pub fn see_other(path: &str) -> Response {
    let location = HeaderValue::try_from(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(axum::http::header::LOCATION, location)]).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_connections_own_hosts_may_frame_a_page() {
        let policy = |hosts: &[&str]| {
            let hosts: Vec<String> = hosts.iter().map(|host| (*host).to_owned()).collect();
            content_policy(&hosts, None)
                .rsplit_once("frame-ancestors ")
                .map(|(_, sources)| sources.to_owned())
        };
        assert_eq!(policy(&["acme.coupahost.com"]).as_deref(), Some("https://acme.coupahost.com"));
        assert_eq!(policy(&["127.0.0.1"]).as_deref(), Some("https://127.0.0.1 http://127.0.0.1:*"));
        assert_eq!(
            policy(&["127.0.0.1:41234"]).as_deref(),
            Some("https://127.0.0.1:41234 http://127.0.0.1:*")
        );
        assert_eq!(policy(&["acme.example:8443"]).as_deref(), Some("https://acme.example:8443"));
        assert_eq!(policy(&[]).as_deref(), Some("'none'"));
        assert_eq!(policy(&["*", "a; script-src *", "", "a:*", "a:", ":80"]).as_deref(), Some("'none'"));
    }
}
