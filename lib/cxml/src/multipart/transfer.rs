//! Transfer encodings.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::percent::hex;

/// Decodes a part; `None` where it is not what it says.
pub(super) fn decoded(bytes: &[u8], encoding: &str) -> Option<Vec<u8>> {
    match encoding.to_ascii_lowercase().as_str() {
        "base64" => {
            let is_space = |byte: &u8| byte.is_ascii_whitespace();
            let digits: Vec<u8> = bytes.iter().copied().filter(|b| !is_space(b)).collect();
            STANDARD.decode(digits).ok()
        }
        "quoted-printable" => quoted_printable(bytes),
        "" | "7bit" | "8bit" | "binary" => Some(bytes.to_vec()),
        _ => None,
    }
}

fn quoted_printable(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte != b'=' {
            out.push(byte);
            at += 1;
        } else if bytes[at..].starts_with(b"=\r\n") {
            at += 3;
        } else if bytes[at..].starts_with(b"=\n") {
            at += 2;
        } else {
            out.push(hex(bytes.get(at + 1..at + 3)?)?);
            at += 3;
        }
    }
    Some(out)
}
