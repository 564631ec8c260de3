//! Attributes and texts that are more than strings.

use std::borrow::Cow;
use std::str::FromStr;

use super::reader::Reader;
use crate::keyword::Keyword;
use crate::xml::Fail;
use crate::{Decimal, Money, NoteKind, Secret, StatusCode, Timestamp, TimestampForm};

impl<'a> Reader<'a> {
    /// An attribute that may be absent.
    pub(super) fn optional(&self, name: &str) -> Option<String> {
        self.cursor.attribute(name).map(Cow::into_owned)
    }

    /// An attribute that should be there; empty where it is not.
    pub(super) fn required(&mut self, name: &'static str) -> String {
        self.required_text(name).into_owned()
    }

    pub(super) fn required_text(&mut self, name: &'static str) -> Cow<'a, str> {
        let value = self.cursor.attribute(name);
        value.unwrap_or_else(|| {
            self.note(NoteKind::Missing, || format!("the attribute {name} is missing"));
            Cow::Borrowed("")
        })
    }

    /// `xml:lang` of the last start tag, or that of the document.
    pub(super) fn language(&self) -> String {
        self.optional("xml:lang").unwrap_or_else(|| self.lang.clone())
    }

    /// `yes` or nothing.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        let Some(value) = self.cursor.attribute(name) else {
            return false;
        };
        let value = value.trim();
        if value == "yes" {
            return true;
        }
        self.note(NoteKind::Value, || format!("{name} is neither absent nor `yes`"));
        ["yes", "true", "1"].iter().any(|yes| value.eq_ignore_ascii_case(yes))
    }

    /// One of a few words; `None` where it is absent or another.
    pub(super) fn keyword<T: Keyword>(&mut self, name: &'static str) -> Option<T> {
        let value = self.cursor.attribute(name)?;
        let value = value.trim();
        if let Some((_, keyword)) = T::WORDS.iter().find(|(word, _)| *word == value) {
            return Some(*keyword);
        }
        let close = T::WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(value));
        self.note(NoteKind::Value, || format!("{name} is none of the words it may be"));
        close.map(|(_, keyword)| *keyword)
    }

    /// One of a few words that decide what the document means: another is not guessed at, but
    /// answered by 450.
    pub(super) fn operation<T: Keyword>(&mut self, name: &'static str) -> Result<Option<T>, Fail> {
        let is_there = self.cursor.attribute(name).is_some();
        match self.keyword(name) {
            None if is_there => Err(Fail::cxml(
                self.cursor.tag(),
                format!("the attribute {name} is none of the words it may be"),
                StatusCode::NOT_IMPLEMENTED,
                "Use one of the words of the cXML DTD",
            )),
            keyword => Ok(keyword),
        }
    }

    /// A moment that may be absent.
    pub(super) fn moment(&mut self, name: &'static str) -> Option<Timestamp> {
        let value = self.cursor.attribute(name)?;
        Some(self.timestamp(name, value.into_owned()))
    }

    /// A moment that should be there.
    pub(super) fn required_moment(&mut self, name: &'static str) -> Timestamp {
        match self.cursor.attribute(name) {
            Some(value) => self.timestamp(name, value.into_owned()),
            None => {
                self.required_text(name);
                Timestamp::default()
            }
        }
    }

    fn timestamp(&mut self, name: &'static str, written: String) -> Timestamp {
        let timestamp = Timestamp::parse(written);
        let oddity = match timestamp.form() {
            TimestampForm::Offset | TimestampForm::Day => return timestamp,
            TimestampForm::Zulu => "ends in Z, where cXML wants an offset",
            TimestampForm::NoZone => "has no zone and is taken for UTC",
            TimestampForm::Other => "is not ISO 8601, but was understood",
            TimestampForm::Unreadable => "was not understood",
        };
        self.note(NoteKind::Timestamp, || format!("{name} {oddity}"));
        timestamp
    }

    /// A number in an attribute that may be absent.
    pub(super) fn decimal(&mut self, name: &'static str) -> Option<Decimal> {
        let value = self.cursor.attribute(name)?;
        self.number(name, &value)
    }

    /// A number in an attribute that should be there.
    pub(super) fn required_decimal(&mut self, name: &'static str) -> Option<Decimal> {
        let value = self.required_text(name);
        if value.is_empty() {
            return None;
        }
        self.number(name, &value)
    }

    /// A line number.
    pub(super) fn line_number(&mut self, name: &'static str) -> Option<u32> {
        let value = self.cursor.attribute(name)?;
        let value = value.trim();
        let number = value.parse().ok();
        if number.is_none() && !value.is_empty() {
            self.note(NoteKind::Value, || format!("{name} is not a number"));
        }
        number
    }

    /// A number in the text of an element.
    pub(super) fn decimal_inside(&mut self) -> Result<Option<Decimal>, Fail> {
        let text = self.text()?;
        Ok(self.number("a quantity", &text))
    }

    /// `Money`; `None` where there is no amount, or one that could mean several.
    pub(super) fn money(&mut self) -> Result<Option<Money>, Fail> {
        let currency = self.required("currency");
        let text = self.text()?;
        let amount = self.number("Money", &text);
        Ok(amount
            .filter(|amount| !(amount.is_zero() && currency.is_empty()))
            .map(|amount| Money { amount, currency }))
    }

    /// A number. What can be read in one way only is read, with a note where it is not plain.
    fn number(&mut self, what: &'static str, text: &str) -> Option<Decimal> {
        let text = text.trim();
        if let Some(number) = plain(text) {
            return Some(number);
        }
        let number = grouped(text).or_else(|| scientific(text));
        self.note(NoteKind::Value, || match number {
            Some(_) => format!("{what} is not a plain number, but was understood"),
            None => format!("{what} is not a number"),
        });
        number
    }

    pub(super) fn secret(&mut self) -> Result<Secret, Fail> {
        let text = self.text()?;
        Ok(Secret::from(text.as_ref()))
    }
}

/// `12`, `-1.50`, `+3`, exactly; nothing that needs rounding.
fn plain(text: &str) -> Option<Decimal> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    is_plain.then(|| Decimal::from_str_exact(text).ok())?
}

/// `1,234,567.89`: commas at every third place and a point after them can mean one thing only.
fn grouped(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.')?;
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next()?;
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=3).contains(&first.len())
        && is_digits(first)
        && is_digits(fraction)
        && groups.all(|group| group.len() == 3 && is_digits(group));
    fits.then(|| plain(&text.replace(',', "")))?
}

/// `1.5E+2`
fn scientific(text: &str) -> Option<Decimal> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let is_short = i32::from_str(exponent).is_ok_and(|exponent| exponent.abs() <= 20);
    (is_short && plain(mantissa).is_some()).then(|| Decimal::from_scientific(text).ok())?
}
