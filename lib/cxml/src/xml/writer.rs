//! Builds XML that is well-formed whatever it is given.

use super::escape::{escape_attribute, escape_text};

/// Writes tags, attributes and text. `open` and `close` belong in pairs, attributes right after
/// `open`.
pub(crate) struct Writer {
    out: String,
    /// The last start tag can still take attributes.
    in_tag: bool,
}

impl Writer {
    pub(crate) fn new() -> Self {
        Self { out: String::with_capacity(2048), in_tag: false }
    }

    /// The whole, after a prolog.
    pub(crate) fn finish(self, prolog: &str) -> String {
        [prolog, &self.out, "\n"].concat()
    }

    pub(crate) fn open(&mut self, name: &str) {
        self.end_tag();
        self.out.push('<');
        self.out.push_str(name);
        self.in_tag = true;
    }

    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape_attribute(value, &mut self.out);
        self.out.push('"');
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.end_tag();
        escape_text(text, &mut self.out);
    }

    /// XML that is known to be well-formed.
    pub(crate) fn raw(&mut self, xml: &str) {
        self.end_tag();
        self.out.push_str(xml);
    }

    pub(crate) fn close(&mut self, name: &str) {
        if self.in_tag {
            self.out.push_str("/>");
            self.in_tag = false;
            return;
        }
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn end_tag(&mut self) {
        if self.in_tag {
            self.out.push('>');
            self.in_tag = false;
        }
    }
}
