//! Where we are in a document.

use std::borrow::Cow;

use super::attributes::Attribute;
use super::failure::Fail;
use super::text::Discarded;
use crate::{LimitKind, Limits};

/// Walks a document from start tag to start tag.
///
/// The caller asks for the next child, the text, the XML between the tags, or skips; each of these
/// ends after the end tag of the element it was asked in.
pub(crate) struct Cursor<'a> {
    pub(super) source: &'a str,
    pub(super) at: usize,
    pub(super) limits: Limits,
    /// The names of the elements that are open.
    pub(super) open: Vec<&'a str>,
    /// The attributes of the last start tag.
    pub(super) attributes: Vec<Attribute<'a>>,
    /// The last start tag was `<name/>`: its end comes next.
    pub(super) is_empty: bool,
    /// Where the last start tag is.
    pub(super) tag: usize,
    /// How many elements were open when a SharedSecret was; nothing inside is quoted in faults.
    pub(super) secret: Option<usize>,
    /// Where a prefix or a namespace declaration was first seen.
    pub(super) namespaced: Option<usize>,
    /// Where text stood between elements.
    pub(super) stray: Option<usize>,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(source: &'a str, limits: Limits) -> Self {
        Self {
            source,
            at: 0,
            limits,
            open: Vec::with_capacity(16),
            attributes: Vec::with_capacity(16),
            is_empty: false,
            tag: 0,
            secret: None,
            namespaced: None,
            stray: None,
        }
    }

    /// The byte at which the last start tag begins.
    pub(crate) fn tag(&self) -> usize {
        self.tag
    }

    /// How many elements are open.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Where a prefix or namespace declaration was first seen.
    pub(crate) fn namespaced(&self) -> Option<usize> {
        self.namespaced
    }

    /// Where text was seen between elements, once.
    pub(crate) fn take_stray(&mut self) -> Option<usize> {
        self.stray.take()
    }

    /// An attribute of the last start tag, normalised.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(Attribute::value)
    }

    /// The XML between the tags of the element whose start tag was last, exactly as it is.
    pub(crate) fn inner_xml(&mut self) -> Result<&'a str, Fail> {
        if self.is_empty {
            self.leave_empty();
            return Ok("");
        }
        let start = self.at;
        self.skip()?;
        let inside = &self.source[start..self.at];
        Ok(&inside[..inside.rfind("</").unwrap_or(0)])
    }

    /// Passes over the element whose start tag was last, checking it.
    pub(crate) fn skip(&mut self) -> Result<(), Fail> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            self.content(&mut Discarded::default())?;
        }
        Ok(())
    }

    pub(super) fn enter(&mut self, name: &'a str, local: &str) -> Result<(), Fail> {
        if self.open.len() >= self.limits.depth {
            return Err(Fail::limit(self.tag, LimitKind::Depth, self.limits.depth));
        }
        if self.secret.is_none() && local.eq_ignore_ascii_case("SharedSecret") {
            self.secret = Some(self.open.len());
        }
        self.open.push(name);
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.open.pop();
        if self.secret == Some(self.open.len()) {
            self.secret = None;
        }
    }

    pub(super) fn leave_empty(&mut self) {
        self.is_empty = false;
        self.leave();
    }

    /// A name for a message, unless it may be part of a secret.
    pub(super) fn quote(&self, name: &str) -> String {
        match self.secret.is_none() && name.len() <= 80 {
            true => format!("`{name}`"),
            false => "an element".to_owned(),
        }
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.source.as_bytes().get(at).copied()
    }

    pub(super) fn starts_with(&self, what: &str) -> bool {
        self.source.as_bytes()[self.at..].starts_with(what.as_bytes())
    }
}
