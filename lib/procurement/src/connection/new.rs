//! A new connection, with what the procurement system's administrator needs (R7).

use jiff::Timestamp;

use super::{
    Connection, HashedSecret, Identity, IdentityDomain, Mode, ProcurementSystem, SecretKey, Settings,
};
use crate::account::Organisation;
use crate::configuration::Onboarding;
use crate::id::ConnectionId;

/// What an administrator says about a new connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConnection {
    /// Whose it is.
    pub organisation: Organisation,
    /// Its name, for people.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The other side, and for SAP Ariba the buyer's id there.
    pub system: NewSystem,
    /// The marketplace as this buyer names it.
    pub supplier: Identity,
    /// What can be set.
    pub settings: Settings,
}

/// The other side of a new connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewSystem {
    /// Coupa: the buyer's identity is made here.
    Coupa,
    /// SAP Ariba: the buyer's identity is its Ariba Network ID (R13).
    SapAriba {
        /// The ANID.
        anid: String,
    },
}

/// Why a text is no Ariba Network ID.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("an Ariba Network ID is AN and 11 or 12 digits, such as AN01000000001")]
pub struct NotAnAnid;

// === impl NewConnection ===

impl NewConnection {
    /// The connection: enabled, in test mode (R9), and taking this secret, which is kept as a hash (R15).
    pub fn make(
        self,
        id: ConnectionId,
        secret: &str,
        key: &SecretKey,
        now: Timestamp,
    ) -> Result<Connection, NotAnAnid> {
        let (system, buyer) = match self.system {
            NewSystem::Coupa => (ProcurementSystem::Coupa, coupa_buyer(id)),
            NewSystem::SapAriba { anid } => (ProcurementSystem::SapAriba, ariba_buyer(&anid)?),
        };
        let onboarding = (system == ProcurementSystem::SapAriba).then(|| Onboarding::begun(now));
        Ok(Connection {
            id,
            version: 1,
            organisation: self.organisation,
            system,
            name: self.name,
            description: self.description,
            enabled: true,
            mode: Mode::Test,
            supplier: self.supplier,
            buyer,
            secrets: vec![HashedSecret::new(key, secret, now)],
            settings: self.settings,
            onboarding,
            created: now,
        })
    }
}

/// Unique, because the id is.
fn coupa_buyer(id: ConnectionId) -> Identity {
    Identity { domain: IdentityDomain::NetworkId, value: format!("PG-{}", id.uuid().as_simple()) }
}

fn ariba_buyer(anid: &str) -> Result<Identity, NotAnAnid> {
    let digits = anid.trim().strip_prefix("AN").ok_or(NotAnAnid)?;
    let fits = (11..=12).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    if !fits {
        return Err(NotAnAnid);
    }
    Ok(Identity { domain: IdentityDomain::NetworkId, value: anid.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anid_is_an_and_eleven_or_twelve_digits() {
        assert!(ariba_buyer("AN01000000001").is_ok());
        assert!(ariba_buyer("AN010000000012").is_ok());
        for wrong in ["AN0100000000", "AN0100000000123", "01000000001", "an01000000001", "AN0100000000x", ""]
        {
            assert_eq!(ariba_buyer(wrong), Err(NotAnAnid), "{wrong}");
        }
    }
}
