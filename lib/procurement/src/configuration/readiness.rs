//! Whether a connection is ready, as far as it can be told without the buyer: each check with what to do.

mod check;
mod english;

use jiff::{SignedDuration, Timestamp};

pub use check::{ApprovalUrl, Check, Ends, Finding, Place, Sender};

use crate::connection::{Connection, InvoiceChannel, is_named};
use url::Url;

/// What an address answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Something answered; with TLS until when its certificate is valid.
    Answered {
        /// The end of the certificate's validity.
        certificate_until: Option<Timestamp>,
    },
    /// Nothing did, and why.
    Failed(String),
}

/// An address, and what came of asking it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whose it is.
    pub place: Place,
    /// The address.
    pub url: Url,
    /// What it answered.
    pub reached: Reached,
}

/// What the checks rest on.
#[derive(Clone, Debug)]
pub struct Readiness<'a> {
    /// The connection.
    pub connection: &'a Connection,
    /// How many connections its buyer's identity leads to.
    pub with_identity: usize,
    /// The addresses that were asked: those of [`addresses`].
    pub asked: Vec<Asked>,
    /// The address that mail comes from.
    pub mail_from: &'a str,
    /// What the mail service knows about it.
    pub sender: Sender,
    /// The time.
    pub now: Timestamp,
}

/// A certificate that ends sooner is told.
const SOON: SignedDuration = SignedDuration::from_hours(24 * 30);

/// The addresses that are to be asked whether they answer. The marketplace's own is one of them where buyers reach it by
/// https.
pub fn addresses(connection: &Connection, own: &Url) -> Vec<(Place, Url)> {
    let mut addresses = Vec::new();
    if own.scheme() == "https" {
        addresses.push((Place::Marketplace, own.clone()));
    }
    if let InvoiceChannel::Cxml(delivery) = &connection.settings.invoicing {
        addresses.push((Place::Invoices, delivery.url.clone()));
    }
    if let Some(delivery) = &connection.settings.confirmations {
        addresses.push((Place::Confirmations, delivery.url.clone()));
    }
    addresses
}

/// Every check, in the order in which they are read.
pub fn readiness(readiness: &Readiness<'_>) -> Vec<Check> {
    let connection = readiness.connection;
    let mut checks = vec![
        Check::Enabled(connection.enabled),
        Check::Mode { test: connection.is_test() },
        Check::BuyerIdentity { buyer: connection.buyer.clone(), connections: readiness.with_identity },
        Check::Secret { valid: connection.secrets.iter().any(|secret| secret.is_valid(readiness.now)) },
    ];
    if connection.settings.credential_mac {
        checks.push(Check::CredentialMac { ready: !connection.lacks_sealed_secret(readiness.now) });
    }
    checks.push(Check::FormHosts(connection.settings.form_hosts.clone()));
    checks.push(Check::ApprovalUrl(approval_url(connection)));
    checks.push(Check::MailFrom { address: readiness.mail_from.to_owned(), sender: sender(readiness) });
    if !matches!(connection.settings.invoicing, InvoiceChannel::Cxml(_)) {
        checks.push(Check::NoInvoicesOverCxml);
    }
    checks.extend(readiness.asked.iter().flat_map(|asked| answered(asked, readiness.now)));
    checks
}

fn approval_url(connection: &Connection) -> ApprovalUrl {
    let settings = &connection.settings;
    let Some(url) = &settings.approval_url else {
        return if settings.redirect { ApprovalUrl::Missing } else { ApprovalUrl::NotNeeded };
    };
    let named = |host: &String| is_named(host, url.host_str().unwrap_or(""), url.port());
    if settings.form_hosts.iter().any(named) { ApprovalUrl::Allowed } else { ApprovalUrl::Elsewhere }
}

/// An address of a domain that cannot have mail is never verified, whatever the mail service knows.
fn sender(readiness: &Readiness<'_>) -> Sender {
    let domain = readiness.mail_from.rsplit_once('@').map_or("", |(_, domain)| domain);
    let reserved = ["example", "test", "invalid", "localhost", "example.com", "example.net", "example.org"];
    let is_reserved = |name: &&str| domain == *name || domain.ends_with(&format!(".{name}"));
    if domain.is_empty() || reserved.iter().any(is_reserved) {
        return Sender::Impossible;
    }
    readiness.sender
}

fn answered(asked: &Asked, now: Timestamp) -> Vec<Check> {
    let (place, url) = (asked.place, asked.url.clone());
    match &asked.reached {
        Reached::Failed(reason) => vec![Check::Silent { place, url, reason: reason.clone() }],
        Reached::Answered { certificate_until } => {
            let certificate =
                certificate_until.map(|until| Check::Certificate { place, until, ends: ends(until, now) });
            std::iter::once(Check::Answers { place, url }).chain(certificate).collect()
        }
    }
}

fn ends(until: Timestamp, now: Timestamp) -> Ends {
    if until <= now {
        return Ends::Ended;
    }
    if now.saturating_add(SOON).is_ok_and(|soon| until < soon) { Ends::Soon } else { Ends::Later }
}
