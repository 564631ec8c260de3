//! Text on its way into a value.

use super::chars::is_space;

/// Takes the pieces of text as they are found.
pub(super) trait Sink {
    /// Text that stands as it is.
    fn text(&mut self, piece: &str);
    /// A character that was written as a reference: white space stays, wherever it stands.
    fn referenced(&mut self, c: char);
    /// The content of a CDATA section.
    fn section(&mut self, piece: &str);
    /// How long the text is, given the length of the last piece.
    fn length(&self, piece: usize) -> usize;
}

/// Keeps nothing but whether there was anything.
#[derive(Default)]
pub(super) struct Discarded {
    pub(super) has_text: bool,
}

impl Sink for Discarded {
    fn text(&mut self, piece: &str) {
        self.has_text |= piece.bytes().any(|byte| !is_space(byte));
    }

    fn referenced(&mut self, _: char) {
        self.has_text = true;
    }

    fn section(&mut self, _: &str) {
        self.has_text = true;
    }

    fn length(&self, piece: usize) -> usize {
        piece
    }
}

/// Keeps the text, without the literal white space around it.
///
/// White space that was written as a reference or in a CDATA section was meant, and stays. The
/// writer makes use of this to write texts that begin or end with it.
#[derive(Default)]
pub(crate) struct Collected {
    text: String,
    /// Up to here nothing is cut off.
    meant: usize,
}

impl Collected {
    pub(crate) fn finish(mut self) -> String {
        let end = self.text.trim_end_matches([' ', '\t', '\n', '\r']).len();
        self.text.truncate(end.max(self.meant));
        self.text
    }
}

impl Sink for Collected {
    fn text(&mut self, piece: &str) {
        let piece = match self.text.is_empty() {
            true => piece.trim_start_matches([' ', '\t', '\n', '\r']),
            false => piece,
        };
        self.text.push_str(piece);
    }

    fn referenced(&mut self, c: char) {
        self.text.push(c);
        self.meant = self.text.len();
    }

    fn section(&mut self, piece: &str) {
        super::escape::normalise_newlines(piece, &mut self.text);
        self.meant = self.text.len();
    }

    fn length(&self, _: usize) -> usize {
        self.text.len()
    }
}
