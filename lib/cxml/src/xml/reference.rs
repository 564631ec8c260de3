//! Character and entity references.

use super::chars::is_char;
use super::failure::Fail;

const NO_ENTITIES: &str =
    "Only &lt; &gt; &amp; &apos; &quot; and character references such as &#233; can be used";

/// Resolves the reference that starts at a byte: its character and the byte after it.
pub(super) fn resolve(source: &str, start: usize, quotable: bool) -> Result<(char, usize), Fail> {
    let body = &source[start + 1..];
    let known = [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("apos;", '\'')];
    for (name, c) in known {
        if body.starts_with(name) {
            return Ok((c, start + 1 + name.len()));
        }
    }
    match body.strip_prefix('#') {
        Some(number) => character(number, start),
        None => Err(unknown(source, start, quotable)),
    }
}

/// `&#233;` and `&#xE9;`
fn character(number: &str, start: usize) -> Result<(char, usize), Fail> {
    let (digits, radix, prefix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16, 3),
        None => (number, 10, 2),
    };
    let length = digits.bytes().position(|byte| !char::from(byte).is_digit(radix)).unwrap_or(digits.len());
    if length == 0 || digits.as_bytes().get(length) != Some(&b';') {
        return Err(Fail::xml(
            start,
            "a character reference is not `&#` digits `;`",
            "Write `&amp;` for a plain ampersand",
        ));
    }
    let significant = digits[..length].trim_start_matches('0');
    if significant.len() <= 7
        && let Ok(code) = u32::from_str_radix(significant, radix)
        && let Some(c) = char::from_u32(code)
        && is_char(c)
    {
        return Ok((c, start + prefix + length + 1));
    }
    Err(Fail::xml(
        start,
        "a character reference stands for no character that XML allows",
        "Leave control characters out",
    ))
}

#[cold]
fn unknown(source: &str, start: usize, quotable: bool) -> Fail {
    let Some(name) = super::names::scan(source, start + 1) else {
        return Fail::xml(
            start,
            "an ampersand that starts no reference",
            "Write `&amp;` for a plain ampersand",
        );
    };
    if source.as_bytes().get(name.end) != Some(&b';') {
        return Fail::xml(
            start,
            "an entity reference without semicolon",
            "Write `&amp;` for a plain ampersand",
        );
    }
    let name = &source[start + 1..name.end];
    let message = match quotable && name.len() <= 40 {
        true => format!("the entity `{name}` is not declared, and DTDs are never fetched"),
        false => "an entity is not declared, and DTDs are never fetched".to_owned(),
    };
    Fail::xml(start, message, NO_ENTITIES)
}
