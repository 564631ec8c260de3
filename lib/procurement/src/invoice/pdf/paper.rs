//! Lines from the top of a page downwards. Places are whole points; no amount is reckoned here.

use pdf_writer::{Content, Name, Str};

use super::letters::{encoded, width};

pub(super) const REGULAR: &[u8] = b"F1";
pub(super) const BOLD: &[u8] = b"F2";
/// The margins.
const LEFT: u16 = 64;
const RIGHT: u16 = 531;
const TOP: u16 = 770;
const BOTTOM: u16 = 60;
/// Where values of facts stand.
const VALUES: u16 = 180;
/// Where descriptions end.
const DESCRIPTION_END: u16 = 420;
const SIZE: u16 = 11;

/// A page that is being written.
pub(super) struct Paper<'a> {
    content: &'a mut Content,
    y: u16,
}

// === impl Paper ===

impl<'a> Paper<'a> {
    pub(super) fn new(content: &'a mut Content) -> Self {
        Self { content, y: TOP }
    }

    /// Leaves room; the end of the page takes no more.
    pub(super) fn space(&mut self, points: u16) {
        self.y = self.y.saturating_sub(points).max(BOTTOM);
    }

    pub(super) fn line(&mut self, font: &[u8], size: u16, text: &str) {
        let text = cut(text, size, RIGHT - LEFT);
        self.text(font, size, LEFT, &text);
        self.space(size + 6);
    }

    pub(super) fn fact(&mut self, name: &str, value: &str) {
        self.text(REGULAR, SIZE, LEFT, &encoded(name));
        self.text(REGULAR, SIZE, VALUES, &cut(value, SIZE, RIGHT - VALUES));
        self.space(SIZE + 6);
    }

    /// A name on the left and an amount at the right margin.
    pub(super) fn row(&mut self, font: &[u8], name: &str, amount: &str) {
        self.text(font, SIZE, LEFT, &cut(name, SIZE, DESCRIPTION_END - LEFT));
        let amount = cut(amount, SIZE, RIGHT - DESCRIPTION_END);
        self.text(font, SIZE, RIGHT.saturating_sub(width(&amount, SIZE)), &amount);
        self.space(SIZE + 7);
    }

    /// The same with a name that takes as many lines as it needs, six at most.
    pub(super) fn wrapped(&mut self, name: &str, amount: &str) {
        let lines = wrap(name, SIZE, DESCRIPTION_END - LEFT);
        let Some((first, rest)) = lines.split_first() else { return };
        self.row(REGULAR, first, amount);
        for line in rest.iter().take(5) {
            self.row(REGULAR, line, "");
        }
    }

    pub(super) fn rule(&mut self) {
        let y = f32::from(self.y + SIZE);
        self.content.set_line_width(0.5);
        self.content.move_to(f32::from(LEFT), y).line_to(f32::from(RIGHT), y).stroke();
        self.space(6);
    }

    fn text(&mut self, font: &[u8], size: u16, x: u16, text: &[u8]) {
        self.content.begin_text().set_font(Name(font), f32::from(size));
        self.content.next_line(f32::from(x), f32::from(self.y)).show(Str(text)).end_text();
    }
}

fn cut(text: &str, size: u16, room: u16) -> Vec<u8> {
    let mut letters = encoded(text);
    // The widest letter is about one em, so this many are looked at and no more.
    letters.truncate(500);
    while width(&letters, size) > room && letters.pop().is_some() {}
    letters
}

fn wrap(text: &str, size: u16, room: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace().take(200) {
        let Some(line) = lines.last_mut() else { break };
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || width(&encoded(&longer), size) <= room {
            *line = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
