//! Moments and amounts as each language writes them.

use jiff::Timestamp;
use procurement::catalogue::date_of;
use procurement::money::Money;

use crate::language::Language;

/// `21 November 2026, 14:05 UTC`
pub fn moment(language: Language, at: Timestamp) -> String {
    format!("{}, {} UTC", day(language, at), at.strftime("%H:%M"))
}

/// `21 November 2026`
pub fn day(language: Language, at: Timestamp) -> String {
    language.day(date_of(at))
}

/// `1,200.00 USD`, in German `1.200,00 USD`
pub fn amount(language: Language, money: &Money) -> String {
    language.figures(&money.grouped())
}

/// Amounts in one sentence.
pub fn amounts(language: Language, all: &[Money]) -> String {
    all.iter().map(|money| amount(language, money)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_moments_and_amounts_its_own_way() {
        let at: Timestamp = "2026-03-05T09:07:00Z".parse().expect("a time");
        assert_eq!(moment(Language::English, at), "5 March 2026, 09:07 UTC");
        assert_eq!(moment(Language::German, at), "5. März 2026, 09:07 UTC");
        let settings = procurement::connection::Settings::default();
        assert_eq!(amount(Language::English, &settings.blanket_amount), "10,000.00 USD");
        assert_eq!(amount(Language::German, &settings.blanket_amount), "10.000,00 USD");
    }
}
