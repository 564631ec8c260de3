//! The buyer's side: from the posted form to the document.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::Encoding;
use crate::{AtFault, Fault, FaultKind, StatusCode, percent};

/// A document out of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// How it was carried.
    pub encoding: Encoding,
    /// Its bytes, for [`read`](crate::read).
    pub xml: Vec<u8>,
}

/// Takes a document out of the fields of a posted form; names and values are as the form decoder
/// gives them. Names are compared without case, because Coupa's examples write `cxml-base64`.
///
/// Base64 may be broken into lines, have its `+` turned into spaces on the way, or lack its padding.
/// A `cXML-urlencoded` that was encoded twice, which some shops do, is decoded again.
///
/// # Errors
///
/// When there is no such field, both of them or one of them twice, or the base64 is none.
pub fn decode<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Carried, Fault> {
    let mut found = None;
    for (name, value) in fields {
        let Some(encoding) = by_name(name) else {
            continue;
        };
        if found.replace((encoding, value)).is_some() {
            return Err(fault(
                "the form carries more than one cXML document",
                "Send either cXML-base64 or cXML-urlencoded, once",
            ));
        }
    }
    let Some((encoding, value)) = found else {
        return Err(fault(
            "the form has neither cXML-base64 nor cXML-urlencoded",
            "Put the document into a field of that name",
        ));
    };
    let xml = match encoding {
        Encoding::Base64 => base64(value)?,
        Encoding::UrlEncoded => once_decoded(value),
    };
    Ok(Carried { encoding, xml })
}

fn by_name(name: &str) -> Option<Encoding> {
    [Encoding::Base64, Encoding::UrlEncoded]
        .into_iter()
        .find(|encoding| encoding.field_name().eq_ignore_ascii_case(name.trim()))
}

/// Standard base64, with or without padding.
const TOLERANT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

fn base64(value: &str) -> Result<Vec<u8>, Fault> {
    let cleaned: Vec<u8> = value
        .trim()
        .bytes()
        .filter(|byte| !matches!(byte, b'\r' | b'\n' | b'\t'))
        .map(|byte| if byte == b' ' { b'+' } else { byte })
        .collect();
    TOLERANT.decode(cleaned).map_err(|_| {
        fault("the field cXML-base64 is not base64", "Encode the document's bytes once, in standard base64")
    })
}

/// XML begins with `<`; what begins with its code was encoded once too often.
fn once_decoded(value: &str) -> Vec<u8> {
    let value = value.trim_start();
    match value.starts_with("%3C") || value.starts_with("%3c") {
        true => percent::decoded(&value.replace('+', " ")).into_owned(),
        false => value.as_bytes().to_vec(),
    }
}

fn fault(message: &str, advice: &'static str) -> Fault {
    Fault {
        kind: FaultKind::Form,
        at_fault: AtFault::Sender,
        line: 0,
        column: 0,
        message: message.to_owned(),
        status: StatusCode::NOT_ACCEPTABLE,
        advice,
    }
}
