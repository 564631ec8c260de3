//! Names (productions 4, 4a and 5 of XML 1.0, fifth edition).

const START: u8 = 1;
const NAME: u8 = 2;
const COLON: u8 = 4;
const HIGH: u8 = 8;

static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut class = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        class[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => START | NAME,
            b':' => START | NAME | COLON,
            b'0'..=b'9' | b'-' | b'.' => NAME,
            0x80.. => START | NAME | HIGH,
            _ => 0,
        };
        byte += 1;
    }
    class
}

/// What a scan found.
pub(super) struct Scan {
    /// The byte after the name; the start itself where there is no name.
    pub(super) end: usize,
    /// Whether it has a colon.
    pub(super) has_colon: bool,
}

/// Scans a name from a byte on; `None` where none starts there.
pub(super) fn scan(source: &str, start: usize) -> Option<Scan> {
    let bytes = source.as_bytes();
    if CLASS[usize::from(*bytes.get(start)?)] & START == 0 {
        return None;
    }
    let mut end = start;
    let mut seen = 0;
    while let Some(byte) = bytes.get(end) {
        let class = CLASS[usize::from(*byte)];
        if class & NAME == 0 {
            break;
        }
        seen |= class;
        end += 1;
    }
    if seen & HIGH != 0 {
        end = start + wide(&source[start..end])?;
    }
    Some(Scan { end, has_colon: seen & COLON != 0 })
}

/// The length of the name at the start of a text with characters beyond ASCII.
#[cold]
fn wide(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if !is_start(first) {
        return None;
    }
    Some(text.char_indices().find(|&(_, c)| !is_name_token_char(c)).map_or(text.len(), |(at, _)| at))
}

/// `NameStartChar`
fn is_start(c: char) -> bool {
    matches!(c,
        ':' | 'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}'
        | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}'
        | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

/// `NameChar`, which is also what a name token is made of.
pub(crate) fn is_name_token_char(c: char) -> bool {
    is_start(c)
        || matches!(c,
            '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}
