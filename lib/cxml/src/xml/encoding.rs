//! From bytes to characters.

use std::borrow::Cow;

use super::chars::first_forbidden;
use super::declaration::declared_encoding;
use super::failure::Fail;
use crate::Fault;

/// The encodings that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf16Big,
    Utf16Little,
    Latin1,
    Ascii,
}

/// A document's characters.
pub(crate) struct Decoded<'a> {
    /// The text, without byte order mark; holds only characters that XML allows.
    pub(crate) text: Cow<'a, str>,
    /// Something odd about its encoding.
    pub(crate) oddity: Option<&'static str>,
}

const SEND_UTF8: &str = "Send UTF-8, and say so in the XML declaration or in the Content-Type";

/// Decodes by byte order mark, else by the charset parameter, else by the declaration, else as
/// UTF-8.
pub(crate) fn decode<'a>(bytes: &'a [u8], charset: Option<&str>) -> Result<Decoded<'a>, Fault> {
    let (marked, bytes) = byte_order_mark(bytes);
    let (encoding, oddity) = match (marked, charset) {
        (Some(encoding), _) => (encoding, None),
        (None, Some(charset)) => by_name(charset.trim().trim_matches('"'), bytes)?,
        (None, None) => match bytes {
            [0, b'<', ..] => (Encoding::Utf16Big, Some("UTF-16 without byte order mark")),
            [b'<', 0, ..] => (Encoding::Utf16Little, Some("UTF-16 without byte order mark")),
            _ => match declared_encoding(bytes) {
                Some(name) => by_name(name, bytes)?,
                None => (Encoding::Utf8, None),
            },
        },
    };
    let text = encoding.decode(bytes)?;
    if let Some(at) = first_forbidden(&text) {
        let fail = Fail::xml(at, "a character that XML does not allow", "Leave control characters out");
        return Err(fail.at(&text));
    }
    let oddity = match charset {
        Some(_) => oddity.or_else(|| contradicted(encoding, &text)),
        None => {
            agrees_with_declaration(encoding, &text)?;
            oddity
        }
    };
    Ok(Decoded { text, oddity })
}

fn byte_order_mark(bytes: &[u8]) -> (Option<Encoding>, &[u8]) {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (Some(Encoding::Utf8), rest),
        [0xFE, 0xFF, rest @ ..] => (Some(Encoding::Utf16Big), rest),
        [0xFF, 0xFE, rest @ ..] => (Some(Encoding::Utf16Little), rest),
        _ => (None, bytes),
    }
}

fn by_name(name: &str, bytes: &[u8]) -> Result<(Encoding, Option<&'static str>), Fault> {
    let encoding = match name.to_ascii_lowercase().as_str() {
        "utf-8" | "utf8" => Encoding::Utf8,
        "iso-8859-1" | "iso_8859-1" | "iso8859-1" | "latin1" | "latin-1" | "l1" => Encoding::Latin1,
        "us-ascii" | "ascii" | "ansi_x3.4-1968" | "iso646-us" => Encoding::Ascii,
        "utf-16" | "utf16" | "ucs-2" | "iso-10646-ucs-2" => {
            return Ok(without_mark(bytes));
        }
        "utf-16be" => Encoding::Utf16Big,
        "utf-16le" => Encoding::Utf16Little,
        _ => {
            let message = "an encoding other than UTF-8, UTF-16, ISO-8859-1 and us-ascii";
            return Err(Fail::xml(0, message, SEND_UTF8).at(""));
        }
    };
    Ok((encoding, None))
}

/// What is called UTF-16 but has no mark is told apart by its first character, `<`.
fn without_mark(bytes: &[u8]) -> (Encoding, Option<&'static str>) {
    let oddity = Some("UTF-16 without byte order mark");
    match bytes {
        [b'<', 0, ..] => (Encoding::Utf16Little, oddity),
        _ => (Encoding::Utf16Big, oddity),
    }
}

impl Encoding {
    fn decode(self, bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
        match self {
            Self::Utf8 => utf8(bytes),
            Self::Ascii => ascii(bytes),
            Self::Latin1 => Ok(match std::str::from_utf8(bytes) {
                Ok(text) if text.is_ascii() => text.into(),
                _ => bytes.iter().copied().map(char::from).collect(),
            }),
            Self::Utf16Big => utf16(bytes, u16::from_be_bytes),
            Self::Utf16Little => utf16(bytes, u16::from_le_bytes),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Big | Self::Utf16Little => "UTF-16",
            Self::Latin1 => "ISO-8859-1",
            Self::Ascii => "us-ascii",
        }
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let valid = &bytes[..error.valid_up_to()];
        let before = std::str::from_utf8(valid).unwrap_or_default();
        Fail::xml(before.len(), "bytes that are not UTF-8", SEND_UTF8).at(before)
    })
}

fn ascii(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    match bytes.iter().position(|byte| !byte.is_ascii()) {
        None => utf8(bytes),
        Some(at) => {
            let before = std::str::from_utf8(&bytes[..at]).unwrap_or_default();
            let message = "a byte that is not us-ascii, which the document says it is in";
            Err(Fail::xml(at, message, SEND_UTF8).at(before))
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, Fault> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let broken = |text: &str| Fail::xml(text.len(), "bytes that are not UTF-16", SEND_UTF8).at(text);
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        text.push(c.map_err(|_| broken(&text))?);
    }
    match rest.is_empty() {
        true => Ok(text.into()),
        false => Err(broken(&text)),
    }
}

/// Without a charset parameter it is an error to declare another encoding than the real one.
fn agrees_with_declaration(encoding: Encoding, text: &str) -> Result<(), Fault> {
    match contradicted(encoding, text) {
        None => Ok(()),
        Some(_) => {
            let message = format!("the document is in {}, but declares another encoding", encoding.name());
            Err(Fail::xml(0, message, SEND_UTF8).at(text))
        }
    }
}

fn contradicted(encoding: Encoding, text: &str) -> Option<&'static str> {
    let declared = declared_encoding(text.as_bytes())?;
    let says = by_name(declared, b"").ok().map(|(encoding, _)| encoding.name());
    (says != Some(encoding.name())).then_some("the XML declaration names another encoding")
}
