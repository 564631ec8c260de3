//! Dates and times as they were written, and as they were understood.

mod parse;

use jiff::{Timestamp as Instant, tz::Offset};

/// A moment, or a day: what was written, and what that means.
///
/// A timestamp never makes a document unreadable. What cannot be understood has no
/// [`instant`](Self::instant).
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Timestamp {
    written: String,
    instant: Option<Instant>,
    form: TimestampForm,
}

/// How a timestamp was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum TimestampForm {
    /// ISO 8601 with an offset, as cXML wants it.
    Offset,
    /// ISO 8601 with `Z`.
    Zulu,
    /// ISO 8601 without zone; taken for UTC.
    NoZone,
    /// A day alone; taken for its start in UTC.
    Day,
    /// Another form that was understood.
    Other,
    /// Not understood, or empty.
    #[default]
    Unreadable,
}

impl Timestamp {
    /// Takes what was written; never fails.
    pub fn parse(written: impl Into<String>) -> Self {
        let written = written.into();
        let (instant, form) = parse::understand(written.trim());
        Self { written, instant, form }
    }

    /// A moment, to be written with an offset.
    pub fn at(instant: Instant, offset: Offset) -> Self {
        Self::parse(written_form(instant, offset))
    }

    /// What was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What it means, if it was understood.
    pub fn instant(&self) -> Option<Instant> {
        self.instant
    }

    /// How it was written.
    pub fn form(&self) -> TimestampForm {
        self.form
    }

    /// What goes into a document: always with an offset, never `Z` (R52). What was not understood
    /// goes out as it came in.
    pub fn wire(&self) -> std::borrow::Cow<'_, str> {
        match (self.form, self.instant) {
            (TimestampForm::Offset, _) | (_, None) => self.written.as_str().into(),
            (_, Some(instant)) => written_form(instant, Offset::UTC).into(),
        }
    }
}

fn written_form(instant: Instant, offset: Offset) -> String {
    let local = offset.to_datetime(instant);
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    let fraction = match local.subsec_nanosecond() / 1_000_000 {
        0 => String::new(),
        milliseconds => format!(".{milliseconds:03}"),
    };
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{fraction}{sign}{hours:02}:{minutes:02}",
        local.year(),
        local.month(),
        local.day(),
        local.hour(),
        local.minute(),
        local.second()
    )
}

/// In UTC, to the millisecond.
impl From<Instant> for Timestamp {
    fn from(instant: Instant) -> Self {
        Self::at(instant, Offset::UTC)
    }
}

impl From<&str> for Timestamp {
    fn from(written: &str) -> Self {
        Self::parse(written)
    }
}
