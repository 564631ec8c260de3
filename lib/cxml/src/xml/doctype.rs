//! The document type declaration: read, never followed.

use super::cursor::Cursor;
use super::failure::Fail;
use super::names;

impl<'a> Cursor<'a> {
    /// `<!DOCTYPE name SYSTEM "…">`: gives the system identifier.
    ///
    /// What it points at is never fetched. An internal subset, even an empty one, is refused: it is
    /// where entities would be declared (R51).
    pub(super) fn doctype(&mut self) -> Result<Option<&'a str>, Fail> {
        self.at += "<!DOCTYPE".len();
        if !self.skip_space() {
            return Err(self.bad_doctype());
        }
        let Some(name) = names::scan(self.source, self.at) else {
            return Err(self.bad_doctype());
        };
        self.at = name.end;
        let had_space = self.skip_space();
        let system = match had_space {
            true => self.external_identifier()?,
            false => None,
        };
        self.skip_space();
        match self.byte(self.at) {
            Some(b'>') => {
                self.at += 1;
                Ok(system)
            }
            Some(b'[') => Err(Fail::xml(
                self.at,
                "an internal DTD subset",
                "Leave out everything between `[` and `]` in the DOCTYPE; cXML needs no entities",
            )),
            _ => Err(self.bad_doctype()),
        }
    }

    fn external_identifier(&mut self) -> Result<Option<&'a str>, Fail> {
        if self.starts_with("SYSTEM") {
            self.at += "SYSTEM".len();
        } else if self.starts_with("PUBLIC") {
            self.at += "PUBLIC".len();
            let public = self.literal()?;
            if !public.bytes().all(is_public_identifier_char) {
                return Err(self.bad_doctype());
            }
        } else {
            return Ok(None);
        }
        self.literal().map(Some)
    }

    /// White space and a quoted literal.
    fn literal(&mut self) -> Result<&'a str, Fail> {
        if !self.skip_space() {
            return Err(self.bad_doctype());
        }
        let Some(quote @ (b'"' | b'\'')) = self.byte(self.at) else {
            return Err(self.bad_doctype());
        };
        let start = self.at + 1;
        let rest = &self.source.as_bytes()[start..];
        let Some(length) = rest.iter().position(|&byte| byte == quote) else {
            return Err(self.bad_doctype());
        };
        self.at = start + length + 1;
        Ok(&self.source[start..start + length])
    }

    #[cold]
    pub(super) fn bad_doctype(&self) -> Fail {
        Fail::xml(
            self.at,
            "a malformed DOCTYPE",
            "Write `<!DOCTYPE cXML SYSTEM \"…\">`, once, before the first element",
        )
    }
}

fn is_public_identifier_char(byte: u8) -> bool {
    matches!(byte, b' ' | b'\r' | b'\n' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9')
        || b"-'()+,./:=?;!*#@$_%".contains(&byte)
}
