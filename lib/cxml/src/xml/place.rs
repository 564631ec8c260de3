//! From bytes to lines and columns.

/// Finds lines and columns of positions that only go forward.
pub(crate) struct Places<'a> {
    source: &'a str,
    at: usize,
    line: usize,
    line_start: usize,
}

impl<'a> Places<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self { source, at: 0, line: 1, line_start: 0 }
    }

    /// Line and column (in characters) of a byte, both counted from 1. A byte before the last one
    /// that was asked for is taken for that one.
    pub(crate) fn of(&mut self, byte: usize) -> (usize, usize) {
        let mut byte = byte.min(self.source.len());
        while !self.source.is_char_boundary(byte) {
            byte -= 1;
        }
        let bytes = self.source.as_bytes();
        while self.at < byte {
            let here = bytes[self.at];
            let ends_line = here == b'\n' || (here == b'\r' && bytes.get(self.at + 1) != Some(&b'\n'));
            self.at += 1;
            if ends_line {
                self.line += 1;
                self.line_start = self.at;
            }
        }
        let column = self.source[self.line_start..self.at].chars().count() + 1;
        (self.line, column)
    }
}
