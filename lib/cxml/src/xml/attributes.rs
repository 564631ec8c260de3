//! Attributes of a start tag.

use std::borrow::Cow;

use super::chars::is_space;
use super::cursor::Cursor;
use super::failure::Fail;
use super::{names, reference};
use crate::LimitKind;

/// An attribute as it stands in the source; its references have been checked.
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    raw: &'a str,
    /// Nothing in it needs resolving or normalising.
    is_plain: bool,
}

impl<'a> Attribute<'a> {
    /// References resolved, white space made spaces.
    pub(super) fn value(&self) -> Cow<'a, str> {
        match self.is_plain {
            true => self.raw.into(),
            false => normalised(self.raw).into(),
        }
    }
}

fn normalised(raw: &str) -> String {
    let mut value = String::with_capacity(raw.len());
    let mut at = 0;
    while let Some(length) = raw[at..].find(['&', '\t', '\n', '\r']) {
        value.push_str(&raw[at..at + length]);
        at += length;
        if raw.as_bytes()[at] != b'&' {
            value.push(' ');
            at += if raw[at..].starts_with("\r\n") { 2 } else { 1 };
            continue;
        }
        // Resolved once already when the tag was read, so it cannot fail here.
        let Ok((c, after)) = reference::resolve(raw, at, false) else {
            break;
        };
        value.push(c);
        at = after;
    }
    value.push_str(&raw[at..]);
    value
}

/// Bytes of a value that need a second look.
static STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let special = b"\"'<&\t\n\r";
    let mut index = 0;
    while index < special.len() {
        stops[special[index] as usize] = true;
        index += 1;
    }
    stops
};

impl<'a> Cursor<'a> {
    /// Reads attributes and the end of the start tag.
    pub(super) fn read_attributes(&mut self) -> Result<(), Fail> {
        self.attributes.clear();
        loop {
            let had_space = self.skip_space();
            match self.byte(self.at) {
                Some(b'>') => {
                    self.at += 1;
                    break;
                }
                Some(b'/') if self.byte(self.at + 1) == Some(b'>') => {
                    self.at += 2;
                    self.is_empty = true;
                    break;
                }
                Some(_) if had_space => self.read_attribute()?,
                Some(_) => return Err(self.no_space()),
                None => return Err(self.tag_not_closed()),
            }
        }
        self.check_unique()
    }

    fn read_attribute(&mut self) -> Result<(), Fail> {
        if self.attributes.len() >= self.limits.attributes {
            let most = self.limits.attributes;
            return Err(Fail::limit(self.at, LimitKind::Attributes, most));
        }
        let start = self.at;
        let Some(name) = names::scan(self.source, start) else {
            return Err(self.bad_tag());
        };
        let name = &self.source[start..name.end];
        if name.starts_with("xmlns") {
            self.namespaced.get_or_insert(start);
        }
        self.at += name.len();
        self.equals_sign()?;
        let (raw, is_plain) = self.quoted_value()?;
        self.attributes.push(Attribute { name, raw, is_plain });
        Ok(())
    }

    fn equals_sign(&mut self) -> Result<(), Fail> {
        self.skip_space();
        if self.byte(self.at) != Some(b'=') {
            return Err(Fail::xml(
                self.at,
                "an attribute without `=` and value",
                "Write attributes as name=\"value\"",
            ));
        }
        self.at += 1;
        self.skip_space();
        Ok(())
    }

    fn quoted_value(&mut self) -> Result<(&'a str, bool), Fail> {
        let quote = match self.byte(self.at) {
            Some(quote @ (b'"' | b'\'')) => quote,
            _ => {
                return Err(Fail::xml(
                    self.at,
                    "an attribute's value without quotes",
                    "Write attributes as name=\"value\"",
                ));
            }
        };
        let start = self.at + 1;
        let bytes = self.source.as_bytes();
        let mut is_plain = true;
        let mut at = start;
        loop {
            while let Some(&byte) = bytes.get(at)
                && !STOPS[usize::from(byte)]
            {
                at += 1;
            }
            match bytes.get(at) {
                Some(&byte) if byte == quote => break,
                Some(b'<') => return Err(less_than(at)),
                Some(b'&') => {
                    is_plain = false;
                    at = reference::resolve(self.source, at, self.secret.is_none())?.1;
                }
                Some(b'"' | b'\'') => at += 1,
                Some(_) => {
                    is_plain = false;
                    at += 1;
                }
                None => return Err(self.tag_not_closed()),
            }
        }
        if at - start > self.limits.text {
            return Err(Fail::limit(start, LimitKind::Text, self.limits.text));
        }
        self.at = at + 1;
        Ok((&self.source[start..at], is_plain))
    }

    /// No attribute twice. Few attributes are compared with each other, many are sorted, so that it
    /// never takes the square of their number.
    fn check_unique(&self) -> Result<(), Fail> {
        let attributes = &self.attributes;
        if attributes.len() < 2 {
            return Ok(());
        }
        let twice = if attributes.len() <= 12 {
            attributes.iter().enumerate().find_map(|(index, one)| {
                let other = attributes[..index].iter().find(|o| o.name == one.name);
                other.map(|_| one.name)
            })
        } else {
            let mut names: Vec<_> = attributes.iter().map(|a| a.name).collect();
            names.sort_unstable();
            names.windows(2).find(|w| w[0] == w[1]).map(|w| w[0])
        };
        match twice {
            None => Ok(()),
            Some(name) => Err(Fail::xml(
                self.tag,
                match self.secret {
                    None if name.len() <= 80 => format!("the attribute `{name}` stands twice"),
                    _ => "an attribute stands twice".to_owned(),
                },
                "Write each attribute once",
            )),
        }
    }

    #[inline]
    pub(super) fn skip_space(&mut self) -> bool {
        let start = self.at;
        while let Some(byte) = self.byte(self.at)
            && is_space(byte)
        {
            self.at += 1;
        }
        self.at > start
    }

    #[cold]
    fn no_space(&self) -> Fail {
        match names::scan(self.source, self.at) {
            Some(_) => {
                Fail::xml(self.at, "no white space before an attribute", "Separate attributes by a space")
            }
            None => self.bad_tag(),
        }
    }

    #[cold]
    pub(super) fn bad_tag(&self) -> Fail {
        Fail::xml(
            self.at,
            "a character that no tag can hold here",
            "Write `&lt;` where a plain less-than sign is meant",
        )
    }

    #[cold]
    pub(super) fn tag_not_closed(&self) -> Fail {
        Fail::xml(
            self.source.len(),
            "the document ends inside a tag",
            "Send the whole document; it may have been cut off on the way",
        )
    }
}

#[cold]
fn less_than(at: usize) -> Fail {
    Fail::xml(at, "`<` in an attribute's value", "Write `&lt;`, or look for a missing quote")
}
