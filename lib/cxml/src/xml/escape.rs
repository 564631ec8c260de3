//! Text on its way into a document.

/// Text between tags. White space at its ends is written as references, so that it is not taken for
/// layout; a carriage return always is, because parsers make line feeds of it.
pub(crate) fn escape_text(text: &str, out: &mut String) {
    const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];
    let start = text.len() - text.trim_start_matches(SPACE).len();
    let inside = text[start..].trim_end_matches(SPACE);
    referenced(&text[..start], out);
    escape(inside, out, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\r' => Some("&#13;"),
        _ => forbidden(c),
    });
    referenced(&text[start + inside.len()..], out);
}

/// An attribute's value in double quotes.
pub(super) fn escape_attribute(value: &str, out: &mut String) {
    escape(value, out, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '"' => Some("&quot;"),
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        '\r' => Some("&#13;"),
        _ => forbidden(c),
    });
}

/// A character that no document can hold becomes U+FFFD.
fn forbidden(c: char) -> Option<&'static str> {
    (!super::chars::is_char(c)).then_some("\u{FFFD}")
}

fn escape(text: &str, out: &mut String, replacement: impl Fn(char) -> Option<&'static str>) {
    let mut done = 0;
    for (at, c) in text.char_indices() {
        if let Some(replacement) = replacement(c) {
            out.push_str(&text[done..at]);
            out.push_str(replacement);
            done = at + c.len_utf8();
        }
    }
    out.push_str(&text[done..]);
}

fn referenced(space: &str, out: &mut String) {
    for c in space.chars() {
        out.push_str(match c {
            ' ' => "&#32;",
            '\t' => "&#9;",
            '\n' => "&#10;",
            _ => "&#13;",
        });
    }
}

/// Line ends of any kind as line feeds.
pub(super) fn normalise_newlines(text: &str, out: &mut String) {
    let mut pieces = text.split('\r');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        if !piece.starts_with('\n') {
            out.push('\n');
        }
        out.push_str(piece);
    }
}
