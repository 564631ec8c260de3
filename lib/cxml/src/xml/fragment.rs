//! Pieces of XML that stand alone.

use std::borrow::Cow;

use super::chars::first_forbidden;
use super::cursor::Cursor;
use super::failure::Fail;
use crate::{Fault, Limits};

/// Checks XML that is to stand between two tags.
pub(crate) fn check_content(xml: &str) -> Result<(), Fault> {
    inside(xml, |cursor| cursor.skip()).map_err(|fail| fail.at(xml))
}

/// The text of XML that stands between two tags; empty where it is not well-formed.
pub(crate) fn text_of(xml: &str) -> Cow<'_, str> {
    if !xml.contains(['<', '&', '\r']) {
        return xml.trim_matches([' ', '\t', '\n']).into();
    }
    let text = inside(xml, |cursor| cursor.text().map(|(text, _)| text.into_owned()));
    text.unwrap_or_default().into()
}

/// Walks content as if its element had just been opened.
fn inside<T>(xml: &str, walk: impl FnOnce(&mut Cursor<'_>) -> Result<T, Fail>) -> Result<T, Fail> {
    if let Some(at) = first_forbidden(xml) {
        return Err(Fail::xml(at, "a character that XML does not allow", "Leave control characters out"));
    }
    let closed = format!("{xml}</x>");
    let mut cursor = Cursor::new(&closed, Limits::default());
    cursor.enter("x", "x")?;
    let value = walk(&mut cursor)?;
    match cursor.at == closed.len() {
        true => Ok(value),
        false => Err(Fail::xml(
            cursor.at,
            "an end tag that closes nothing",
            "Close elements in the order they were opened in",
        )),
    }
}
