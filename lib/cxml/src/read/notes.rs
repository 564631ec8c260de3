//! Oddities, before their places are known as lines and columns.

use crate::xml::Places;
use crate::{Note, NoteKind};

/// Notes that are kept; a document that is odd in more places is described well enough by these.
const MOST: usize = 100;

/// What was odd so far.
#[derive(Default)]
pub(super) struct Notes {
    kept: Vec<(usize, NoteKind, String)>,
    dropped: usize,
}

impl Notes {
    /// Adds a note on what stands at a byte. Its words are only made when it is kept.
    #[cold]
    pub(super) fn add(&mut self, at: usize, kind: NoteKind, message: impl FnOnce() -> String) {
        match self.kept.len() < MOST {
            true => self.kept.push((at, kind, message())),
            false => self.dropped += 1,
        }
    }

    /// The notes in the order of the document.
    pub(super) fn finish(mut self, source: &str) -> Vec<Note> {
        self.kept.sort_by_key(|(at, _, _)| *at);
        if let (Some(last), 1..) = (self.kept.last_mut(), self.dropped) {
            last.2.push_str(&format!(" (and {} notes more)", self.dropped));
        }
        let mut places = Places::new(source);
        let place = |(at, kind, message)| {
            let (line, column) = places.of(at);
            Note { kind, line, column, message }
        };
        self.kept.into_iter().map(place).collect()
    }
}
