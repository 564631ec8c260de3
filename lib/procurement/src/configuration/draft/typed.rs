//! Single values as they are typed in, each read or refused with what to write instead.

use url::Url;

use crate::connection::{FormField, LineRule, Mode};

/// The most characters of a description.
const MAX_DESCRIPTION: usize = 1_000;
/// The most people who are told.
const MAX_CONTACTS: usize = 10;
/// The most hosts of an allow-list.
const MAX_HOSTS: usize = 20;
/// The most characters of a host, a URL or an identity.
const MAX_TEXT: usize = 2_000;

pub(in crate::configuration) fn text(typed: &str, least: usize, most: usize) -> Result<String, String> {
    let typed = typed.trim();
    let length = typed.chars().count();
    if length < least || length > most || typed.chars().any(char::is_control) {
        return Err(format!("Write {least} to {most} characters, in one line."));
    }
    Ok(typed.to_owned())
}

pub(super) fn paragraph(typed: &str) -> Result<String, String> {
    let odd = |c: char| c.is_control() && c != '\n' && c != '\r' && c != '\t';
    if typed.chars().count() > MAX_DESCRIPTION || typed.contains(odd) {
        return Err(format!("Write at most {MAX_DESCRIPTION} characters."));
    }
    Ok(typed.trim().to_owned())
}

pub(super) fn read_mode(typed: &str) -> Result<Mode, String> {
    match typed.trim() {
        "test" => Ok(Mode::Test),
        "live" => Ok(Mode::Live),
        _ => Err("The mode is test or live.".to_owned()),
    }
}

pub(super) fn read_form_field(typed: &str) -> Result<FormField, String> {
    match typed.trim() {
        "cxml-base64" => Ok(FormField::Base64),
        "cxml-urlencoded" => Ok(FormField::UrlEncoded),
        _ => Err("The form field is cxml-base64 or cxml-urlencoded.".to_owned()),
    }
}

pub(super) fn read_line_rule(typed: &str) -> Result<LineRule, String> {
    LineRule::of_key(typed.trim()).ok_or_else(|| "The line rule is by_product or by_line.".to_owned())
}

/// Codes of UN/CEFACT recommendation 20 are 1 to 3 letters and digits; some buyers have longer ones of their own.
pub(super) fn read_unit(typed: &str) -> Result<String, String> {
    let typed = typed.trim();
    let fits = (1..=8).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if fits {
        Ok(typed.to_owned())
    } else {
        Err("Write a unit's code of 1 to 8 letters and digits, such as EA.".to_owned())
    }
}

pub(in crate::configuration) fn read_version(typed: &str) -> Result<String, String> {
    let typed = typed.trim();
    let digits = typed.strip_prefix("1.2.").unwrap_or_default();
    let release = (digits.len() == 3).then(|| digits.parse::<u16>().ok()).flatten();
    match release.filter(|release| (14..=69).contains(release)) {
        Some(_) => Ok(typed.to_owned()),
        None => Err("Write a version from 1.2.014 to 1.2.069, such as 1.2.023.".to_owned()),
    }
}

/// A URL that documents or people are sent to.
pub(in crate::configuration) fn read_url(typed: &str) -> Result<Url, String> {
    let wrong =
        || "Write an absolute address that begins with https://, without user name and password.".to_owned();
    if typed.len() > MAX_TEXT {
        return Err(wrong());
    }
    let url = Url::parse(typed.trim()).map_err(|_| wrong())?;
    let loopback = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    let secure = url.scheme() == "https" || (url.scheme() == "http" && loopback);
    let plain = url.username().is_empty() && url.password().is_none();
    if secure && plain && url.host_str().is_some() { Ok(url) } else { Err(wrong()) }
}

/// A host is read as the host of a URL, so that an address or a path cannot stand in the list.
pub(super) fn read_hosts(typed: &[String]) -> Result<Vec<String>, String> {
    let mut hosts = Vec::new();
    for typed in typed.iter().map(|typed| typed.trim()).filter(|typed| !typed.is_empty()) {
        let host = read_host(typed).ok_or_else(|| {
            format!("\"{}\" is no host; write one such as acme.coupahost.com.", short(typed))
        })?;
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    if hosts.is_empty() || hosts.len() > MAX_HOSTS {
        return Err(format!(
            "Write 1 to {MAX_HOSTS} hosts that carts may go back to, such as acme.coupahost.com."
        ));
    }
    Ok(hosts)
}

fn read_host(typed: &str) -> Option<String> {
    if typed.len() > 260 || typed.contains(['/', '?', '#', '@', '\\', '*']) {
        return None;
    }
    let url = Url::parse(&format!("https://{typed}/")).ok()?;
    let host = url.host_str()?;
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}

/// Enough to catch a slip; whether mail arrives there nobody can tell from the text.
pub(super) fn read_contacts(typed: &[String]) -> Result<Vec<String>, String> {
    let typed: Vec<String> =
        typed.iter().map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect();
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;\"()".contains(c);
    let address = |one: &&String| {
        one.len() <= 254
            && !one.contains(odd)
            && one.split_once('@').is_some_and(|(l, d)| !l.is_empty() && !d.is_empty() && !d.contains('@'))
    };
    if typed.len() <= MAX_CONTACTS && typed.iter().all(|one| address(&one)) {
        return Ok(typed);
    }
    Err(format!("Write at most {MAX_CONTACTS} mail addresses, such as procurement@example.com."))
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}
