//! Signing, by the SDK's own signer.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings};
use aws_sigv4::sign::v4;
use jiff::Timestamp;

use super::SERVICE;

/// A request as it is signed.
#[derive(Clone, Copy, Debug)]
pub struct Signable<'a> {
    /// `GET`, `POST`, …
    pub method: &'a str,
    /// The whole address.
    pub url: &'a str,
    /// The headers that are signed, besides host and date.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body.
    pub body: &'a [u8],
}

/// Why it could not be signed; nothing of the key.
#[derive(Debug, thiserror::Error)]
#[error("the request cannot be signed: {0}")]
pub struct CannotSign(String);

/// The headers that a signed request carries: name and value.
pub fn sign(
    request: &Signable<'_>,
    credentials: &Credentials,
    region: &str,
    now: Timestamp,
) -> Result<Vec<(String, String)>, CannotSign> {
    let signed = compute(request, credentials, region, now, SigningSettings::default())?;
    let headers = signed.0.headers();
    Ok(headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

/// The signature that these headers come to, and no other.
pub(super) fn signature(
    request: &Signable<'_>,
    credentials: &Credentials,
    region: &str,
    now: Timestamp,
) -> Result<String, CannotSign> {
    let mut settings = SigningSettings::default();
    // What the request says it signed is exactly what is signed here.
    settings.excluded_headers = None;
    Ok(compute(request, credentials, region, now, settings)?.1)
}

fn compute(
    request: &Signable<'_>,
    credentials: &Credentials,
    region: &str,
    now: Timestamp,
    settings: SigningSettings,
) -> Result<(aws_sigv4::http_request::SigningInstructions, String), CannotSign> {
    let identity = credentials.clone().into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(region)
        .name(SERVICE)
        .time(SystemTime::from(now))
        .settings(settings)
        .build()
        .map_err(|error| CannotSign(error.to_string()))?;
    let headers = request.headers.iter().copied();
    let signable =
        SignableRequest::new(request.method, request.url, headers, SignableBody::Bytes(request.body))
            .map_err(|error| CannotSign(error.to_string()))?;
    aws_sigv4::http_request::sign(signable, &params.into())
        .map(aws_sigv4::SigningOutput::into_parts)
        .map_err(|error| CannotSign(error.to_string()))
}
