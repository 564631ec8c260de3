//! The cursor with a knowledge of cXML: which child belongs where, and what to say when not.

use std::borrow::Cow;

use super::notes::Notes;
use crate::grammar::{Content, Repeats};
use crate::xml::{Cursor, Fail};
use crate::{LimitKind, Limits, NoteKind};

/// Reads elements. Every function that reads one is called right after its start tag, and returns
/// right after its end tag.
pub(super) struct Reader<'a> {
    pub(super) cursor: Cursor<'a>,
    pub(super) notes: Notes,
    /// `xml:lang` of the document, which is that of every text that has none.
    pub(super) lang: String,
    limits: Limits,
    items: usize,
    entries: usize,
    /// The child just met does not belong where it stands.
    is_unexpected: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(cursor: Cursor<'a>, limits: Limits) -> Self {
        Self {
            cursor,
            notes: Notes::default(),
            lang: String::new(),
            limits,
            items: 0,
            entries: 0,
            is_unexpected: false,
        }
    }

    /// Calls `each` for every child, by its local name, and notes what the DTD would not have.
    pub(super) fn children(
        &mut self,
        content: &'static Content,
        mut each: impl FnMut(&mut Self, &'a str) -> Result<(), Fail>,
    ) -> Result<(), Fail> {
        let mut order = Order::new(content, self.cursor.tag());
        while let Some(name) = self.cursor.next_child()? {
            self.meet(&mut order, name)?;
            each(self, name)?;
        }
        self.part(&order);
        Ok(())
    }

    /// A child begins.
    fn meet(&mut self, order: &mut Order, name: &str) -> Result<(), Fail> {
        let met = order.meet(name);
        self.is_unexpected = matches!(met, Met::Unexpected);
        match met {
            Met::Fine(Repeats::Once) => {}
            Met::Fine(repeats) => self.count(repeats)?,
            Met::Late(repeats) => {
                self.note(NoteKind::Order, || {
                    format!("{name} stands later in {} than it should", order.content.name)
                });
                self.count(repeats)?;
            }
            Met::Twice => self.note(NoteKind::Unexpected, || {
                format!("{name} stands more than once in {}", order.content.name)
            }),
            Met::Unexpected => {
                let inside = order.content.name;
                let name = short(name);
                self.note(NoteKind::Unexpected, || format!("{name} does not belong in {inside}"));
                self.count(Repeats::Entries)?;
            }
        }
        Ok(())
    }

    /// All children have been met.
    fn part(&mut self, order: &Order) {
        for name in order.missing() {
            let inside = order.content.name;
            self.notes.add(order.at, NoteKind::Missing, || format!("{name} is missing in {inside}"));
        }
        if let Some(at) = self.cursor.take_stray() {
            let inside = order.content.name;
            self.notes.add(at, NoteKind::Unexpected, || format!("text between the elements of {inside}"));
        }
    }

    /// Counts an entry of a list in mixed content.
    pub(super) fn one_more_entry(&mut self) -> Result<(), Fail> {
        self.count(Repeats::Entries)
    }

    fn count(&mut self, repeats: Repeats) -> Result<(), Fail> {
        let (count, most, kind) = match repeats {
            Repeats::Items => (&mut self.items, self.limits.items, LimitKind::Items),
            _ => (&mut self.entries, self.limits.entries, LimitKind::Entries),
        };
        *count += 1;
        match *count > most {
            true => Err(Fail::limit(self.cursor.tag(), kind, most)),
            false => Ok(()),
        }
    }

    /// Passes over a child that this library does not keep.
    #[cold]
    pub(super) fn pass(&mut self, name: &str) -> Result<(), Fail> {
        if !self.is_unexpected {
            let name = short(name);
            self.note(NoteKind::NotRead, || format!("{name} is not read"));
        }
        self.cursor.skip()
    }

    /// Notes something about the element whose start tag was last.
    pub(super) fn note(&mut self, kind: NoteKind, message: impl FnOnce() -> String) {
        self.notes.add(self.cursor.tag(), kind, message);
    }

    /// An element with one child that matters, such as `ShipTo (Address)`.
    pub(super) fn wrapped<T>(
        &mut self,
        content: &'static Content,
        child: &'static str,
        read: impl Fn(&mut Self) -> Result<T, Fail>,
    ) -> Result<Option<T>, Fail> {
        let mut inside = None;
        self.children(content, |r, name| {
            if name == child {
                inside = Some(read(r)?);
                return Ok(());
            }
            r.pass(name)
        })?;
        Ok(inside)
    }

    /// The text of an element that holds nothing else.
    pub(super) fn text(&mut self) -> Result<Cow<'a, str>, Fail> {
        let at = self.cursor.tag();
        let (text, has_markup) = self.cursor.text()?;
        if has_markup {
            self.notes
                .add(at, NoteKind::Markup, || "markup where text belongs; its text was kept".to_owned());
        }
        Ok(text)
    }

    /// The same as an owned string.
    pub(super) fn string(&mut self) -> Result<String, Fail> {
        self.text().map(Cow::into_owned)
    }

    /// The address inside `<StartPage><URL>…`, with or without the `URL` around it.
    pub(super) fn url_inside(&mut self) -> Result<String, Fail> {
        self.cursor.text().map(|(text, _)| text.into_owned())
    }
}

/// A name that is short enough for a note.
fn short(name: &str) -> &str {
    match name.len() <= 80 {
        true => name,
        false => "an element",
    }
}

/// How far the children of an element have come.
struct Order {
    content: &'static Content,
    /// Where the element begins.
    at: usize,
    place: usize,
    seen: u64,
}

enum Met {
    Fine(Repeats),
    Late(Repeats),
    Twice,
    Unexpected,
}

impl Order {
    fn new(content: &'static Content, at: usize) -> Self {
        Self { content, at, place: 0, seen: 0 }
    }

    fn meet(&mut self, name: &str) -> Met {
        let children = self.content.children;
        let ahead = children[self.place..].iter().position(|c| c.name == name);
        let (place, is_late) = match ahead {
            Some(steps) => (self.place + steps, false),
            None => match children[..self.place].iter().position(|c| c.name == name) {
                Some(place) => (place, true),
                None => return Met::Unexpected,
            },
        };
        let repeats = children[place].repeats;
        let bit = 1 << place;
        if self.seen & bit != 0 && repeats == Repeats::Once {
            return Met::Twice;
        }
        self.seen |= bit;
        // Lines of two kinds may alternate.
        if is_late && repeats == Repeats::Items && children[self.place].repeats == Repeats::Items {
            return Met::Fine(repeats);
        }
        if is_late {
            return Met::Late(repeats);
        }
        self.place = place;
        Met::Fine(repeats)
    }

    fn missing(&self) -> impl Iterator<Item = &'static str> {
        let seen = self.seen;
        let children = self.content.children.iter().enumerate();
        children
            .filter(move |(place, child)| child.is_required && seen & (1 << place) == 0)
            .map(|(_, child)| child.name)
    }
}
