//! In which of the encodings that occur a document is written, as far as finding elements in it needs.

/// How the characters of markup are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// A byte each, as in UTF-8, Latin-1 and US-ASCII.
    AsciiLike,
    /// Two bytes each, the high one first.
    Utf16Be,
    /// Two bytes each, the low one first.
    Utf16Le,
}

// === impl Encoding ===

impl Encoding {
    /// By its mark, or by its first character, which is `<`.
    pub(super) fn of(document: &[u8]) -> Self {
        match document {
            [0xfe, 0xff, ..] | [0, b'<', ..] => Self::Utf16Be,
            [0xff, 0xfe, ..] | [b'<', 0, ..] => Self::Utf16Le,
            _ => Self::AsciiLike,
        }
    }

    pub(super) fn read(self, document: &[u8]) -> String {
        let pair: fn([u8; 2]) -> u16 = match self {
            Self::AsciiLike => return String::from_utf8_lossy(document).into_owned(),
            Self::Utf16Be => u16::from_be_bytes,
            Self::Utf16Le => u16::from_le_bytes,
        };
        let units: Vec<u16> = document.chunks_exact(2).map(|two| pair([two[0], two[1]])).collect();
        String::from_utf16_lossy(&units)
    }

    pub(super) fn write(self, text: &[u8]) -> Vec<u8> {
        let text = String::from_utf8_lossy(text);
        match self {
            Self::AsciiLike => text.into_owned().into_bytes(),
            Self::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Self::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        }
    }
}
