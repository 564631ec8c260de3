//! What stands before and after the root element.

use super::cursor::Cursor;
use super::failure::Fail;
use crate::Limits;

/// What was read before the content of the root element.
pub(crate) struct Prolog<'a> {
    /// The local name of the root element.
    pub(crate) root: &'a str,
    /// Whether there was a DOCTYPE.
    pub(crate) has_doctype: bool,
    /// Its system identifier.
    pub(crate) system: Option<&'a str>,
}

impl<'a> Cursor<'a> {
    /// Reads up to and with the start tag of the root element.
    pub(crate) fn start(source: &'a str, limits: Limits) -> Result<(Self, Prolog<'a>), Fail> {
        let mut cursor = Self::new(source, limits);
        cursor.declaration()?;
        cursor.miscellany()?;
        let mut system = None;
        let has_doctype = cursor.starts_with("<!DOCTYPE");
        if has_doctype {
            system = cursor.doctype()?;
            cursor.miscellany()?;
        }
        if cursor.starts_with("<!DOCTYPE") {
            return Err(cursor.bad_doctype());
        }
        if cursor.byte(cursor.at) != Some(b'<') {
            return Err(cursor.no_root());
        }
        let root = cursor.start_tag()?;
        let prolog = Prolog { root, has_doctype, system };
        Ok((cursor, prolog))
    }

    /// Checks what stands after the root element.
    pub(crate) fn finish(&mut self) -> Result<(), Fail> {
        self.miscellany()?;
        match self.at == self.source.len() {
            true => Ok(()),
            false => Err(Fail::xml(
                self.at,
                "something after the end of the root element",
                "Send one document at a time; look for an element that is closed too early",
            )),
        }
    }

    /// White space, comments and processing instructions.
    fn miscellany(&mut self) -> Result<(), Fail> {
        loop {
            self.skip_space();
            if self.starts_with("<!--") {
                self.comment()?;
            } else if self.starts_with("<?") {
                self.instruction()?;
            } else {
                return Ok(());
            }
        }
    }

    #[cold]
    fn no_root(&self) -> Fail {
        let (message, advice) = match self.at == self.source.len() {
            true => {
                ("there is no element in the document", "Send a cXML document in the body of the request")
            }
            false => (
                "text before the first element",
                "Send a cXML document and nothing else in the body of the request",
            ),
        };
        Fail::xml(self.at, message, advice)
    }
}
