//! Header fields of parts, and their parameters.

/// The fields of a part.
#[derive(Default)]
pub(super) struct Fields<'a> {
    pub(super) content_type: &'a str,
    pub(super) content_id: &'a str,
    pub(super) transfer_encoding: &'a str,
    pub(super) disposition: &'a str,
}

impl<'a> Fields<'a> {
    /// Reads fields; `None` where they are not text. A folded line is taken for the first of its
    /// lines, except in parameters of the content type, which are unfolded by [`parameter`].
    pub(super) fn parse(head: &'a [u8]) -> Option<Self> {
        let head = std::str::from_utf8(head).ok()?;
        let mut fields = Self::default();
        for (name, value) in logical_lines(head) {
            let field = match name.trim().to_ascii_lowercase().as_str() {
                "content-type" => &mut fields.content_type,
                "content-id" => &mut fields.content_id,
                "content-transfer-encoding" => &mut fields.transfer_encoding,
                "content-disposition" => &mut fields.disposition,
                _ => continue,
            };
            *field = value.trim();
        }
        Some(fields)
    }

    /// `Content-ID` without angle brackets.
    pub(super) fn id(&self) -> &'a str {
        let id = self.content_id;
        id.strip_prefix('<').and_then(|id| id.strip_suffix('>')).unwrap_or(id)
    }
}

/// Names and values; the value of a folded field still has its line breaks.
fn logical_lines(head: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = head;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .match_indices('\n')
            .map(|(at, _)| at + 1)
            .find(|&at| !rest[at..].starts_with([' ', '\t']))
            .unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after;
        Some(line.split_once(':').unwrap_or((line, "")))
    })
}

/// A parameter of a field value: `boundary` of `multipart/related; boundary="x"`.
pub(super) fn parameter(value: &str, wanted: &str) -> Option<String> {
    let mut rest = value.split_once(';')?.1;
    loop {
        let (name, after) = rest.split_once('=')?;
        let (parameter, after) = quoted_or_token(after.trim_start());
        if name.trim().eq_ignore_ascii_case(wanted) {
            return Some(parameter);
        }
        rest = after.split_once(';')?.1;
    }
}

fn quoted_or_token(value: &str) -> (String, &str) {
    let Some(quoted) = value.strip_prefix('"') else {
        let end = value.find([';', ' ', '\t', '\r', '\n']).unwrap_or(value.len());
        return (value[..end].to_owned(), &value[end..]);
    };
    let mut parameter = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '"' => return (parameter, &quoted[at + 1..]),
            '\\' => parameter.extend(characters.next().map(|(_, escaped)| escaped)),
            _ => parameter.push(c),
        }
    }
    (parameter, "")
}
