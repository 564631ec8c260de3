//! The checks in English sentences; other languages are said where the pages are.

use std::fmt;

use super::{ApprovalUrl, Check, Ends, Place, Sender};

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Enabled(true) => f.write_str("The connection is enabled."),
            Self::Enabled(false) => {
                f.write_str("The connection is disabled and takes no punch-outs. Enable it.")
            }
            Self::Mode { test: false } => f.write_str("Purchases are real."),
            Self::Mode { test: true } => f.write_str(
                "The connection is in test mode: orders are answered, and nothing is bought. Switch test mode off when you are done.",
            ),
            Self::BuyerIdentity { buyer, connections } => identity(f, buyer, *connections),
            Self::Secret { valid: true } => f.write_str("There is a valid shared secret."),
            Self::Secret { valid: false } => f.write_str(
                "No shared secret is valid. Rotate the secret and type the new one into the procurement system.",
            ),
            Self::CredentialMac { ready: true } => {
                f.write_str("CredentialMac is accepted, and a valid secret can be checked with it.")
            }
            Self::CredentialMac { ready: false } => f.write_str(
                "CredentialMac is accepted, but every valid secret was made before. Rotate the secret and type the new one into the procurement system.",
            ),
            Self::FormHosts(hosts) if hosts.is_empty() => f.write_str(
                "No host is allowed, so no cart can go back. Add the host of the procurement system.",
            ),
            Self::FormHosts(hosts) => write!(f, "Carts may go back to {}.", hosts.join(", ")),
            Self::ApprovalUrl(url) => f.write_str(approval_url(*url)),
            Self::MailFrom { address, sender } => mail_from(f, address, *sender),
            Self::NoInvoicesOverCxml => f.write_str("Invoices are not sent over cXML."),
            Self::Answers { url, .. } => write!(f, "{url} answers."),
            Self::Silent { place, url, reason } => {
                write!(f, "{url} does not answer: {reason}. {}", mend(*place))
            }
            Self::Certificate { place, until, ends } => certificate(f, *place, *until, *ends),
        }
    }
}

fn identity(
    f: &mut fmt::Formatter<'_>,
    buyer: &crate::connection::Identity,
    connections: usize,
) -> fmt::Result {
    match connections {
        1 => write!(f, "{buyer} names this connection alone."),
        0 => write!(f, "{buyer} leads to no connection. Save the connection again."),
        _ => {
            write!(f, "{buyer} names another connection as well. Use another identity for one of them.")
        }
    }
}

const fn approval_url(url: ApprovalUrl) -> &'static str {
    match url {
        ApprovalUrl::NotNeeded => "Redirect is off; no approval URL is needed.",
        ApprovalUrl::Missing => {
            "Redirect is on, and there is no approval URL. Write it, or switch redirect off."
        }
        ApprovalUrl::Allowed => "The approval URL is on an allowed host.",
        ApprovalUrl::Elsewhere => {
            "The approval URL is on a host that is not allowed. Add the host, or correct the URL."
        }
    }
}

fn mail_from(f: &mut fmt::Formatter<'_>, address: &str, sender: Sender) -> fmt::Result {
    match sender {
        Sender::Verified => write!(f, "Mail comes from {address}, which the mail service has verified."),
        Sender::NotVerified => write!(
            f,
            "Mail comes from {address}, which the mail service has not verified, so no mail goes out. The operator verifies the address or its domain in Amazon SES."
        ),
        Sender::NobodyToAsk => write!(
            f,
            "Mail comes from {address}. Whether it is verified cannot be known here: this marketplace has no mail service to ask."
        ),
        Sender::NoAnswer => write!(
            f,
            "Mail comes from {address}. The mail service did not say whether it is verified; check again later."
        ),
        Sender::Impossible => write!(
            f,
            "Mail comes from {address}, which cannot be an address of yours. The operator sets another one."
        ),
    }
}

const fn mend(place: Place) -> &'static str {
    match place {
        Place::Marketplace => "The operator looks after it.",
        Place::Invoices | Place::Confirmations => "Correct the address, or ask its administrator.",
    }
}

fn certificate(f: &mut fmt::Formatter<'_>, place: Place, until: jiff::Timestamp, ends: Ends) -> fmt::Result {
    let who = match place {
        Place::Marketplace => "the operator",
        Place::Invoices | Place::Confirmations => "its administrator",
    };
    match ends {
        Ends::Ended => write!(f, "Its certificate ended {until}. Tell {who} to renew it."),
        Ends::Soon => write!(f, "Its certificate ends {until}. Remind {who} to renew it."),
        Ends::Later => write!(f, "Its certificate is valid until {until}."),
    }
}
