//! What was looked at, and what came of it.

use jiff::Timestamp;
use url::Url;

use crate::connection::Identity;

/// One check and what came of it. `Display` says it in an English sentence, with what to do where something is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// Whether the connection is enabled.
    Enabled(bool),
    /// Whether purchases are real.
    Mode {
        /// They are not.
        test: bool,
    },
    /// Whether the buyer's identity leads to this connection alone.
    BuyerIdentity {
        /// The identity.
        buyer: Identity,
        /// How many connections it leads to.
        connections: usize,
    },
    /// Whether a shared secret is valid.
    Secret {
        /// One is.
        valid: bool,
    },
    /// Whether a valid secret can be checked with a CredentialMac, where that is asked for (R54).
    CredentialMac {
        /// One can.
        ready: bool,
    },
    /// The hosts that carts may go back to.
    FormHosts(Vec<String>),
    /// The approval URL (R11).
    ApprovalUrl(ApprovalUrl),
    /// The address that mail comes from.
    MailFrom {
        /// The address.
        address: String,
        /// What is known about it.
        sender: Sender,
    },
    /// No invoices are sent over cXML, so no address for them is needed.
    NoInvoicesOverCxml,
    /// An address answers.
    Answers {
        /// Whose it is.
        place: Place,
        /// The address.
        url: Url,
    },
    /// An address does not answer.
    Silent {
        /// Whose it is.
        place: Place,
        /// The address.
        url: Url,
        /// Why, in English.
        reason: String,
    },
    /// An address has this certificate.
    Certificate {
        /// Whose it is.
        place: Place,
        /// When it ends.
        until: Timestamp,
        /// Whether that is soon.
        ends: Ends,
    },
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

/// How the approval URL is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApprovalUrl {
    /// Redirect is off.
    NotNeeded,
    /// Redirect is on, and there is none.
    Missing,
    /// On an allowed host.
    Allowed,
    /// On another host.
    Elsewhere,
}

/// What is known about the address that mail comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// The mail service may send for it.
    Verified,
    /// The mail service may not.
    NotVerified,
    /// There is no mail service to ask, as on one machine.
    NobodyToAsk,
    /// The mail service does not answer.
    NoAnswer,
    /// No mail ever comes from such a domain.
    Impossible,
}

/// Whose address it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The marketplace's own.
    Marketplace,
    /// Where invoices go.
    Invoices,
    /// Where confirmations go.
    Confirmations,
}

/// When a certificate ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// It did.
    Ended,
    /// Within 30 days.
    Soon,
    /// Later.
    Later,
}

// === impl Check ===

impl Check {
    /// What was looked at, for programs.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Enabled(_) => "enabled",
            Self::Mode { .. } => "mode",
            Self::BuyerIdentity { .. } => "buyer_identity",
            Self::Secret { .. } => "secret",
            Self::CredentialMac { .. } => "credential_mac",
            Self::FormHosts(_) => "form_hosts",
            Self::ApprovalUrl(_) => "approval_url",
            Self::MailFrom { .. } => "mail_from",
            Self::NoInvoicesOverCxml => "invoice_url",
            Self::Answers { place, .. } | Self::Silent { place, .. } => match place {
                Place::Marketplace => "marketplace_url",
                Place::Invoices => "invoice_url",
                Place::Confirmations => "confirmation_url",
            },
            Self::Certificate { place, .. } => match place {
                Place::Marketplace => "marketplace_certificate",
                Place::Invoices => "invoice_certificate",
                Place::Confirmations => "confirmation_certificate",
            },
        }
    }

    /// What came of it.
    pub const fn finding(&self) -> Finding {
        match self {
            Self::Enabled(true)
            | Self::Mode { test: false }
            | Self::BuyerIdentity { connections: 1, .. }
            | Self::Secret { valid: true }
            | Self::CredentialMac { ready: true }
            | Self::ApprovalUrl(ApprovalUrl::NotNeeded | ApprovalUrl::Allowed)
            | Self::MailFrom { sender: Sender::Verified, .. }
            | Self::NoInvoicesOverCxml
            | Self::Answers { .. }
            | Self::Certificate { ends: Ends::Later, .. } => Finding::Good,
            Self::FormHosts(hosts) if !hosts.is_empty() => Finding::Good,
            Self::Mode { test: true }
            | Self::CredentialMac { ready: false }
            | Self::MailFrom {
                sender: Sender::NobodyToAsk | Sender::NoAnswer | Sender::Impossible, ..
            }
            | Self::Certificate { ends: Ends::Soon, .. } => Finding::Notice,
            Self::Enabled(false)
            | Self::BuyerIdentity { .. }
            | Self::Secret { valid: false }
            | Self::FormHosts(_)
            | Self::ApprovalUrl(ApprovalUrl::Missing | ApprovalUrl::Elsewhere)
            | Self::MailFrom { sender: Sender::NotVerified, .. }
            | Self::Silent { .. }
            | Self::Certificate { ends: Ends::Ended, .. } => Finding::Bad,
        }
    }
}
