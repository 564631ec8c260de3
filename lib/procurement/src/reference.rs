//! The signed reference to a requisition item that travels as `SupplierPartAuxiliaryID` (R29).
//!
//! A procurement system gives it back in the purchase order, days later and without its punch-out
//! (R36). It names the requisition item, the organisation and the offer, so that one read can load all that
//! they have, and carries a tag, so that nobody can make one up: `pg2.<requisition>.<organisation>.<offer>.<tag>`.
//! References that were given out earlier, and those in links, name no organisation: `pg1.<requisition>.<offer>.<tag>`.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use crate::account::AccountId;
use crate::id::{OfferId, RequisitionId};

const TAG_BYTES: usize = 16;
const MAX_LENGTH: usize = 255;

/// The key that signs references.
#[derive(Clone)]
pub struct ReferenceKey([u8; 32]);

/// What a reference names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The requisition item.
    pub requisition: RequisitionId,
    /// The offer that it asks for.
    pub offer: OfferId,
}

/// A text that is not a reference of ours, or was altered.
#[derive(Debug, Clone, Copy, thiserror::Error, PartialEq, Eq)]
#[error("it is not a reference that this marketplace gave out")]
pub struct NotAReference;

// === impl Reference ===

impl Reference {
    /// The reference as it travels.
    pub fn sign(&self, key: &ReferenceKey) -> String {
        let body =
            format!("pg1.{}.{}", URL_SAFE_NO_PAD.encode(self.requisition.uuid().as_bytes()), self.offer);
        signed(key, &body)
    }

    /// The reference as it travels in a cart: it also names the organisation (by its management account), whose list
    /// of approved products is read with what the reference names (R23).
    pub fn sign_for(&self, organisation: AccountId, key: &ReferenceKey) -> String {
        let requisition = URL_SAFE_NO_PAD.encode(self.requisition.uuid().as_bytes());
        signed(key, &format!("pg2.{requisition}.{organisation}.{}", self.offer))
    }

    /// Reads a reference and checks its tag, in constant time.
    pub fn verify(text: &str, key: &ReferenceKey) -> Result<Self, NotAReference> {
        Self::parse(genuine(text, key)?).map(|(reference, _)| reference).ok_or(NotAReference)
    }

    /// The organisation that a genuine reference names.
    pub fn organisation_of(text: &str, key: &ReferenceKey) -> Option<AccountId> {
        Self::parse(genuine(text, key).ok()?)?.1
    }

    fn parse(body: &str) -> Option<(Self, Option<AccountId>)> {
        if let Some(rest) = body.strip_prefix("pg1.") {
            let (requisition, offer) = rest.split_once('.')?;
            return Some((Self::of(requisition, offer)?, None));
        }
        let (requisition, rest) = body.strip_prefix("pg2.")?.split_once('.')?;
        let (organisation, offer) = rest.split_once('.')?;
        Some((Self::of(requisition, offer)?, Some(organisation.parse().ok()?)))
    }

    fn of(requisition: &str, offer: &str) -> Option<Self> {
        let bytes: [u8; 16] = URL_SAFE_NO_PAD.decode(requisition).ok()?.try_into().ok()?;
        let requisition = RequisitionId::new(Uuid::from_bytes(bytes));
        Some(Self { requisition, offer: OfferId::from_str(offer).ok()? })
    }
}

fn signed(key: &ReferenceKey, body: &str) -> String {
    format!("{body}.{}", URL_SAFE_NO_PAD.encode(tag(key, body)))
}

/// What is signed, if its tag is right.
fn genuine<'a>(text: &'a str, key: &ReferenceKey) -> Result<&'a str, NotAReference> {
    let text = text.trim();
    if text.len() > MAX_LENGTH {
        return Err(NotAReference);
    }
    let (body, given) = text.rsplit_once('.').ok_or(NotAReference)?;
    let given = URL_SAFE_NO_PAD.decode(given).map_err(|_| NotAReference)?;
    let genuine: bool = tag(key, body).as_slice().ct_eq(&given).into();
    if genuine { Ok(body) } else { Err(NotAReference) }
}

fn tag(key: &ReferenceKey, body: &str) -> [u8; TAG_BYTES] {
    let mut short = [0; TAG_BYTES];
    // HMAC takes a key of any length, so this cannot fail.
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key.0) {
        mac.update(body.as_bytes());
        short.copy_from_slice(&mac.finalize().into_bytes()[..TAG_BYTES]);
    }
    short
}

// === impl ReferenceKey ===

impl ReferenceKey {
    /// The key made of these bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for ReferenceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReferenceKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference() -> Reference {
        Reference {
            requisition: RequisitionId::new(Uuid::from_u128(42)),
            offer: "offer-lumen-logs".parse().expect("an id"),
        }
    }

    #[test]
    fn a_reference_comes_back_as_it_went() {
        let key = ReferenceKey::new([7; 32]);
        assert_eq!(Reference::verify(&reference().sign(&key), &key), Ok(reference()));
    }

    #[test]
    fn a_reference_of_a_cart_names_the_organisation_and_one_in_a_link_does_not() {
        let key = ReferenceKey::new([7; 32]);
        let organisation: AccountId = "111122223333".parse().expect("an account");
        let text = reference().sign_for(organisation, &key);
        assert_eq!(Reference::verify(&text, &key), Ok(reference()));
        assert_eq!(Reference::organisation_of(&text, &key), Some(organisation));
        assert_eq!(Reference::organisation_of(&reference().sign(&key), &key), None);
        let altered = text.replace("111122223333", "444455556666");
        assert_eq!(Reference::organisation_of(&altered, &key), None);
        assert_eq!(Reference::verify(&altered, &key), Err(NotAReference));
    }

    #[test]
    fn a_reference_that_was_altered_or_made_up_is_refused() {
        let key = ReferenceKey::new([7; 32]);
        let signed = reference().sign(&key);
        let altered = signed.replace("lumen", "other");
        let foreign = reference().sign(&ReferenceKey::new([8; 32]));
        for text in [altered.as_str(), foreign.as_str(), "", "pg1...", &"x".repeat(10_000), &signed[1..]] {
            assert_eq!(Reference::verify(text, &key), Err(NotAReference), "{text}");
        }
    }
}
