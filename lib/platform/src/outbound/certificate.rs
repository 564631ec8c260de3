//! Until when a certificate is valid.

use jiff::Timestamp;
use x509_parser::parse_x509_certificate;

/// The end of the validity of a certificate in DER.
pub(super) fn valid_until(der: &[u8]) -> Option<Timestamp> {
    let (_, certificate) = parse_x509_certificate(der).ok()?;
    Timestamp::from_second(certificate.validity().not_after.timestamp()).ok()
}
