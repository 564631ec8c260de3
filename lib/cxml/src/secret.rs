//! A value that is never shown.

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;

/// A shared secret, or a card number: hidden from `Debug`, wiped when dropped, compared in constant
/// time.
#[derive(Clone, Default)]
pub struct Secret(SecretString);

impl Secret {
    /// The value. Search for this name to find every place that can leak one.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Whether there is nothing in it. An empty secret never authenticates anybody.
    pub fn is_empty(&self) -> bool {
        self.expose().is_empty()
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self(value.into())
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Self(value.into())
    }
}

/// Equality of values, for tests and change detection. To authenticate use
/// [`auth::secret_matches`](crate::auth::secret_matches), for which an empty secret never matches.
impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose().as_bytes().ct_eq(other.expose().as_bytes()).into()
    }
}

impl Eq for Secret {}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}
