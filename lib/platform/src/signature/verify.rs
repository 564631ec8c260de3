//! Verifying what somebody else signed.

use aws_credential_types::Credentials;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::SERVICE;
use super::authorization::Authorization;
use super::sign::{Signable, signature};
use crate::accounts::{AccessKey, AccessKeys};

/// How far the caller's clock may be off, as in AWS.
const SKEW: SignedDuration = SignedDuration::from_mins(5);
const DATE: &str = "x-amz-date";
const BODY: &str = "x-amz-content-sha256";

/// Why a request is not taken as signed. None of the texts tells whether the key is known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// There is no signature.
    #[error("The request is not signed. Sign it with AWS Signature Version 4 for the service {SERVICE}.")]
    Missing,
    /// There is one, and it is not whole.
    #[error("The signature cannot be read: {0}.")]
    Unreadable(&'static str),
    /// Signed too long ago, or in the future.
    #[error("The request was signed at {signed}, and it is {now}. Set the clock, and sign it again.")]
    Time {
        /// When it says it was signed.
        signed: Timestamp,
        /// When it came.
        now: Timestamp,
    },
    /// The key or the signature is another.
    #[error(
        "The signature does not match. Check the access key, its secret, and that nothing changes the request on its way."
    )]
    Mismatch,
}

/// The key that signed this request.
pub fn verify<'a>(
    parts: &Parts,
    body: &[u8],
    keys: &'a AccessKeys,
    now: Timestamp,
) -> Result<&'a AccessKey, SignatureError> {
    let text = parts.headers.get(header::AUTHORIZATION).ok_or(SignatureError::Missing)?;
    let text = text.to_str().map_err(|_| SignatureError::Unreadable("Authorization is no text"))?;
    let claimed = Authorization::read(text).ok_or(SignatureError::Unreadable(
        "Authorization must be AWS4-HMAC-SHA256 with Credential, SignedHeaders and Signature",
    ))?;
    let signed_at = signed_at(&parts.headers, &claimed, now)?;
    covers(&parts.headers, &claimed)?;
    body_is_the_one(&parts.headers, body)?;
    let key = keys.find(claimed.key).ok_or(SignatureError::Mismatch)?;
    let expected = expected(parts, body, &claimed, key, signed_at)?;
    let equal: bool = expected.as_bytes().ct_eq(claimed.signature.as_bytes()).into();
    if equal { Ok(key) } else { Err(SignatureError::Mismatch) }
}

fn signed_at(
    headers: &HeaderMap,
    claimed: &Authorization<'_>,
    now: Timestamp,
) -> Result<Timestamp, SignatureError> {
    let text = headers.get(DATE).and_then(|value| value.to_str().ok());
    let signed = text
        .and_then(read_time)
        .ok_or(SignatureError::Unreadable("x-amz-date must be such as 20260131T090000Z"))?;
    if !text.is_some_and(|text| text.starts_with(claimed.date)) || claimed.date.len() != 8 {
        return Err(SignatureError::Unreadable("the date in Credential is not the day of x-amz-date"));
    }
    if signed.duration_until(now).abs() > SKEW {
        return Err(SignatureError::Time { signed, now });
    }
    Ok(signed)
}

fn read_time(text: &str) -> Option<Timestamp> {
    let time = DateTime::strptime("%Y%m%dT%H%M%SZ", text).ok()?;
    time.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

/// What is not signed could be put in by somebody else.
fn covers(headers: &HeaderMap, claimed: &Authorization<'_>) -> Result<(), SignatureError> {
    if claimed.service != SERVICE {
        return Err(SignatureError::Unreadable("the service in Credential must be execute-api"));
    }
    let unsigned =
        headers.keys().any(|name| name.as_str().starts_with("x-amz-") && !claimed.signs(name.as_str()));
    if unsigned || !claimed.signs("host") || !claimed.signs(DATE) {
        return Err(SignatureError::Unreadable(
            "SignedHeaders must name host, x-amz-date and every other x-amz- header",
        ));
    }
    Ok(())
}

/// A client that names the digest of its body signs the name; the body must be the one that it names.
fn body_is_the_one(headers: &HeaderMap, body: &[u8]) -> Result<(), SignatureError> {
    let Some(named) = headers.get(BODY) else { return Ok(()) };
    let digest: String = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
    if named.as_bytes() == digest.as_bytes() { Ok(()) } else { Err(SignatureError::Mismatch) }
}

fn expected(
    parts: &Parts,
    body: &[u8],
    claimed: &Authorization<'_>,
    key: &AccessKey,
    signed_at: Timestamp,
) -> Result<String, SignatureError> {
    let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let headers = signed_headers(&parts.headers, claimed)?;
    let token = parts.headers.get("x-amz-security-token").and_then(|value| value.to_str().ok());
    let credentials =
        Credentials::new(&key.id, key.secret.as_str(), token.map(str::to_owned), None, "accounts file");
    let request = Signable {
        method: parts.method.as_str(),
        url: &format!("http://{host}{target}"),
        headers: &headers,
        body,
    };
    signature(&request, &credentials, claimed.region, signed_at).map_err(|_| SignatureError::Mismatch)
}

fn signed_headers<'a>(
    headers: &'a HeaderMap,
    claimed: &Authorization<'_>,
) -> Result<Vec<(&'a str, &'a str)>, SignatureError> {
    // The signer adds these two itself.
    let added = [DATE, "x-amz-security-token"];
    let named =
        headers.iter().filter(|(name, _)| claimed.signs(name.as_str()) && !added.contains(&name.as_str()));
    named
        .map(|(name, value)| value.to_str().map(|value| (name.as_str(), value)))
        .collect::<Result<_, _>>()
        .map_err(|_| SignatureError::Unreadable("a signed header is no text"))
}
