//! Connections: one configured integration between a buyer organisation and a procurement system.

mod deployment;
mod direct_visit;
mod host;
mod identity;
mod invoice_options;
mod line_rule;
mod new;
mod no_approval;
mod secret;
mod settings;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use deployment::Deployment;
pub use direct_visit::{DirectVisit, direct_visit};
pub use host::{FormPostError, NotASignOnPage, check_form_post, check_sign_on, is_named};
pub use identity::{Identity, IdentityDomain, NotAnIdentity};
pub use invoice_options::{CancelBy, InvoiceOptions, TaxRate};
pub use line_rule::LineRule;
pub use new::{NewConnection, NewSystem, NotAnAnid};
pub use secret::{HashedSecret, SecretId, SecretKey, hash_secret};
pub use settings::{FormField, InvoiceChannel, InvoiceDelivery, SealedSecret, Settings};

use crate::account::Organisation;
use crate::configuration::Onboarding;
use crate::id::ConnectionId;

/// A configured integration (R6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// Its id.
    pub id: ConnectionId,
    /// Counts the changes, for optimistic locking.
    pub version: u64,
    /// Whose it is (R3).
    pub organisation: Organisation,
    /// Which procurement system is on the other side.
    pub system: ProcurementSystem,
    /// Its name, for people.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// A disabled connection takes no new punch-outs, and orders only for carts returned before (R14).
    pub enabled: bool,
    /// Whether purchases are real (R9).
    pub mode: Mode,
    /// The marketplace as this buyer names it.
    pub supplier: Identity,
    /// The buyer as it names itself.
    pub buyer: Identity,
    /// What a Sender may authenticate with; several while one is being rotated out (R15).
    pub secrets: Vec<HashedSecret>,
    /// Everything an administrator can set.
    pub settings: Settings,
    /// How far the operator has taken it into use; SAP Ariba only (R13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onboarding: Option<Onboarding>,
    /// When it was made.
    pub created: Timestamp,
}

/// The procurement systems that Punchgate talks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProcurementSystem {
    /// Coupa.
    Coupa,
    /// SAP Ariba, over the SAP Business Network.
    SapAriba,
}

/// Whether purchases are real (R9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Everything runs, nothing is bought.
    Test,
    /// Purchases are real.
    Live,
}

// === impl Connection ===

impl Connection {
    /// The secret of this connection that `presented` is, if it is one that is valid at `now`. Takes the same time whichever
    /// secret it is compared with, and an empty one never matches (R15).
    pub fn secret_presented(
        &self,
        key: &SecretKey,
        presented: &str,
        now: Timestamp,
    ) -> Option<&HashedSecret> {
        let hash = hash_secret(key, presented);
        let mut accepted = None;
        for secret in &self.secrets {
            if secret.matches(&hash, now) {
                accepted = Some(secret);
            }
        }
        accepted.filter(|_| !presented.is_empty())
    }

    /// Whether `presented` is a secret of this connection that is valid at `now` (R15).
    pub fn accepts_secret(&self, key: &SecretKey, presented: &str, now: Timestamp) -> bool {
        self.secret_presented(key, presented, now).is_some()
    }

    /// Whether it has two sets of credentials, so that the set says which account is meant (R20).
    pub fn has_two_sets(&self) -> bool {
        let has = |set| self.secrets.iter().any(|secret| secret.deployment == set);
        has(Deployment::Test) && has(Deployment::Production)
    }

    /// Whether a CredentialMac is to be taken, and no valid secret was kept so that it can be checked: rotating mends it (R54).
    pub fn lacks_sealed_secret(&self, now: Timestamp) -> bool {
        let can = |secret: &HashedSecret| secret.sealed.is_some() && secret.is_valid(now);
        self.settings.credential_mac && !self.secrets.iter().any(can)
    }

    /// Whether purchases over this connection come to nothing (R9).
    pub fn is_test(&self) -> bool {
        self.mode == Mode::Test
    }
}

// === impl ProcurementSystem ===

impl ProcurementSystem {
    /// The system's name, for people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Coupa => "Coupa",
            Self::SapAriba => "SAP Ariba",
        }
    }
}
