//! The cookie of a session: no script sees it, and no other site makes a browser send it.

use axum::http::{HeaderMap, HeaderValue, header};
use config::OpenedConsole;
use jiff::Timestamp;
use url::Url;

use crate::Console;

// === impl Console ===

impl Console {
    /// What opens the session in this browser, until it ends.
    pub(crate) fn cookie(&self, opened: &OpenedConsole, now: Timestamp) -> String {
        let life = opened.until.duration_since(now).as_secs().max(0);
        self.set_cookie(&opened.token, life)
    }

    /// What makes the browser forget it.
    pub(crate) fn no_cookie(&self) -> String {
        self.set_cookie("", 0)
    }

    fn set_cookie(&self, token: &str, life: i64) -> String {
        let secure = if self.is_https() { "; Secure" } else { "" };
        format!("{}={token}; Path=/; Max-Age={life}; HttpOnly; SameSite=Strict{secure}", self.cookie_name())
    }

    /// The session's token, as the browser sent it.
    pub(crate) fn token<'a>(&self, headers: &'a HeaderMap) -> Option<&'a str> {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let name = self.cookie_name();
        cookies.flat_map(|line| line.split(';')).find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then_some(value)
        })
    }

    /// Whether a request comes from a page of this marketplace, as the browser says. SameSite=Strict says the same; this
    /// holds also where another application shares the site.
    pub(crate) fn is_same_origin(&self, headers: &HeaderMap) -> bool {
        let text = |value: &HeaderValue| value.to_str().map(str::to_owned).unwrap_or_default();
        let own = &self.configuration.core.marketplace.base_url;
        match headers.get(header::ORIGIN).map(text) {
            Some(origin) => Url::parse(&origin).is_ok_and(|origin| origin.origin() == own.origin()),
            None => headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin"),
        }
    }

    /// `__Host-` keeps a sub-domain from setting it, and needs https; a trial on this machine has none.
    fn cookie_name(&self) -> &'static str {
        if self.is_https() { "__Host-punchgate-console" } else { "punchgate-console" }
    }

    fn is_https(&self) -> bool {
        self.configuration.core.marketplace.base_url.scheme() == "https"
    }
}
