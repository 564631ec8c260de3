//! Who a party says it is: a domain and an identity in it (R8).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::deployment::Deployment;

/// The domains in which identities are understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum IdentityDomain {
    /// An id on a business network, such as `AN01000000001`.
    NetworkId,
    /// A D-U-N-S number.
    #[serde(rename = "DUNS")]
    Duns,
    /// A user of the SAP Business Network.
    AribaNetworkUserId,
}

/// An identity in a domain. Equal identities compare equal however they are written: NetworkId and
/// DUNS without regard to case, AribaNetworkUserId with (R8).
#[derive(Clone, Serialize, Deserialize)]
pub struct Identity {
    /// The domain.
    pub domain: IdentityDomain,
    /// The identity as it was written.
    pub value: String,
}

/// Why a credential is no identity that is understood here.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotAnIdentity {
    /// The domain is not one of the three.
    #[error("the credential domain \"{0}\" is not known; use NetworkId, DUNS or AribaNetworkUserId")]
    Domain(String),
    /// Nothing, or too much, in it.
    #[error("an identity has 1 to {MAX_LENGTH} characters")]
    Length,
}

/// The most characters of an identity.
pub const MAX_LENGTH: usize = 255;

// === impl Identity ===

impl Identity {
    /// Reads a credential's domain and identity.
    pub fn new(domain: &str, value: &str) -> Result<Self, NotAnIdentity> {
        let domain = domain.parse()?;
        let value = value.trim();
        if value.is_empty() || value.chars().count() > MAX_LENGTH {
            return Err(NotAnIdentity::Length);
        }
        Ok(Self { domain, value: value.to_owned() })
    }

    /// The same party's account for production, whose name has no `-T`, and which of the two was named (R20).
    pub fn account(self) -> (Self, Deployment) {
        let suffix = Deployment::TEST_SUFFIX;
        match self.value.strip_suffix(suffix).filter(|base| !base.is_empty()) {
            Some(base) => (Self { value: base.to_owned(), ..self }, Deployment::Test),
            None => (self, Deployment::Production),
        }
    }

    /// The same party's account for trying out (R20).
    #[must_use]
    pub fn for_test(&self) -> Self {
        Self { domain: self.domain, value: format!("{}{}", self.value, Deployment::TEST_SUFFIX) }
    }

    /// The one text that all spellings of this identity share, for look-ups.
    pub fn normal(&self) -> String {
        match self.domain {
            IdentityDomain::NetworkId | IdentityDomain::Duns => {
                format!("{}#{}", self.domain, self.value.to_lowercase())
            }
            IdentityDomain::AribaNetworkUserId => format!("{}#{}", self.domain, self.value),
        }
    }
}

impl PartialEq for Identity {
    fn eq(&self, other: &Self) -> bool {
        self.normal() == other.normal()
    }
}

impl Eq for Identity {}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.domain, self.value)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

// === impl IdentityDomain ===

impl IdentityDomain {
    /// The domain as cXML writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NetworkId => "NetworkId",
            Self::Duns => "DUNS",
            Self::AribaNetworkUserId => "AribaNetworkUserId",
        }
    }
}

impl FromStr for IdentityDomain {
    type Err = NotAnIdentity;

    /// Domain names are read without regard to case: one Coupa document writes both `duns` and `Duns`.
    fn from_str(text: &str) -> Result<Self, NotAnIdentity> {
        match text.trim().to_ascii_lowercase().as_str() {
            "networkid" => Ok(Self::NetworkId),
            "duns" => Ok(Self::Duns),
            "aribanetworkuserid" => Ok(Self::AribaNetworkUserId),
            _ => Err(NotAnIdentity::Domain(text.chars().take(60).collect())),
        }
    }
}

impl fmt::Display for IdentityDomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(domain: &str, value: &str) -> Identity {
        Identity::new(domain, value).expect("an identity")
    }

    #[test]
    fn network_id_and_duns_compare_without_case_and_ariba_users_with() {
        assert_eq!(identity("NetworkId", "an01"), identity("networkid", "AN01"));
        assert_eq!(identity("Duns", "12-ab"), identity("DUNS", " 12-AB "));
        assert_ne!(identity("AribaNetworkUserId", "ada@x"), identity("AribaNetworkUserId", "Ada@x"));
        assert_ne!(identity("DUNS", "1"), identity("NetworkId", "1"));
    }

    #[test]
    fn a_test_account_is_the_same_party_under_another_name() {
        let (base, meant) = identity("NetworkId", "AN01-T").account();
        assert_eq!((base, meant), (identity("NetworkId", "AN01"), Deployment::Test));
        assert_eq!(identity("NetworkId", "AN01").for_test(), identity("NetworkId", "AN01-T"));
        assert_eq!(identity("DUNS", "-T").account().1, Deployment::Production);
    }

    #[test]
    fn an_unknown_domain_and_an_empty_identity_are_refused() {
        assert!(matches!(Identity::new("internalsupplierid", "1"), Err(NotAnIdentity::Domain(_))));
        assert!(matches!(Identity::new("DUNS", "  "), Err(NotAnIdentity::Length)));
    }
}
