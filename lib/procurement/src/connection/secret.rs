//! Inbound shared secrets: kept as a keyed hash, compared in constant time (R15).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;

use super::deployment::Deployment;
use super::settings::SealedSecret;

/// The key of the hash. It is not stored beside the hashes.
#[derive(Clone)]
pub struct SecretKey([u8; 32]);

/// A secret as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HashedSecret {
    /// HMAC-SHA-256 of the secret, base64.
    hash: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it stops being valid; a secret that is rotated out keeps an overlap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Timestamp>,
    /// Which set of credentials it belongs to (R20).
    #[serde(default)]
    pub deployment: Deployment,
    /// The secret itself, encrypted, where a CredentialMac must be checked with it (R54).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<SealedSecret>,
}

/// Names a secret of a connection without telling anything about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SecretId(String);

/// Hashes what a sender presented, to be compared with what is kept.
pub fn hash_secret(key: &SecretKey, secret: &str) -> [u8; 32] {
    // HMAC takes a key of any length, so this cannot fail; an all-zero hash would match nothing.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key.0) else { return [0; 32] };
    mac.update(secret.as_bytes());
    mac.finalize().into_bytes().into()
}

// === impl SecretKey ===

impl SecretKey {
    /// The key made of these bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey")
    }
}

// === impl HashedSecret ===

impl HashedSecret {
    /// Keeps this secret from `created` on.
    pub fn new(key: &SecretKey, secret: &str, created: Timestamp) -> Self {
        Self {
            hash: STANDARD_NO_PAD.encode(hash_secret(key, secret)),
            created,
            valid_until: None,
            deployment: Deployment::Production,
            sealed: None,
        }
    }

    /// The same secret in this set of credentials, and kept so that a CredentialMac can be checked with it if it is sealed.
    #[must_use]
    pub fn belonging_to(self, deployment: Deployment, sealed: Option<SealedSecret>) -> Self {
        Self { deployment, sealed, ..self }
    }

    /// What names it: the beginning of a digest of its hash.
    pub fn id(&self) -> SecretId {
        let digest = Sha256::digest(&self.hash);
        SecretId(digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect())
    }

    /// Whether it is still valid.
    pub fn is_valid(&self, now: Timestamp) -> bool {
        self.valid_until.is_none_or(|end| now < end)
    }

    /// The same secret, valid until `end` at the latest (R15).
    #[must_use]
    pub fn ending(&self, end: Timestamp) -> Self {
        let end = self.valid_until.map_or(end, |sooner| sooner.min(end));
        Self { valid_until: Some(end), ..self.clone() }
    }

    pub(super) fn matches(&self, presented: &[u8; 32], now: Timestamp) -> bool {
        let Ok(kept) = STANDARD_NO_PAD.decode(&self.hash) else { return false };
        let equal: bool = kept.as_slice().ct_eq(presented).into();
        equal & self.is_valid(now)
    }
}

// === impl SecretId ===

impl fmt::Display for SecretId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
