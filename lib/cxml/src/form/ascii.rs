//! XML in us-ascii.

/// The same document with characters beyond ASCII as references.
///
/// A CDATA section, which can come with a buyer's cookie, is closed around them. Comments,
/// processing instructions and names cannot hold references; their characters stay as they are.
pub(super) fn in_ascii(xml: &str) -> String {
    if xml.is_ascii() {
        return xml.to_owned();
    }
    let mut out = String::with_capacity(xml.len() + xml.len() / 4);
    let mut rest = xml;
    while !rest.is_empty() {
        let (kind, length) = next_piece(rest);
        let (piece, after) = rest.split_at(length);
        match kind {
            Piece::Text => referenced(piece, "", "", &mut out),
            Piece::Section => referenced(piece, "]]>", "<![CDATA[", &mut out),
            Piece::Untouched => out.push_str(piece),
        }
        rest = after;
    }
    out
}

enum Piece {
    Text,
    Section,
    Untouched,
}

/// What a text begins with, and how long that is.
fn next_piece(xml: &str) -> (Piece, usize) {
    let special = [
        ("<![CDATA[", "]]>", Piece::Section),
        ("<!--", "-->", Piece::Untouched),
        ("<?", "?>", Piece::Untouched),
    ];
    for (start, end, kind) in special {
        if let Some(rest) = xml.strip_prefix(start) {
            let inside = rest.find(end).map(|at| at + end.len());
            return (kind, start.len() + inside.unwrap_or(rest.len()));
        }
    }
    // Not at the start itself: a DOCTYPE stands there, or something broken.
    let is_special = |at: &usize| *at > 0 && xml[*at + 1..].starts_with(['!', '?']);
    let length = xml.match_indices('<').map(|(at, _)| at).find(is_special).unwrap_or(xml.len());
    (Piece::Text, length)
}

fn referenced(piece: &str, before: &str, after: &str, out: &mut String) {
    let mut is_outside = false;
    for c in piece.chars() {
        if c.is_ascii() == is_outside {
            out.push_str(if is_outside { after } else { before });
            is_outside = !is_outside;
        }
        match c.is_ascii() {
            true => out.push(c),
            false => out.push_str(&format!("&#{};", u32::from(c))),
        }
    }
    if is_outside {
        out.push_str(after);
    }
}

#[cfg(test)]
mod tests {
    use super::in_ascii;

    #[test]
    fn text_and_attributes_get_references() {
        assert_eq!(in_ascii("<a b=\"é\">😀 &amp; ü</a>"), "<a b=\"&#233;\">&#128512; &amp; &#252;</a>");
    }

    #[test]
    fn a_cdata_section_is_closed_around_references() {
        assert_eq!(
            in_ascii("<a><![CDATA[x<éü>y]]>é</a>"),
            "<a><![CDATA[x<]]>&#233;&#252;<![CDATA[>y]]>&#233;</a>"
        );
    }

    #[test]
    fn a_document_with_a_doctype_comes_to_its_end() {
        let document = "<?xml version=\"1.0\"?>\n<!DOCTYPE cXML SYSTEM \"x\">\n<a>ü</a>";
        assert_eq!(in_ascii(document), document.replace('ü', "&#252;"));
        assert_eq!(in_ascii("<!-->-->é"), "<!-->-->&#233;");
    }

    #[test]
    fn a_prolog_and_broken_markup_end() {
        for xml in ["<!DOCTYPE é><a>é</a>", "<!é", "<?é", "<![CDATA[é", "<!--é", "é<!"] {
            assert!(!in_ascii(xml).is_empty());
        }
        assert_eq!(in_ascii("<!DOCTYPE a><a>é</a>"), "<!DOCTYPE a><a>&#233;</a>");
    }

    #[test]
    fn comments_stay_as_they_are() {
        assert_eq!(in_ascii("<a><!-- é --><?p é?>é</a>"), "<a><!-- é --><?p é?>&#233;</a>");
    }
}
