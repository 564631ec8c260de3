//! What an administrator types into a connection, before anything of it is known to be right.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Mistake;
use super::field::form_field;
use super::invoicing::{self, Seal};
use crate::connection::{Connection, FormField, InvoiceChannel, Mode, ProcurementSystem, Settings, is_named};
use crate::money::Money;
use url::Url;

/// The most characters of a name.
const MAX_NAME: usize = 100;
/// The most characters of a description.
const MAX_DESCRIPTION: usize = 1_000;
/// The most people who are told.
const MAX_CONTACTS: usize = 10;
/// The most hosts of an allow-list.
const MAX_HOSTS: usize = 20;
/// The most characters of a host, a URL or an identity.
const MAX_TEXT: usize = 2_000;

/// What was typed in; what is absent stays as it is. The names of the fields are the names in mistakes and in the audit log.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Draft {
    /// Its name, for people: 1 to 100 characters.
    pub name: Option<String>,
    /// What it is for: at most 1,000 characters.
    pub description: Option<String>,
    /// `test` or `live` (R9).
    pub mode: Option<String>,
    /// The hosts that a cart may be sent back to (R28).
    pub form_hosts: Option<Vec<String>>,
    /// `cxml-base64` or `cxml-urlencoded` (R28).
    pub form_field: Option<String>,
    /// The unit of measure of every line, such as `EA` (R29).
    pub unit_of_measure: Option<String>,
    /// The DOCTYPE version of carts, such as `1.2.023` (R52).
    pub cart_version: Option<String>,
    /// The blanket amount in major units, such as `10000.00` (R17).
    pub blanket_amount: Option<String>,
    /// The blanket amount's currency, such as `USD`.
    pub blanket_currency: Option<String>,
    /// Enable redirect (R11); Coupa only.
    pub redirect: Option<bool>,
    /// Where a redirected purchase begins; empty removes it (R11).
    pub approval_url: Option<String>,
    /// Free products need no approval (R16).
    pub automatic_approval_free: Option<bool>,
    /// Products with a licence of one's own need no approval (R16).
    pub automatic_approval_byol: Option<bool>,
    /// Who is told what concerns the connection itself (R10, R44): mail addresses.
    pub contacts: Option<Vec<String>>,
    /// `none`, `cxml` or `supplier_portal` (R12).
    pub invoice_channel: Option<String>,
    /// Where invoices are POSTed: https.
    pub invoice_url: Option<String>,
    /// The domain of the marketplace's identity on invoices.
    pub invoice_domain: Option<String>,
    /// The marketplace's identity on invoices.
    pub invoice_identity: Option<String>,
    /// The secret for invoices; absent or empty keeps the one that is there.
    pub invoice_secret: Option<String>,
    /// The DOCTYPE version of invoices, such as `1.2.020` (R52).
    pub invoice_version: Option<String>,
}

/// Every mistake of a draft, noted on the way.
pub(super) struct Mistakes(pub Vec<Mistake>);

// === impl Draft ===

impl Draft {
    /// A connection as it would be typed in again, without secrets (R15).
    pub fn of(connection: &Connection) -> Self {
        let settings = &connection.settings;
        let delivery = match &settings.invoicing {
            InvoiceChannel::Cxml(delivery) => Some(delivery),
            _ => None,
        };
        Self {
            name: Some(connection.name.clone()),
            description: Some(connection.description.clone()),
            mode: Some(if connection.mode == Mode::Test { "test" } else { "live" }.to_owned()),
            form_hosts: Some(settings.form_hosts.clone()),
            form_field: Some(form_field(settings.form_field).to_owned()),
            unit_of_measure: Some(settings.unit_of_measure.clone()),
            cart_version: Some(settings.cart_version.clone()),
            blanket_amount: Some(settings.blanket_amount.amount_text()),
            blanket_currency: Some(settings.blanket_amount.currency.code().to_owned()),
            redirect: Some(settings.redirect),
            approval_url: settings.approval_url.as_ref().map(ToString::to_string),
            automatic_approval_free: Some(settings.automatic_approval.free),
            automatic_approval_byol: Some(settings.automatic_approval.byol),
            contacts: Some(settings.contacts.clone()),
            invoice_channel: Some(invoicing::name(&settings.invoicing).to_owned()),
            invoice_url: delivery.map(|delivery| delivery.url.to_string()),
            invoice_domain: delivery.map(|delivery| delivery.from.domain.to_string()),
            invoice_identity: delivery.map(|delivery| delivery.from.value.clone()),
            invoice_secret: None,
            invoice_version: delivery.map(|delivery| delivery.version.clone()),
        }
    }

    /// The connection with what was typed in, or every mistake in it.
    pub fn apply(&self, to: &Connection, seal: Seal<'_>) -> Result<Connection, Vec<Mistake>> {
        let mut mistakes = Mistakes(Vec::new());
        let mut connection = to.clone();
        self.apply_names(&mut connection, &mut mistakes);
        self.apply_settings(&mut connection.settings, &mut mistakes);
        self.apply_redirect(&mut connection, &mut mistakes);
        invoicing::apply(self, &mut connection, seal, &mut mistakes);
        if mistakes.0.is_empty() { Ok(connection) } else { Err(mistakes.0) }
    }

    fn apply_names(&self, connection: &mut Connection, mistakes: &mut Mistakes) {
        if let Some(name) = &self.name
            && let Some(name) = mistakes.take("name", text(name, 1, MAX_NAME))
        {
            connection.name = name;
        }
        if let Some(description) = &self.description
            && let Some(text) = mistakes.take("description", paragraph(description))
        {
            connection.description = text;
        }
        if let Some(mode) = &self.mode
            && let Some(mode) = mistakes.take("mode", read_mode(mode))
        {
            connection.mode = mode;
        }
    }

    fn apply_settings(&self, settings: &mut Settings, mistakes: &mut Mistakes) {
        if let Some(hosts) = &self.form_hosts
            && let Some(hosts) = mistakes.take("form_hosts", read_hosts(hosts))
        {
            settings.form_hosts = hosts;
        }
        if let Some(field) = &self.form_field
            && let Some(field) = mistakes.take("form_field", read_form_field(field))
        {
            settings.form_field = field;
        }
        if let Some(unit) = &self.unit_of_measure
            && let Some(unit) = mistakes.take("unit_of_measure", read_unit(unit))
        {
            settings.unit_of_measure = unit;
        }
        if let Some(version) = &self.cart_version
            && let Some(version) = mistakes.take("cart_version", read_version(version))
        {
            settings.cart_version = version;
        }
        if let Some(contacts) = &self.contacts
            && let Some(contacts) = mistakes.take("contacts", read_contacts(contacts))
        {
            settings.contacts = contacts;
        }
        let approval = &mut settings.automatic_approval;
        approval.free = self.automatic_approval_free.unwrap_or(approval.free);
        approval.byol = self.automatic_approval_byol.unwrap_or(approval.byol);
        self.apply_blanket(&mut settings.blanket_amount, mistakes);
    }

    fn apply_blanket(&self, blanket: &mut Money, mistakes: &mut Mistakes) {
        let mut typed = *blanket;
        if let Some(currency) = &self.blanket_currency {
            match iso_currency::Currency::from_code(currency.trim()) {
                Some(known) => typed.currency = known,
                None => {
                    mistakes.note("blanket_currency", "Write the currency as its three letters, such as USD.")
                }
            }
        }
        if let Some(amount) = &self.blanket_amount {
            match amount.trim().parse() {
                Ok(number) => typed.amount = number,
                Err(_) => {
                    return mistakes
                        .note("blanket_amount", "Write the amount as a number, such as 10000.00.");
                }
            }
        }
        let most = rust_decimal::Decimal::from(1_000_000_000_u64);
        if typed.amount > rust_decimal::Decimal::ZERO && typed.amount <= most && typed.is_payable() {
            *blanket = typed;
        } else {
            mistakes.note(
                "blanket_amount",
                "The blanket amount must be more than 0, at most 1,000,000,000, and without fractions of the currency's smallest unit.",
            );
        }
    }

    /// The approval URL is a page of the connection's own procurement system (R11).
    fn apply_redirect(&self, connection: &mut Connection, mistakes: &mut Mistakes) {
        let coupa = connection.system == ProcurementSystem::Coupa;
        let settings = &mut connection.settings;
        settings.redirect = self.redirect.unwrap_or(settings.redirect);
        match self.approval_url.as_deref().map(str::trim) {
            None => {}
            Some("") => settings.approval_url = None,
            Some(url) => settings.approval_url = mistakes.take("approval_url", read_url(url)),
        }
        if !coupa && (settings.redirect || settings.approval_url.is_some()) {
            return mistakes
                .note("redirect", "Redirect is for Coupa only; an SAP Ariba purchase starts in SAP Ariba.");
        }
        let missing = settings.redirect && settings.approval_url.is_none();
        if missing && mistakes.0.iter().all(|mistake| mistake.field != "approval_url") {
            mistakes.note(
                "approval_url",
                "Redirect needs the address of the page in Coupa on which requests begin.",
            );
        }
        if let Some(url) = &settings.approval_url
            && !settings
                .form_hosts
                .iter()
                .any(|host| is_named(host, url.host_str().unwrap_or(""), url.port()))
        {
            mistakes.note(
                "approval_url",
                "The approval URL must be on the connection's own procurement system; use one of the allowed hosts.",
            );
        }
    }
}

impl fmt::Debug for Draft {
    /// Only the names of what was typed in: one of the fields is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name.as_deref().unwrap_or_default();
        write!(f, "Draft({name:?})")
    }
}

// === impl Mistakes ===

impl Mistakes {
    pub(super) fn note(&mut self, field: &str, message: &str) {
        self.0.push(Mistake::new(field, message));
    }

    pub(super) fn take<T>(&mut self, field: &str, read: Result<T, String>) -> Option<T> {
        read.map_err(|message| self.note(field, &message)).ok()
    }
}

pub(super) fn text(typed: &str, least: usize, most: usize) -> Result<String, String> {
    let typed = typed.trim();
    let length = typed.chars().count();
    if length < least || length > most || typed.chars().any(char::is_control) {
        return Err(format!("Write {least} to {most} characters, in one line."));
    }
    Ok(typed.to_owned())
}

fn paragraph(typed: &str) -> Result<String, String> {
    let odd = |c: char| c.is_control() && c != '\n' && c != '\r' && c != '\t';
    if typed.chars().count() > MAX_DESCRIPTION || typed.contains(odd) {
        return Err(format!("Write at most {MAX_DESCRIPTION} characters."));
    }
    Ok(typed.trim().to_owned())
}

fn read_mode(typed: &str) -> Result<Mode, String> {
    match typed.trim() {
        "test" => Ok(Mode::Test),
        "live" => Ok(Mode::Live),
        _ => Err("The mode is test or live.".to_owned()),
    }
}

fn read_form_field(typed: &str) -> Result<FormField, String> {
    match typed.trim() {
        "cxml-base64" => Ok(FormField::Base64),
        "cxml-urlencoded" => Ok(FormField::UrlEncoded),
        _ => Err("The form field is cxml-base64 or cxml-urlencoded.".to_owned()),
    }
}

/// Codes of UN/CEFACT recommendation 20 are 1 to 3 letters and digits; some buyers have longer ones of their own.
fn read_unit(typed: &str) -> Result<String, String> {
    let typed = typed.trim();
    let fits = (1..=8).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if fits {
        Ok(typed.to_owned())
    } else {
        Err("Write a unit's code of 1 to 8 letters and digits, such as EA.".to_owned())
    }
}

pub(super) fn read_version(typed: &str) -> Result<String, String> {
    let typed = typed.trim();
    let digits = typed.strip_prefix("1.2.").unwrap_or_default();
    let release = (digits.len() == 3).then(|| digits.parse::<u16>().ok()).flatten();
    match release.filter(|release| (14..=69).contains(release)) {
        Some(_) => Ok(typed.to_owned()),
        None => Err("Write a version from 1.2.014 to 1.2.069, such as 1.2.023.".to_owned()),
    }
}

/// A URL that documents or people are sent to.
pub(super) fn read_url(typed: &str) -> Result<Url, String> {
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
fn read_hosts(typed: &[String]) -> Result<Vec<String>, String> {
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
fn read_contacts(typed: &[String]) -> Result<Vec<String>, String> {
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
