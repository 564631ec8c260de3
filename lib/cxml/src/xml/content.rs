//! What stands between two tags.

use std::borrow::Cow;

use super::chars::is_space;
use super::cursor::Cursor;
use super::failure::Fail;
use super::reference;
use super::text::{Collected, Discarded, Sink};
use crate::LimitKind;

/// Where plain text ends, or needs a second look.
static STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    stops[b'<' as usize] = true;
    stops[b'&' as usize] = true;
    stops[b']' as usize] = true;
    stops[b'\r' as usize] = true;
    stops
};

impl<'a> Cursor<'a> {
    /// The local name of the next child of the element we are in; `None` after its end tag.
    pub(crate) fn next_child(&mut self) -> Result<Option<&'a str>, Fail> {
        let mut sink = Discarded::default();
        let child = self.content(&mut sink);
        if sink.has_text {
            self.stray.get_or_insert(self.at);
        }
        child
    }

    /// The text of the element whose start tag was last, without the white space around it, and
    /// whether it holds markup (whose text is part of the whole).
    pub(crate) fn text(&mut self) -> Result<(Cow<'a, str>, bool), Fail> {
        if let Some(text) = self.plain_text() {
            return self.short_enough(text);
        }
        let mut collected = Collected::default();
        let depth = self.open.len();
        let mut has_markup = false;
        while self.open.len() >= depth {
            has_markup |= self.content(&mut collected)?.is_some();
        }
        Ok((collected.finish().into(), has_markup))
    }

    /// Collects text up to the next child, whose local name it gives, or to the end tag.
    pub(crate) fn text_or_child(&mut self, collected: &mut Collected) -> Result<Option<&'a str>, Fail> {
        self.content(collected)
    }

    /// Text without references, comments or anything else, up to its end tag.
    #[inline]
    fn plain_text(&mut self) -> Option<&'a str> {
        if self.is_empty {
            self.leave_empty();
            return Some("");
        }
        let end = self.plain_end();
        let text = &self.source[self.at..end];
        let after = self.matching_end_tag(end)?;
        self.at = after;
        self.leave();
        Some(text.trim_matches(|c: char| c.is_ascii() && is_space(c as u8)))
    }

    fn short_enough(&self, text: &'a str) -> Result<(Cow<'a, str>, bool), Fail> {
        if text.len() > self.limits.text {
            return Err(Fail::limit(self.at, LimitKind::Text, self.limits.text));
        }
        Ok((text.into(), false))
    }

    fn plain_end(&self) -> usize {
        let bytes = self.source.as_bytes();
        bytes[self.at..]
            .iter()
            .position(|&byte| STOPS[usize::from(byte)])
            .map_or(bytes.len(), |length| self.at + length)
    }

    pub(super) fn content<S: Sink>(&mut self, sink: &mut S) -> Result<Option<&'a str>, Fail> {
        if self.is_empty {
            self.leave_empty();
            return Ok(None);
        }
        loop {
            let end = self.plain_end();
            sink.text(&self.source[self.at..end]);
            if sink.length(end - self.at) > self.limits.text {
                return Err(Fail::limit(self.at, LimitKind::Text, self.limits.text));
            }
            self.at = end;
            match self.byte(end) {
                Some(b'<') => match self.byte(end + 1) {
                    Some(b'/') => {
                        self.end_tag()?;
                        return Ok(None);
                    }
                    Some(b'!') => self.comment_or_cdata(sink)?,
                    Some(b'?') => self.instruction()?,
                    _ => return self.start_tag().map(Some),
                },
                Some(b'&') => {
                    let (c, after) = reference::resolve(self.source, end, self.secret.is_none())?;
                    sink.referenced(c);
                    self.at = after;
                }
                Some(b'\r') => {
                    sink.text("\n");
                    self.at += if self.byte(end + 1) == Some(b'\n') { 2 } else { 1 };
                }
                Some(_) => {
                    self.no_stray_section_end()?;
                    sink.text("]");
                    self.at += 1;
                }
                None => return Err(self.not_closed()),
            }
        }
    }

    fn no_stray_section_end(&self) -> Result<(), Fail> {
        match self.starts_with("]]>") {
            true => Err(Fail::xml(self.at, "`]]>` in text", "Write `]]&gt;` where it is meant as text")),
            false => Ok(()),
        }
    }

    #[cold]
    fn not_closed(&self) -> Fail {
        let name = self.open.last().copied().unwrap_or_default();
        Fail::xml(
            self.at,
            format!("the document ends before {} is closed", self.quote(name)),
            "Send the whole document; it may have been cut off on the way",
        )
    }
}
