//! Whether a connection is ready, as far as it can be told without the buyer: each check with what to do.

use jiff::{SignedDuration, Timestamp};

use crate::connection::{Connection, InvoiceChannel, is_named};

/// One check and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub name: &'static str,
    /// What came of it.
    pub finding: Finding,
    /// In a sentence; for anything but [`Finding::Good`] with what to do.
    pub message: String,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// As it should be.
    Good,
    /// It works, and somebody should know.
    Notice,
    /// It will not work.
    Bad,
}

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

/// What the checks rest on.
#[derive(Clone, Debug)]
pub struct Readiness<'a> {
    /// The connection.
    pub connection: &'a Connection,
    /// How many connections its buyer's identity leads to.
    pub with_identity: usize,
    /// What the address for invoices answered, if there is one.
    pub invoice_url: Option<Reached>,
    /// The address that mail comes from.
    pub mail_from: &'a str,
    /// The time.
    pub now: Timestamp,
}

/// A certificate that ends sooner is told.
const SOON: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Every check, in the order in which they are read.
pub fn readiness(readiness: &Readiness<'_>) -> Vec<Check> {
    let mut checks = vec![
        enabled(readiness.connection),
        mode(readiness.connection),
        identity(readiness),
        secret(readiness),
        hosts(readiness.connection),
        approval_url(readiness.connection),
        sender(readiness.mail_from),
    ];
    checks.extend(invoices(readiness));
    checks
}

fn check(name: &'static str, finding: Finding, message: impl Into<String>) -> Check {
    Check { name, finding, message: message.into() }
}

fn enabled(connection: &Connection) -> Check {
    if connection.enabled {
        return check("enabled", Finding::Good, "The connection is enabled.");
    }
    check("enabled", Finding::Bad, "The connection is disabled and takes no punch-outs. Enable it.")
}

fn mode(connection: &Connection) -> Check {
    if connection.is_test() {
        let text = "The connection is in test mode: orders are answered, and nothing is bought. Switch test mode off when you are done.";
        return check("mode", Finding::Notice, text);
    }
    check("mode", Finding::Good, "Purchases are real.")
}

fn identity(readiness: &Readiness<'_>) -> Check {
    let buyer = &readiness.connection.buyer;
    match readiness.with_identity {
        1 => check("buyer_identity", Finding::Good, format!("{buyer} names this connection alone.")),
        0 => check(
            "buyer_identity",
            Finding::Bad,
            format!("{buyer} leads to no connection. Save the connection again."),
        ),
        _ => check(
            "buyer_identity",
            Finding::Bad,
            format!("{buyer} names another connection as well. Use another identity for one of them."),
        ),
    }
}

fn secret(readiness: &Readiness<'_>) -> Check {
    let valid = |end: Option<Timestamp>| end.is_none_or(|end| readiness.now < end);
    if readiness.connection.secrets.iter().any(|secret| valid(secret.valid_until)) {
        return check("secret", Finding::Good, "There is a valid shared secret.");
    }
    check(
        "secret",
        Finding::Bad,
        "No shared secret is valid. Rotate the secret and type the new one into the procurement system.",
    )
}

fn hosts(connection: &Connection) -> Check {
    let hosts = &connection.settings.form_hosts;
    if hosts.is_empty() {
        return check(
            "form_hosts",
            Finding::Bad,
            "No host is allowed, so no cart can go back. Add the host of the procurement system.",
        );
    }
    check("form_hosts", Finding::Good, format!("Carts may go back to {}.", hosts.join(", ")))
}

fn approval_url(connection: &Connection) -> Check {
    let settings = &connection.settings;
    let Some(url) = &settings.approval_url else {
        return match settings.redirect {
            true => check(
                "approval_url",
                Finding::Bad,
                "Redirect is on, and there is no approval URL. Write it, or switch redirect off.",
            ),
            false => check("approval_url", Finding::Good, "Redirect is off; no approval URL is needed."),
        };
    };
    let known =
        settings.form_hosts.iter().any(|host| is_named(host, url.host_str().unwrap_or(""), url.port()));
    if known {
        return check("approval_url", Finding::Good, "The approval URL is on an allowed host.");
    }
    check(
        "approval_url",
        Finding::Bad,
        "The approval URL is on a host that is not allowed. Add the host, or correct the URL.",
    )
}

/// What is known without asking the mail service: an address of a domain that cannot have mail is never verified.
fn sender(mail_from: &str) -> Check {
    let domain = mail_from.rsplit_once('@').map_or("", |(_, domain)| domain);
    let reserved = ["example", "test", "invalid", "localhost", "example.com", "example.net", "example.org"];
    if domain.is_empty()
        || reserved.iter().any(|name| domain == *name || domain.ends_with(&format!(".{name}")))
    {
        let text = format!(
            "Mail comes from {mail_from}, which cannot be an address of yours. The operator sets another one."
        );
        return check("mail_from", Finding::Notice, text);
    }
    check("mail_from", Finding::Good, format!("Mail comes from {mail_from}."))
}

fn invoices(readiness: &Readiness<'_>) -> Vec<Check> {
    let InvoiceChannel::Cxml(delivery) = &readiness.connection.settings.invoicing else {
        return vec![check("invoice_url", Finding::Good, "Invoices are not sent over cXML.")];
    };
    match &readiness.invoice_url {
        Some(Reached::Answered { certificate_until }) => {
            let reached = check("invoice_url", Finding::Good, format!("{} answers.", delivery.url));
            std::iter::once(reached)
                .chain(certificate_until.map(|end| certificate(end, readiness.now)))
                .collect()
        }
        Some(Reached::Failed(reason)) => {
            let text = format!(
                "{} does not answer: {reason}. Correct the address, or ask its administrator.",
                delivery.url
            );
            vec![check("invoice_url", Finding::Bad, text)]
        }
        None => vec![check("invoice_url", Finding::Notice, "The address for invoices was not tried.")],
    }
}

fn certificate(end: Timestamp, now: Timestamp) -> Check {
    let name = "invoice_certificate";
    if end <= now {
        return check(
            name,
            Finding::Bad,
            format!("Its certificate ended {end}. Its administrator must renew it."),
        );
    }
    if now.saturating_add(SOON).is_ok_and(|soon| end < soon) {
        return check(
            name,
            Finding::Notice,
            format!("Its certificate ends {end}. Remind its administrator to renew it."),
        );
    }
    check(name, Finding::Good, format!("Its certificate is valid until {end}."))
}
