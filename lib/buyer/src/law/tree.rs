//! A strict, bounded reader: text to a tree of elements, in the order in which they stand.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

const DEEPEST: usize = 64;

/// A document that is no XML, or one that this reader will not touch.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ReadError(String);

fn error(text: impl Into<String>) -> ReadError {
    ReadError(text.into())
}

/// One element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    text: String,
}

impl Element {
    /// An attribute's value.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Its own text without space around it.
    pub(crate) fn text(&self) -> &str {
        self.text.trim()
    }

    /// The first child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children of that name.
    pub(crate) fn children_named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Follows child names, e.g. `Header/Sender`.
    pub(crate) fn at(&self, path: &str) -> Option<&Self> {
        path.split('/').try_fold(self, |element, name| element.child(name))
    }

    /// The text at a path; empty where there is none.
    pub(crate) fn text_at(&self, path: &str) -> &str {
        self.at(path).map_or("", Self::text)
    }

    /// Whether an element of that name stands anywhere below.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.children.iter().any(|child| child.name == name || child.contains(name))
    }
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tree {
    /// The DOCTYPE's system identifier.
    pub(crate) system_id: Option<String>,
    pub(crate) root: Element,
}

/// Reads UTF-8 text.
pub(crate) fn read(bytes: &[u8]) -> Result<Tree, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|fault| error(format!("not UTF-8: {fault}")))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut building = Building::default();
    loop {
        let position = reader.buffer_position();
        let event =
            reader.read_event().map_err(|fault| error(format!("not XML at byte {position}: {fault}")))?;
        if !building.take(event)? {
            return building.finish();
        }
    }
}

#[derive(Default)]
struct Building {
    system_id: Option<String>,
    open: Vec<Element>,
    root: Option<Element>,
}

impl Building {
    /// Whether there is more to come.
    fn take(&mut self, event: Event<'_>) -> Result<bool, ReadError> {
        match event {
            Event::Start(start) => self.open(&start)?,
            Event::End(_) => self.close(),
            Event::Text(text) => self.write(&text)?,
            Event::CData(text) => self.write(&text)?,
            Event::GeneralRef(reference) => self.write(&resolved(&reference)?)?,
            Event::DocType(doctype) => self.system_id = system_id(&doctype)?,
            Event::Eof => return Ok(false),
            Event::Empty(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
        Ok(true)
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), ReadError> {
        if self.open.len() >= DEEPEST {
            return Err(error(format!("elements are nested deeper than {DEEPEST}")));
        }
        if self.root.is_some() {
            return Err(error("there is a second root element"));
        }
        self.open.push(Element {
            name: start.name().as_ref().to_owned(),
            attributes: attributes(start)?,
            ..Element::default()
        });
        Ok(())
    }

    fn close(&mut self) {
        let Some(element) = self.open.pop() else {
            return;
        };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    fn write(&mut self, text: &str) -> Result<(), ReadError> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(error("there is text outside the root element")),
        }
        Ok(())
    }

    fn finish(self) -> Result<Tree, ReadError> {
        if let Some(unclosed) = self.open.last() {
            return Err(error(format!("the document ends inside {}", unclosed.name)));
        }
        let root = self.root.ok_or_else(|| error("the document has no root element"))?;
        Ok(Tree { system_id: self.system_id, root })
    }
}

fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, ReadError> {
    start
        .attributes()
        .map(|attribute| {
            let attribute = attribute.map_err(|fault| error(format!("a bad attribute: {fault}")))?;
            let key = attribute.key.as_ref().to_owned();
            let value = quick_xml::escape::unescape(&attribute.value)
                .map_err(|fault| error(format!("a bad attribute: {fault}")))?;
            Ok((key, value.into_owned()))
        })
        .collect()
}

fn resolved(reference: &BytesRef<'_>) -> Result<String, ReadError> {
    let name: &str = reference;
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Ok(character.to_string()),
        Ok(None) => resolve_predefined_entity(name)
            .map(str::to_owned)
            .ok_or_else(|| error(format!("the entity &{name}; is not known"))),
        Err(fault) => Err(error(format!("the reference &{name}; is wrong: {fault}"))),
    }
}

/// Nothing is fetched, and a DOCTYPE that declares anything itself is refused.
fn system_id(doctype: &str) -> Result<Option<String>, ReadError> {
    if doctype.contains('[') {
        return Err(error("the DOCTYPE has declarations of its own"));
    }
    let quote = doctype.trim_end().chars().last().filter(|last| matches!(last, '"' | '\''));
    Ok(quote.and_then(|quote| doctype.trim_end().rsplit(quote).nth(1)).map(str::to_owned))
}

#[cfg(test)]
mod tests;
