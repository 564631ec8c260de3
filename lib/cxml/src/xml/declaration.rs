//! The XML declaration.

use super::cursor::Cursor;
use super::failure::Fail;

/// Bytes of a document in which its declaration must be over.
const LONGEST: usize = 256;

impl<'a> Cursor<'a> {
    /// `<?xml version="1.0" encoding="…" standalone="…"?>`, if it is there.
    pub(super) fn declaration(&mut self) -> Result<(), Fail> {
        if !self.starts_with("<?xml") || !self.byte(5).is_some_and(super::chars::is_space) {
            return Ok(());
        }
        self.at = "<?xml".len();
        let mut wanted = ["version", "encoding", "standalone"].as_slice();
        loop {
            let had_space = self.skip_space();
            if self.starts_with("?>") && wanted.len() < 3 {
                self.at += 2;
                return Ok(());
            }
            let name = wanted.iter().position(|name| self.starts_with(name));
            let (Some(index), true) = (name, had_space) else {
                return Err(self.bad_declaration());
            };
            if wanted.len() == 3 && index > 0 {
                return Err(self.bad_declaration());
            }
            let name = wanted[index];
            wanted = &wanted[index + 1..];
            self.at += name.len();
            let value = self.declared()?;
            if !is_allowed(name, value) {
                return Err(self.bad_declaration());
            }
        }
    }

    fn declared(&mut self) -> Result<&'a str, Fail> {
        self.skip_space();
        if self.byte(self.at) != Some(b'=') {
            return Err(self.bad_declaration());
        }
        self.at += 1;
        self.skip_space();
        let Some(quote @ (b'"' | b'\'')) = self.byte(self.at) else {
            return Err(self.bad_declaration());
        };
        let start = self.at + 1;
        let rest = &self.source.as_bytes()[start..];
        let Some(length) = rest.iter().position(|&byte| byte == quote) else {
            return Err(self.bad_declaration());
        };
        self.at = start + length + 1;
        Ok(&self.source[start..start + length])
    }

    #[cold]
    fn bad_declaration(&self) -> Fail {
        Fail::xml(
            self.at,
            "a malformed XML declaration",
            "Begin with `<?xml version=\"1.0\" encoding=\"UTF-8\"?>`",
        )
    }
}

fn is_allowed(name: &str, value: &str) -> bool {
    match name {
        "version" => value
            .strip_prefix("1.")
            .is_some_and(|minor| !minor.is_empty() && minor.bytes().all(|b| b.is_ascii_digit())),
        "encoding" => is_encoding_name(value),
        _ => value == "yes" || value == "no",
    }
}

fn is_encoding_name(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_alphabetic())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

/// What a document in an encoding that is like ASCII says its encoding is, roughly: it is checked
/// strictly after decoding.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<&str> {
    let start = &bytes[..bytes.len().min(LONGEST)];
    let declaration = start.strip_prefix(b"<?xml")?;
    let end = declaration.windows(2).position(|pair| pair == b"?>")?;
    let declaration = std::str::from_utf8(&declaration[..end]).ok()?;
    let (_, rest) = declaration.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (value, _) = rest[1..].split_once(quote)?;
    Some(value)
}
