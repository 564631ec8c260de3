//! Bytes, choices, texts, numbers, moments, and the small text elements.

use cxml::*;

use super::Source;

/// Pieces of texts, plain and nasty.
const PIECES: [&str; 24] = [
    "",
    "a",
    "EA",
    "USD",
    "PO 4711",
    "https://acme.example/x?a=1&b=2",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "]]>",
    "--",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "Grüße",
    "日本語",
    "😀",
    "\u{FFFD}",
    "&amp;",
    "<!-- x",
];

impl Source<'_> {
    pub(crate) fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((first, rest)) => {
                self.bytes = rest;
                *first
            }
            None => 0,
        }
    }

    pub(crate) fn one_of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[usize::from(self.byte()) % choices.len()].clone()
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.byte() % 4 == 1
    }

    pub(crate) fn optional<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.byte() % 3 == 1).then(|| make(self))
    }

    pub(crate) fn list<T>(&mut self, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        let length = [0, 1, 0, 2, 0, 1, 3][usize::from(self.byte()) % 7];
        (0..length).map(|_| make(self)).collect()
    }

    /// A list that the DTD requires: an empty element in it would stand for none.
    pub(crate) fn list_without_empty<T: Default + PartialEq>(
        &mut self,
        make: impl Fn(&mut Self) -> T,
    ) -> Vec<T> {
        let mut list = self.list(make);
        list.retain(|element| *element != T::default());
        list
    }

    /// A value of which an empty one stands for none.
    pub(crate) fn optional_full<T: Default + PartialEq>(
        &mut self,
        make: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        self.optional(make).filter(|value| *value != T::default())
    }

    pub(crate) fn text(&mut self) -> String {
        let pieces = [1, 0, 2, 1, 4][usize::from(self.byte()) % 5];
        (0..pieces).map(|_| self.one_of(&PIECES)).collect()
    }

    pub(crate) fn full_text(&mut self) -> String {
        self.text() + "x"
    }

    pub(crate) fn number(&mut self) -> Decimal {
        let digits = i64::from(self.byte()) * 1_000_003 + i64::from(self.byte()) - 100;
        Decimal::new(digits, u32::from(self.byte() % 7))
    }

    pub(crate) fn line(&mut self) -> Option<u32> {
        self.optional(|s| u32::from(s.byte()) * 77_777)
    }

    pub(crate) fn money(&mut self) -> Money {
        let currency = self.one_of(&["USD", "EUR", "JPY", "x&y"]);
        Money::new(self.number(), currency)
    }

    pub(crate) fn amount(&mut self) -> Option<Money> {
        self.optional(Self::money)
    }

    pub(crate) fn moment(&mut self) -> Timestamp {
        self.one_of(&[
            "2026-11-21T22:15:31+00:00",
            "2003-01-15T08:42:46-08:00",
            "1999-12-31T23:59:59.999+14:00",
            "2024-02-29T00:00:00+0530",
            "",
            "not a date",
        ])
        .into()
    }

    pub(crate) fn name(&mut self) -> Name {
        Name::new(self.one_of(&["en", "de-CH", ""]), self.text())
    }

    pub(crate) fn description(&mut self) -> Description {
        Description {
            lang: self.one_of(&["en", "fr", ""]).to_owned(),
            text: self.text(),
            short_name: self.optional(Self::text),
        }
    }

    pub(crate) fn extrinsic(&mut self) -> Extrinsic {
        Extrinsic::new(self.text(), self.text())
    }

    pub(crate) fn id_reference(&mut self) -> IdReference {
        IdReference {
            domain: self.text(),
            identifier: self.text(),
            description: self.optional(Self::description),
        }
    }

    pub(crate) fn comments(&mut self) -> Comments {
        Comments {
            lang: self.optional(Self::text),
            text: self.text(),
            attachments: self.list(|s| Attachment { name: s.optional(Self::text), url: s.full_text() }),
        }
    }
}
