//! `CredentialMac`: proof of knowing the secret, without sending it (R54).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp as Instant;
use sha1::Sha1;
use subtle::ConstantTimeEq;

use super::unauthorized;
use crate::{Credential, CredentialMac, Fault, Secret, Timestamp};

/// The only `type` there is: the code is over the From and Sender credentials.
pub const KIND: &str = "FromSenderCredentials";

/// The only `algorithm` there is: HMAC-SHA1, its first 96 bits.
pub const ALGORITHM: &str = "HMAC-SHA1-96";

/// Bytes of the code that are kept.
const LENGTH: usize = 12;

/// Makes the code for a document from one party, sent by another, valid between two moments.
pub fn mac(
    from: &Credential,
    sender: &Credential,
    creation: &Timestamp,
    expiration: &Timestamp,
    secret: &Secret,
) -> CredentialMac {
    let (creation, expiration) = (creation.wire(), expiration.wire());
    let code = code(from, sender, [&creation, &expiration], secret);
    CredentialMac {
        kind: KIND.to_owned(),
        algorithm: ALGORITHM.to_owned(),
        value: STANDARD.encode(code),
        creation_date: Timestamp::parse(creation.into_owned()),
        expiration_date: Timestamp::parse(expiration.into_owned()),
    }
}

/// Checks the code that came with a document, and that now is between its two moments.
///
/// # Errors
///
/// [`Authentication`](crate::FaultKind::Authentication), to be answered by 401, when the secret is
/// empty, type or algorithm is another, a date is missing or does not fit, or the code is wrong.
pub fn mac_matches(
    from: &Credential,
    sender: &Credential,
    offered: &CredentialMac,
    secret: &Secret,
    now: Instant,
) -> Result<(), Fault> {
    if offered.kind != KIND || offered.algorithm != ALGORITHM {
        return Err(unauthorized(
            "CredentialMac has another type or algorithm",
            "Use type FromSenderCredentials and algorithm HMAC-SHA1-96",
        ));
    }
    check_dates(offered, now)?;
    let dates = [offered.creation_date.written(), offered.expiration_date.written()];
    let expected = STANDARD.encode(code(from, sender, dates, secret));
    let is_equal = expected.as_bytes().ct_eq(offered.value.trim().as_bytes());
    match bool::from(is_equal) && !secret.is_empty() {
        true => Ok(()),
        false => Err(unauthorized(
            "CredentialMac does not match",
            "Make it from the From and Sender credentials and both dates exactly as they are sent",
        )),
    }
}

fn check_dates(offered: &CredentialMac, now: Instant) -> Result<(), Fault> {
    let creation = offered.creation_date.instant();
    let expiration = offered.expiration_date.instant();
    let (Some(creation), Some(expiration)) = (creation, expiration) else {
        return Err(unauthorized(
            "CredentialMac has no readable creationDate and expirationDate",
            "Write both in ISO 8601 with an offset",
        ));
    };
    if now < creation {
        return Err(unauthorized("CredentialMac is not valid yet", "Check the clock of the sender"));
    }
    if now > expiration {
        return Err(unauthorized(
            "CredentialMac has expired",
            "Make a new one for each document, and check the clock of the sender",
        ));
    }
    Ok(())
}

fn code(
    from: &Credential,
    sender: &Credential,
    [creation, expiration]: [&str; 2],
    secret: &Secret,
) -> [u8; LENGTH] {
    // HMAC takes keys of any length, so there is no error to come out of this.
    let Ok(mut hmac) = Hmac::<Sha1>::new_from_slice(secret.expose().as_bytes()) else {
        return [0; LENGTH];
    };
    let parts = [
        from.domain.to_lowercase(),
        from.identity.trim().to_lowercase(),
        sender.domain.to_lowercase(),
        sender.identity.trim().to_lowercase(),
        creation.to_owned(),
        expiration.to_owned(),
    ];
    for part in parts {
        hmac.update(part.as_bytes());
        hmac.update(&[0]);
    }
    let full = hmac.finalize().into_bytes();
    let mut short = [0; LENGTH];
    short.copy_from_slice(&full[..LENGTH]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    const CREATION: &str = "2003-01-15T08:42:46-08:00";
    const EXPIRATION: &str = "2003-01-15T11:42:46-08:00";

    fn ariba() -> Credential {
        Credential::new("NetworkId", " AN9900000100 ")
    }

    fn vector() -> CredentialMac {
        let secret = Secret::from("abracadabra");
        mac(&ariba(), &ariba(), &CREATION.into(), &EXPIRATION.into(), &secret)
    }

    fn at(moment: &str) -> Instant {
        moment.parse().unwrap()
    }

    fn check(mac: &CredentialMac, secret: &str, now: &str) -> Result<(), String> {
        mac_matches(&ariba(), &ariba(), mac, &secret.into(), at(now)).map_err(|f| f.message)
    }

    #[test]
    fn the_guides_vector_comes_out() {
        assert_eq!(vector().value, "cR6Jpz58nriXERDN");
    }

    #[test]
    fn a_code_is_good_between_its_dates_and_not_outside() {
        let mac = vector();
        for (now, is_good) in [
            ("2003-01-15T16:42:45Z", false),
            ("2003-01-15T16:42:46Z", true),
            ("2003-01-15T19:42:46Z", true),
            ("2003-01-15T19:42:47Z", false),
        ] {
            assert_eq!(check(&mac, "abracadabra", now).is_ok(), is_good, "{now}");
        }
    }

    #[test]
    fn another_secret_identity_date_or_code_is_refused() {
        let now = "2003-01-15T17:00:00Z";
        assert!(check(&vector(), "abracadabrA", now).is_err());
        let later = CredentialMac { expiration_date: "2103-01-15T11:42:46-08:00".into(), ..vector() };
        assert!(check(&later, "abracadabra", now).is_err());
        let empty = CredentialMac { value: String::new(), ..vector() };
        assert!(check(&empty, "abracadabra", now).is_err());
        let other = Credential::new("NetworkId", "AN1");
        let secret = "abracadabra".into();
        assert!(mac_matches(&other, &ariba(), &vector(), &secret, at(now)).is_err());
    }

    #[test]
    fn an_empty_secret_authenticates_nobody_even_with_the_right_code() {
        let empty = Secret::from("");
        let mac = mac(&ariba(), &ariba(), &CREATION.into(), &EXPIRATION.into(), &empty);
        assert!(check(&mac, "", "2003-01-15T17:00:00Z").is_err());
    }

    #[test]
    fn unreadable_dates_are_refused() {
        let mac = CredentialMac { expiration_date: "never".into(), ..vector() };
        assert!(check(&mac, "abracadabra", "2003-01-15T17:00:00Z").is_err());
    }
}
