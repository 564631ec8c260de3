//! The forms of dates and times that are seen in practice.

use jiff::{Timestamp as Instant, civil::DateTime, tz::Offset};

use super::TimestampForm;

pub(super) fn understand(text: &str) -> (Option<Instant>, TimestampForm) {
    iso(text)
        .or_else(|| words(text).map(|instant| (instant, TimestampForm::Other)))
        .or_else(|| american(text).map(|instant| (instant, TimestampForm::Other)))
        .map_or((None, TimestampForm::Unreadable), |(instant, form)| (Some(instant), form))
}

/// `2026-11-21T22:15:31.5+01:00` and its shorter forms.
fn iso(text: &str) -> Option<(Instant, TimestampForm)> {
    let mut rest = Digits(text.as_bytes());
    let year = rest.take(4)?;
    rest.expect(b'-')?;
    let month = rest.take(2)?;
    rest.expect(b'-')?;
    let day = rest.take(2)?;
    if rest.0.is_empty() {
        let start = instant(year, month, day, (0, 0, 0), 0, 0)?;
        return Some((start, TimestampForm::Day));
    }
    rest.expect(b'T').or_else(|| rest.expect(b' '))?;
    let (clock, nanosecond) = rest.clock()?;
    let (offset, form) = rest.zone()?;
    let instant = instant(year, month, day, clock, nanosecond, offset)?;
    Some((instant, form))
}

/// `Mon May 19 18:29:48 +0000 2008` and `Mon, 19 May 2008 18:29:48 GMT`.
fn words(text: &str) -> Option<Instant> {
    let mut parts = text.split_ascii_whitespace();
    let (weekday, second) = (parts.next()?, parts.next()?);
    if !weekday.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let (month, day, clock, zone, year) = if second.as_bytes().first()?.is_ascii_digit() {
        let (month, year, clock) = (parts.next()?, parts.next()?, parts.next()?);
        (month, second, clock, parts.next()?, year)
    } else {
        let (day, clock, zone) = (parts.next()?, parts.next()?, parts.next()?);
        (second, day, clock, zone, parts.next()?)
    };
    let (clock, nanosecond) = Digits(clock.as_bytes()).clock()?;
    let offset = named_zone(zone)?;
    let (year, day) = (year.parse().ok()?, day.parse().ok()?);
    instant(year, month_number(month)?, day, clock, nanosecond, offset)
}

/// `3/30/2015 11:56:16 AM`: month first, taken for UTC.
fn american(text: &str) -> Option<Instant> {
    let mut parts = text.split_ascii_whitespace();
    let mut date = parts.next()?.split('/');
    let (month, day) = (date.next()?.parse().ok()?, date.next()?.parse().ok()?);
    let year = date.next()?.parse().ok()?;
    let (mut clock, nanosecond) = match parts.next() {
        Some(clock) => Digits(clock.as_bytes()).clock()?,
        None => ((0, 0, 0), 0),
    };
    match parts.next() {
        None => {}
        Some(half) if half.eq_ignore_ascii_case("am") => clock.0 %= 12,
        Some(half) if half.eq_ignore_ascii_case("pm") => clock.0 = clock.0 % 12 + 12,
        Some(_) => return None,
    }
    instant(year, month, day, clock, nanosecond, 0)
}

fn month_number(name: &str) -> Option<i32> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = name.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| name.starts_with(month))?;
    i32::try_from(at + 1).ok()
}

fn named_zone(zone: &str) -> Option<i32> {
    match zone {
        "GMT" | "UTC" | "UT" => Some(0),
        _ => Digits(zone.as_bytes()).zone().map(|(offset, _)| offset),
    }
}

type Clock = (i32, i32, i32);

fn instant(
    year: i32,
    month: i32,
    day: i32,
    (hour, minute, second): Clock,
    nanosecond: i32,
    offset: i32,
) -> Option<Instant> {
    let narrow = |value: i32| i8::try_from(value).ok();
    let local = DateTime::new(
        i16::try_from(year).ok()?,
        narrow(month)?,
        narrow(day)?,
        narrow(hour)?,
        narrow(minute)?,
        narrow(second.min(59))?,
        nanosecond,
    )
    .ok()?;
    Offset::from_seconds(offset).ok()?.to_timestamp(local).ok()
}

/// What is left to read.
struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    /// A number of exactly so many digits.
    fn take(&mut self, count: usize) -> Option<i32> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        let number = digits
            .iter()
            .try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i32::from(digit - b'0')))?;
        self.0 = rest;
        Some(number)
    }

    fn expect(&mut self, wanted: u8) -> Option<()> {
        let (first, rest) = self.0.split_first()?;
        (*first == wanted).then(|| self.0 = rest)
    }

    /// `22:15`, `22:15:31`, `9:15:31.123456`.
    fn clock(&mut self) -> Option<(Clock, i32)> {
        let hour = self.take(2).or_else(|| self.take(1))?;
        self.expect(b':')?;
        let minute = self.take(2)?;
        if self.expect(b':').is_none() {
            return Some(((hour, minute, 0), 0));
        }
        let second = self.take(2)?;
        let mut nanosecond = 0;
        if self.expect(b'.').or_else(|| self.expect(b',')).is_some() {
            let mut place = 100_000_000;
            while let Some(digit) = self.take(1) {
                nanosecond += digit * place;
                place /= 10;
            }
        }
        Some(((hour, minute, second), nanosecond))
    }

    /// `Z`, `+01:00`, `+0100`, `+01` or nothing, to the end.
    fn zone(&mut self) -> Option<(i32, TimestampForm)> {
        let Some((sign, rest)) = self.0.split_first() else {
            return Some((0, TimestampForm::NoZone));
        };
        self.0 = rest;
        let sign = match sign {
            b'Z' | b'z' => return rest.is_empty().then_some((0, TimestampForm::Zulu)),
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let hours = self.take(2)?;
        let _ = self.expect(b':');
        let minutes = self.take(2).unwrap_or(0);
        (self.0.is_empty() && minutes < 60)
            .then(|| (sign * (hours * 3600 + minutes * 60), TimestampForm::Offset))
    }
}
