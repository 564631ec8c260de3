//! The languages of pages and mail, and how each writes dates and figures.

use jiff::civil::Date;

/// The languages that pages and mail are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

const GERMAN_MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

// === impl Language ===

impl Language {
    /// `21 November 2026`, in German `21. November 2026`.
    pub fn day(self, date: Date) -> String {
        match self {
            Self::English => date.strftime("%-d %B %Y").to_string(),
            Self::German => format!("{}. {} {}", date.day(), german_month(date), date.year()),
        }
    }

    /// Figures that are written the English way, such as `12,345.60 USD`, as this language writes them: `12.345,60 USD`.
    pub fn figures(self, english: &str) -> String {
        match self {
            Self::English => english.to_owned(),
            Self::German => english.chars().map(swapped).collect(),
        }
    }
}

fn german_month(date: Date) -> &'static str {
    let place = usize::try_from(date.month() - 1).unwrap_or_default();
    GERMAN_MONTHS.get(place).copied().unwrap_or_default()
}

/// A German comma is an English point, and the other way round.
const fn swapped(c: char) -> char {
    match c {
        ',' => '.',
        '.' => ',',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_dates_and_figures_its_own_way() {
        let date = jiff::civil::date(2026, 3, 5);
        assert_eq!(Language::English.day(date), "5 March 2026");
        assert_eq!(Language::German.day(date), "5. März 2026");
        assert_eq!(Language::German.day(jiff::civil::date(2026, 12, 31)), "31. Dezember 2026");
        assert_eq!(Language::English.figures("12,345.60 USD"), "12,345.60 USD");
        assert_eq!(Language::German.figures("12,345.60 USD"), "12.345,60 USD");
    }
}
