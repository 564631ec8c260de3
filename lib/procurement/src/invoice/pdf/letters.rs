//! Letters as the built-in fonts know them: the encoding WinAnsi, and how wide each one is.

/// Helvetica's widths of the characters from space to tilde, in thousandths of the size (Adobe's font metrics).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// What other characters are taken to be.
const USUAL: u16 = 667;

/// The text in WinAnsi.
pub(super) fn encoded(text: &str) -> Vec<u8> {
    text.chars().map(letter).collect()
}

fn letter(character: char) -> u8 {
    match character {
        ' '..='~' => u8::try_from(character).unwrap_or(b'?'),
        '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(character)).unwrap_or(b'?'),
        '€' => 0x80,
        '‚' => 0x82,
        '„' => 0x84,
        '…' => 0x85,
        'Š' => 0x8a,
        'Œ' => 0x8c,
        'Ž' => 0x8e,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        '™' => 0x99,
        'š' => 0x9a,
        'œ' => 0x9c,
        'ž' => 0x9e,
        'Ÿ' => 0x9f,
        _ => b'?',
    }
}

/// How wide encoded letters are at this size, in whole points, rounded up.
pub(super) fn width(letters: &[u8], size: u16) -> u16 {
    let thousandths: u32 = letters.iter().map(|letter| u32::from(of(*letter))).sum();
    let points = thousandths.saturating_mul(u32::from(size)).div_ceil(1000);
    u16::try_from(points).unwrap_or(u16::MAX)
}

fn of(letter: u8) -> u16 {
    let place = letter.checked_sub(b' ').map(usize::from);
    place.and_then(|place| WIDTHS.get(place)).copied().unwrap_or(USUAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_all_of_one_width_so_that_amounts_align() {
        assert_eq!(width(b"1111.00", 10), width(b"8888.00", 10));
    }

    #[test]
    fn german_letters_and_the_euro_are_kept_and_others_are_marked() {
        assert_eq!(encoded("Größe €"), b"Gr\xf6\xdfe \x80");
        assert_eq!(encoded("構"), b"?");
    }
}
