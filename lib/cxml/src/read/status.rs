//! `Status`.

use super::reader::Reader;
use crate::xml::Fail;
use crate::{NoteKind, Status, StatusCode};

impl Reader<'_> {
    pub(super) fn status(&mut self) -> Result<Status, Fail> {
        let code = self.required_text("code");
        let code = match code.trim().parse() {
            Ok(code) => StatusCode(code),
            Err(_) => {
                self.note(NoteKind::Value, || "a status code that is not a number".to_owned());
                StatusCode::default()
            }
        };
        Ok(Status {
            code,
            text: self.required("text"),
            lang: self.optional("xml:lang"),
            message: self.string()?,
        })
    }
}
