//! What is wrong in a file, and in which line.

use std::fmt;
use std::ops::Range;

/// One mistake, told as `FILE:LINE: what is wrong and what to do`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub line: usize,
    pub text: String,
}

/// All mistakes of a file, in the order of their lines. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistakes {
    pub file: String,
    pub mistakes: Vec<Mistake>,
}

/// Collects mistakes while a text is looked through.
pub(super) struct Notes<'a> {
    text: &'a str,
    mistakes: Vec<Mistake>,
}

// === impl Notes ===

impl<'a> Notes<'a> {
    pub(super) fn on(text: &'a str) -> Self {
        Self { text, mistakes: Vec::new() }
    }

    /// Notes a mistake at the line in which `place` begins.
    pub(super) fn note(&mut self, place: &Range<usize>, text: String) {
        let line = line_of(self.text, place.start);
        self.mistakes.push(Mistake { line, text });
    }

    pub(super) fn line(&self, place: &Range<usize>) -> usize {
        line_of(self.text, place.start)
    }

    /// Fails if there is any mistake.
    pub(super) fn finish(mut self, file: &str) -> Result<(), Mistakes> {
        if self.mistakes.is_empty() {
            return Ok(());
        }
        self.mistakes.sort_by_key(|mistake| mistake.line);
        Err(Mistakes { file: file.to_owned(), mistakes: self.mistakes })
    }
}

/// Counted from 1.
fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().iter().take(offset);
    before.filter(|byte| **byte == b'\n').count() + 1
}

// === impl Mistakes ===

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, mistake) in self.mistakes.iter().enumerate() {
            let end = if position == 0 { "" } else { "\n" };
            write!(f, "{end}{}:{}: {}", self.file, mistake.line, mistake.text)?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}
