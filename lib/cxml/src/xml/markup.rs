//! Tags, comments, CDATA sections and processing instructions.

use super::cursor::Cursor;
use super::failure::Fail;
use super::names;
use super::text::Sink;
use crate::LimitKind;

impl<'a> Cursor<'a> {
    /// Reads a start tag and gives its local name.
    pub(super) fn start_tag(&mut self) -> Result<&'a str, Fail> {
        self.tag = self.at;
        let start = self.at + 1;
        let Some(scan) = names::scan(self.source, start) else {
            self.at = start;
            return Err(self.bad_tag());
        };
        let name = &self.source[start..scan.end];
        let mut local = name;
        if scan.has_colon {
            self.namespaced.get_or_insert(self.tag);
            local = name.rsplit(':').next().unwrap_or(name);
        }
        self.at = scan.end;
        self.enter(name, local)?;
        self.read_attributes()?;
        Ok(local)
    }

    /// Reads the end tag of the element we are in.
    pub(super) fn end_tag(&mut self) -> Result<(), Fail> {
        match self.matching_end_tag(self.at) {
            Some(after) => {
                self.at = after;
                self.leave();
                Ok(())
            }
            None => Err(self.wrong_end_tag()),
        }
    }

    /// The byte after the end tag of the element we are in, if that is what stands there.
    #[inline]
    pub(super) fn matching_end_tag(&self, at: usize) -> Option<usize> {
        let bytes = self.source.as_bytes();
        let name = self.open.last()?.as_bytes();
        let rest = bytes.get(at..)?.strip_prefix(b"</")?.strip_prefix(name)?;
        if rest.first() == Some(&b'>') {
            return Some(at + name.len() + 3);
        }
        let space = rest.iter().position(|byte| !super::chars::is_space(*byte))?;
        (rest[space] == b'>').then(|| at + name.len() + 3 + space)
    }

    #[cold]
    fn wrong_end_tag(&self) -> Fail {
        let wanted = self.quote(self.open.last().copied().unwrap_or_default());
        let Some(scan) = names::scan(self.source, self.at + 2) else {
            return Fail::xml(self.at, "an end tag without a name", "Write end tags as `</name>`");
        };
        let found = &self.source[self.at + 2..scan.end];
        if Some(&found) == self.open.last() {
            let message = format!("the end tag of {wanted} is not closed by `>`");
            return Fail::xml(self.at, message, "Write end tags as `</name>`");
        }
        let message = match self.secret {
            None => format!("the end tag of {wanted} is expected, not {}", self.quote(found)),
            Some(_) => "an end tag that closes nothing".to_owned(),
        };
        Fail::xml(self.at, message, "Close elements in the order they were opened in")
    }

    /// `<!…` in content.
    pub(super) fn comment_or_cdata<S: Sink>(&mut self, sink: &mut S) -> Result<(), Fail> {
        if self.starts_with("<!--") {
            return self.comment();
        }
        if !self.starts_with("<![CDATA[") {
            return Err(Fail::xml(
                self.at,
                "`<!` starts neither a comment nor a CDATA section",
                "Write `&lt;!` where it is meant as text",
            ));
        }
        let start = self.at + "<![CDATA[".len();
        let section = self.up_to(start, "]]>", "a CDATA section")?;
        sink.section(section);
        if sink.length(section.len()) > self.limits.text {
            return Err(Fail::limit(start, LimitKind::Text, self.limits.text));
        }
        Ok(())
    }

    /// `<!-- … -->`
    pub(super) fn comment(&mut self) -> Result<(), Fail> {
        let start = self.at + "<!--".len();
        self.up_to(start, "--", "a comment")?;
        match self.byte(self.at) {
            Some(b'>') => {
                self.at += 1;
                Ok(())
            }
            _ => Err(Fail::xml(self.at - 2, "`--` in a comment", "Leave double hyphens out of comments")),
        }
    }

    /// `<?target …?>`
    pub(super) fn instruction(&mut self) -> Result<(), Fail> {
        let start = self.at + "<?".len();
        let Some(target) = names::scan(self.source, start) else {
            return Err(Fail::xml(
                self.at,
                "a processing instruction without a name",
                "Leave processing instructions out; cXML has none",
            ));
        };
        if self.source[start..target.end].eq_ignore_ascii_case("xml") {
            return Err(Fail::xml(
                self.at,
                "an XML declaration that is not at the very start",
                "Let the document begin with `<?xml`, without anything before it",
            ));
        }
        let rest = &self.source[target.end..];
        if !rest.starts_with("?>") && !rest.starts_with([' ', '\t', '\n', '\r']) {
            return Err(Fail::xml(
                target.end,
                "a character that the name of a processing instruction cannot hold",
                "Leave processing instructions out; cXML has none",
            ));
        }
        self.up_to(target.end, "?>", "a processing instruction")?;
        Ok(())
    }

    /// The source up to an end, and moves behind that.
    fn up_to(&mut self, start: usize, end: &str, what: &str) -> Result<&'a str, Fail> {
        let Some(length) = self.source[start..].find(end) else {
            return Err(Fail::xml(
                self.at,
                format!("{what} that is not closed by `{end}`"),
                "Send the whole document; it may have been cut off on the way",
            ));
        };
        if length > self.limits.text {
            return Err(Fail::limit(start, LimitKind::Text, self.limits.text));
        }
        self.at = start + length + end.len();
        Ok(&self.source[start..start + length])
    }
}
