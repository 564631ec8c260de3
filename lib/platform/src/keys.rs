//! The marketplace's own keys: what they sign, hash and encrypt is worth nothing without them.
//!
//! Three keys of 256 bits: one signs references to requisition items (R29), one hashes inbound secrets, one encrypts
//! outbound secrets at rest (R15). On one machine they lie in a file that is made at the first start; in AWS they are
//! decrypted by KMS.

use std::fmt;
use std::path::Path;

use procurement::connection::{SealedSecret, SecretKey};
use procurement::id::ConnectionId;
use procurement::reference::ReferenceKey;
use secrecy::ExposeSecret as _;
use zeroize::Zeroizing;

use crate::random;

mod file;
#[cfg(feature = "aws")]
mod kms;
mod sealed;

pub use file::KeyFileError;
#[cfg(feature = "aws")]
pub use kms::KmsError;
pub use sealed::{CannotOpen, Sealed};

/// Where the keys come from.
#[derive(Clone)]
pub enum Keys {
    /// Held by this process: read from the key file, or given.
    Held(KeyBytes),
}

/// The three keys.
#[derive(Clone)]
pub struct KeyBytes {
    reference: Zeroizing<[u8; 32]>,
    secret_hash: Zeroizing<[u8; 32]>,
    data: Zeroizing<[u8; 32]>,
}

// === impl Keys ===

impl Keys {
    /// Reads the key file; makes one with random keys, readable by its owner alone, where there is none.
    pub fn from_file(path: &Path) -> Result<Self, KeyFileError> {
        file::read_or_create(path).map(Self::Held)
    }

    /// These keys.
    pub fn from_bytes(reference: [u8; 32], secret_hash: [u8; 32], data: [u8; 32]) -> Self {
        Self::Held(KeyBytes {
            reference: Zeroizing::new(reference),
            secret_hash: Zeroizing::new(secret_hash),
            data: Zeroizing::new(data),
        })
    }

    /// Signs references to requisition items (R29).
    pub fn reference_key(&self) -> ReferenceKey {
        let Self::Held(keys) = self;
        ReferenceKey::new(*keys.reference)
    }

    /// Hashes inbound shared secrets (R15).
    pub fn secret_key(&self) -> SecretKey {
        let Self::Held(keys) = self;
        SecretKey::new(*keys.secret_hash)
    }

    /// Encrypts `plaintext`; it can be opened only with the same `context`, such as the id of its connection.
    pub fn seal(&self, plaintext: &str, context: &str) -> Sealed {
        let Self::Held(keys) = self;
        sealed::seal(&keys.data, plaintext.as_bytes(), context.as_bytes())
    }

    /// Opens a secret that was sealed for a connection, for a CredentialMac to be checked with (R54); nothing where it cannot
    /// be opened, which the log tells.
    pub fn open_shared_secret(
        &self,
        connection: ConnectionId,
        sealed: &SealedSecret,
    ) -> Option<cxml::Secret> {
        match self.open(&sealed.into(), &connection.to_string()) {
            Ok(secret) => Some(cxml::Secret::from(secret.expose_secret())),
            Err(error) => {
                tracing::error!(%connection, %error, "CredentialMac");
                None
            }
        }
    }

    /// Opens what was sealed with the same `context`.
    pub fn open(&self, sealed: &Sealed, context: &str) -> Result<secrecy::SecretString, CannotOpen> {
        let Self::Held(keys) = self;
        sealed::open(&keys.data, sealed, context.as_bytes())
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys")
    }
}

// === impl KeyBytes ===

impl KeyBytes {
    fn random() -> Self {
        Self {
            reference: Zeroizing::new(random::bytes()),
            secret_hash: Zeroizing::new(random::bytes()),
            data: Zeroizing::new(random::bytes()),
        }
    }
}
