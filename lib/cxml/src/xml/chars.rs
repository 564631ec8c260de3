//! Which characters a document may hold at all.

/// `Char` of XML 1.0.
pub(super) fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The first byte of the first character that no document may hold, if there is one.
///
/// Written so that the compiler can check many bytes at once; nearly every document passes the first
/// loop with nothing suspicious.
pub(super) fn first_forbidden(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes.chunks(64).enumerate().filter(|(_, chunk)| is_suspicious(chunk)).find_map(|(index, chunk)| {
        let start = index * 64;
        (start..start + chunk.len()).find(|&at| is_forbidden(bytes, at))
    })
}

fn is_suspicious(chunk: &[u8]) -> bool {
    chunk.iter().fold(false, |found, &byte| found | is_control(byte) | (byte == 0xEF))
}

fn is_control(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r')
}

/// Control characters, U+FFFE and U+FFFF.
fn is_forbidden(bytes: &[u8], at: usize) -> bool {
    is_control(bytes[at]) || matches!(bytes.get(at..at + 3), Some([0xEF, 0xBF, 0xBE | 0xBF]))
}

/// White space of XML.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_are_found_wherever_they_stand() {
        for bad in ['\0', '\u{1F}', '\u{FFFE}', '\u{FFFF}'] {
            for before in [0, 1, 61, 62, 63, 64, 65, 127, 128] {
                let text = format!("{}{bad}tail", "ä".repeat(before / 2) + &"x".repeat(before % 2));
                assert_eq!(first_forbidden(&text), Some(before), "{bad:?} at {before}");
            }
        }
    }

    #[test]
    fn all_other_characters_pass() {
        assert_eq!(first_forbidden("\t\r\n \u{7F}\u{85}\u{FFFD}\u{E000}\u{FEFF}😀"), None);
    }
}
