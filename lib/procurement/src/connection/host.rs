//! Where a cart may go back to (R28): https, and a host that the connection allows.

use url::{Host, Url};

/// The most characters of a BrowserFormPost.
pub const MAX_LENGTH: usize = 2_000;

/// Why a BrowserFormPost is refused; the text is for the procurement system's administrator.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum FormPostError {
    /// Not an absolute URL.
    #[error("BrowserFormPost is not a URL; send the absolute https address that takes the cart")]
    NotUrl,
    /// Longer than 2,000 characters.
    #[error("BrowserFormPost is longer than {MAX_LENGTH} characters")]
    TooLong,
    /// Not https.
    #[error("BrowserFormPost must begin with https:// (http is taken only for the local machine)")]
    NotHttps,
    /// It carries a user name or a password.
    #[error("BrowserFormPost must not carry a user name or a password")]
    Credentials,
    /// A host that is not on the list.
    #[error(
        "the host {0} of BrowserFormPost is not one that this connection allows; add it to the allowed hosts"
    )]
    Host(String),
}

/// Reads a BrowserFormPost and refuses one that would carry the cart to a stranger.
pub fn check_form_post(text: &str, allowed: &[String]) -> Result<Url, FormPostError> {
    if text.len() > MAX_LENGTH {
        return Err(FormPostError::TooLong);
    }
    let url = Url::parse(text.trim()).map_err(|_| FormPostError::NotUrl)?;
    let host = url.host().ok_or(FormPostError::NotUrl)?;
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(&host) => {}
        _ => return Err(FormPostError::NotHttps),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(FormPostError::Credentials);
    }
    let (host, port) = (host.to_string(), url.port_or_known_default());
    if allowed.iter().any(|known| is_named(known, &host, port)) {
        Ok(url)
    } else {
        Err(FormPostError::Host(host))
    }
}

/// Why a `start_url` is refused; the text is for the procurement system's administrator.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "the start_url of the punch-out address must begin with https:// and name one of the connection's allowed hosts; correct it \
     in the procurement system, or add its host to the allowed hosts"
)]
pub struct NotASignOnPage;

/// Reads the page through which the browser goes first, to sign on at the buyer (R26).
pub fn check_sign_on(text: &str, allowed: &[String]) -> Result<Url, NotASignOnPage> {
    check_form_post(text, allowed).map_err(|_| NotASignOnPage)
}

/// Whether an entry of a list of hosts names this one. An entry is a host, or a host with a port, which then must be the
/// same.
pub fn is_named(known: &str, host: &str, port: Option<u16>) -> bool {
    let with_port = port.map(|port| format!("{host}:{port}"));
    known.eq_ignore_ascii_case(host) || with_port.is_some_and(|both| known.eq_ignore_ascii_case(&both))
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Result<Url, FormPostError> {
        check_form_post(text, &["acme.coupahost.com".to_owned(), "127.0.0.1:8123".to_owned()])
    }

    #[test]
    fn a_cart_goes_back_over_https_to_an_allowed_host() {
        assert!(check("https://acme.coupahost.com/punchout/checkout?id=1").is_ok());
        assert!(check("https://ACME.coupahost.com/").is_ok());
        assert!(check("http://127.0.0.1:8123/punchout/checkout?id=1").is_ok());
    }

    #[test]
    fn a_cart_does_not_go_to_a_stranger() {
        let refused = [
            ("http://acme.coupahost.com/", FormPostError::NotHttps),
            (
                "https://acme.coupahost.com.evil.example/",
                FormPostError::Host("acme.coupahost.com.evil.example".into()),
            ),
            ("https://acme.coupahost.com@evil.example/", FormPostError::Credentials),
            ("https://evil.example/acme.coupahost.com", FormPostError::Host("evil.example".into())),
            ("http://127.0.0.1:9999/punchout", FormPostError::Host("127.0.0.1".into())),
            ("javascript:alert(1)", FormPostError::NotUrl),
            ("/punchout", FormPostError::NotUrl),
            ("", FormPostError::NotUrl),
        ];
        for (url, reason) in refused {
            assert_eq!(check(url), Err(reason), "{url}");
        }
    }
}
