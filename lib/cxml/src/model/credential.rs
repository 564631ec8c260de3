//! Who a party says it is.

use crate::{Secret, Timestamp};

/// `Credential`: an identity in a domain, and what proves it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credential {
    /// `domain`: `NetworkId`, `DUNS`, `AribaNetworkUserId`, … (R8).
    pub domain: String,
    /// `type="marketplace"`.
    pub kind: Option<CredentialType>,
    /// `Identity`, as text.
    pub identity: String,
    /// `SharedSecret`. Never shown by `Debug`. A credential carries this or a MAC; when both are
    /// set, the secret is written.
    pub secret: Option<Secret>,
    /// `CredentialMac`.
    pub mac: Option<CredentialMac>,
}

/// The one `type` a credential can have: that of a network that forwards documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CredentialType {
    /// `marketplace`
    Marketplace,
}

/// `CredentialMac`: a code that proves knowledge of the secret without sending it (R54).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CredentialMac {
    /// `type`: `FromSenderCredentials`.
    pub kind: String,
    /// `algorithm`: `HMAC-SHA1-96`.
    pub algorithm: String,
    /// `creationDate`.
    pub creation_date: Timestamp,
    /// `expirationDate`.
    pub expiration_date: Timestamp,
    /// The code in base64.
    pub value: String,
}

impl Credential {
    /// An identity without proof.
    pub fn new(domain: impl Into<String>, identity: impl Into<String>) -> Self {
        Self { domain: domain.into(), identity: identity.into(), ..Self::default() }
    }

    /// The same with a shared secret.
    #[must_use]
    pub fn with_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// The same with a message authentication code.
    #[must_use]
    pub fn with_mac(mut self, mac: CredentialMac) -> Self {
        self.mac = Some(mac);
        self
    }
}
