//! CredentialMac (R54): proof of knowing the secret without sending it.

use crate::Credential;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac as _};
use sha1::Sha1;

/// The element's value with its two dates as written.
#[derive(Clone, Debug)]
pub(crate) struct CredentialMac {
    pub(crate) created: String,
    pub(crate) expires: String,
    pub(crate) value: String,
}

/// HMAC-SHA1-96 over From, Sender and the dates, each followed by a zero byte.
pub(crate) fn credential_mac(
    secret: &str,
    from: &Credential,
    sender: &Credential,
    created: String,
    expires: String,
) -> CredentialMac {
    let parts = [
        from.domain.to_lowercase(),
        from.identity.trim().to_lowercase(),
        sender.domain.to_lowercase(),
        sender.identity.trim().to_lowercase(),
        created.clone(),
        expires.clone(),
    ];
    let value = hmac_sha1_96(secret, &parts);
    CredentialMac { created, expires, value }
}

fn hmac_sha1_96(secret: &str, parts: &[String]) -> String {
    // A key of any length is accepted by HMAC; the error of `new_from_slice` cannot occur.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(secret.as_bytes()) else {
        return String::new();
    };
    for part in parts {
        mac.update(part.as_bytes());
        mac.update(&[0]);
    }
    STANDARD.encode(&mac.finalize().into_bytes()[..12])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guides_vector_is_met() {
        let party = Credential::new("NetworkId", " AN9900000100 ");
        let mac = credential_mac(
            "abracadabra",
            &party,
            &party,
            "2003-01-15T08:42:46-08:00".into(),
            "2003-01-15T11:42:46-08:00".into(),
        );
        assert_eq!(mac.value, "cR6Jpz58nriXERDN");
    }
}
