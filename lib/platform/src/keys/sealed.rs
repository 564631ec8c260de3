//! Encryption at rest: XChaCha20-Poly1305, whose nonce is long enough to be drawn at random.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use procurement::connection::SealedSecret;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::random;

const NONCE: usize = 24;
/// Names the key and the cipher, so that another may follow.
const SCHEME: &str = "x1.";

/// An encrypted text, fit to be stored: scheme, nonce and ciphertext in base64url.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sealed(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "an encrypted secret cannot be opened: it was damaged, moved from elsewhere, or sealed with another key file; put the key file back that belongs to this store, or enter the secret again"
)]
pub struct CannotOpen;

// === impl Sealed ===

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed")
    }
}

impl From<Sealed> for SealedSecret {
    fn from(sealed: Sealed) -> Self {
        Self(sealed.0)
    }
}

impl From<&SealedSecret> for Sealed {
    fn from(secret: &SealedSecret) -> Self {
        Self(secret.0.clone())
    }
}

pub(super) fn seal(key: &[u8; 32], plaintext: &[u8], context: &[u8]) -> Sealed {
    let nonce: [u8; NONCE] = random::bytes();
    let payload = Payload { msg: plaintext, aad: context };
    let encrypted = XChaCha20Poly1305::new(key.into()).encrypt(&XNonce::from(nonce), payload);
    // Only a plaintext of more than 256 GB is refused.
    let ciphertext = encrypted.unwrap_or_default();
    let bytes = [nonce.as_slice(), &ciphertext].concat();
    Sealed(format!("{SCHEME}{}", URL_SAFE_NO_PAD.encode(bytes)))
}

pub(super) fn open(key: &[u8; 32], sealed: &Sealed, context: &[u8]) -> Result<SecretString, CannotOpen> {
    let encoded = sealed.0.strip_prefix(SCHEME).ok_or(CannotOpen)?;
    let bytes = URL_SAFE_NO_PAD.decode(encoded).map_err(|_| CannotOpen)?;
    let (nonce, ciphertext) = bytes.split_first_chunk::<NONCE>().ok_or(CannotOpen)?;
    let payload = Payload { msg: ciphertext, aad: context };
    let opened =
        XChaCha20Poly1305::new(key.into()).decrypt(&XNonce::from(*nonce), payload).map_err(|_| CannotOpen)?;
    let plaintext = Zeroizing::new(opened);
    let text = std::str::from_utf8(&plaintext).map_err(|_| CannotOpen)?;
    Ok(SecretString::from(text))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    const KEY: [u8; 32] = [3; 32];

    #[test]
    fn what_was_sealed_opens_again() {
        for text in ["", "sécret", &"x".repeat(10_000)] {
            let sealed = seal(&KEY, text.as_bytes(), b"conn-1");
            assert!(!sealed.0.contains("cret"));
            let opened = open(&KEY, &sealed, b"conn-1").expect("opened");
            assert_eq!(opened.expose_secret(), text);
        }
    }

    #[test]
    fn the_same_text_is_sealed_differently_each_time() {
        assert_ne!(seal(&KEY, b"secret", b""), seal(&KEY, b"secret", b""));
    }

    #[test]
    fn with_another_key_or_context_it_stays_closed() {
        let sealed = seal(&KEY, b"secret", b"conn-1");
        assert!(open(&[4; 32], &sealed, b"conn-1").is_err());
        assert!(open(&KEY, &sealed, b"conn-2").is_err());
    }

    #[test]
    fn a_sealed_text_with_any_character_changed_stays_closed() {
        let sealed = seal(&KEY, b"secret", b"conn-1").0;
        for position in 0..sealed.len() {
            let mut changed = sealed.clone().into_bytes();
            changed[position] = if changed[position] == b'A' { b'B' } else { b'A' };
            let changed = Sealed(String::from_utf8(changed).expect("ASCII"));
            assert!(open(&KEY, &changed, b"conn-1").is_err(), "position {position}");
        }
        for cut in 0..sealed.len() {
            assert!(open(&KEY, &Sealed(sealed[..cut].to_owned()), b"conn-1").is_err());
        }
    }
}
