//! Connections: one configured integration between a buyer organisation and a procurement system.

mod host;
mod identity;
mod invoice_options;
mod new;
mod secret;
mod settings;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use host::{FormPostError, check_form_post, is_named};
pub use identity::{Identity, IdentityDomain, NotAnIdentity};
pub use invoice_options::{CancelBy, InvoiceOptions, TaxRate};
pub use new::{NewConnection, NewSystem, NotAnAnid};
pub use secret::{HashedSecret, SecretKey, hash_secret};
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
    /// Whether `presented` is a secret of this connection that is valid at `now`. Takes the same
    /// time whichever secret it is compared with, and an empty one never matches (R15).
    pub fn accepts_secret(&self, key: &SecretKey, presented: &str, now: Timestamp) -> bool {
        let hash = hash_secret(key, presented);
        let mut accepted = false;
        for secret in &self.secrets {
            accepted |= secret.matches(&hash, now);
        }
        accepted && !presented.is_empty()
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
