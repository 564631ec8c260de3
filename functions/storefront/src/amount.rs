//! Amounts as people type them.

use procurement::mail::Language;
use rust_decimal::Decimal;

/// More digits than any estimate has, and few enough to reckon with.
const MOST_DIGITS: usize = 12;

/// Reads `10000`, `10000.50`, `10,000.50` and `10 000.50`. A comma that does not mark thousands might be meant as a decimal
/// point, and the amount would be a hundred times too large: it is not read.
/// In German, point and comma have each other's place.
pub fn read(text: &str, language: Language) -> Option<Decimal> {
    let sign = |c| match (language, c) {
        (Language::German, ',') => '.',
        (Language::German, '.') => ',',
        (_, other) => other,
    };
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(sign).collect();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let whole = whole_digits(whole)?;
    let fits = |digits: &str| digits.len() <= MOST_DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
    let fraction = fraction.unwrap_or("0");
    if whole.is_empty() || fraction.is_empty() || !fits(&whole) || !fits(fraction) {
        return None;
    }
    format!("{whole}.{fraction}").parse::<Decimal>().ok().map(|amount| amount.normalize())
}

fn whole_digits(text: &str) -> Option<String> {
    let mut groups = text.split(',');
    let first = groups.next()?;
    let mut whole = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        whole.push_str(group);
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for (text, amount) in [
            ("10000", "10000"),
            ("10,000.50", "10000.5"),
            ("10 000.5", "10000.5"),
            ("1,000,000", "1000000"),
            ("0.01", "0.01"),
        ] {
            assert_eq!(read(text, Language::English), amount.parse().ok(), "{text}");
        }
    }

    #[test]
    fn in_german_a_comma_is_a_point() {
        for (text, amount) in
            [("10.000,50", "10000.5"), ("500", "500"), ("1.000.000", "1000000"), ("0,01", "0.01")]
        {
            assert_eq!(read(text, Language::German), amount.parse().ok(), "{text}");
        }
        for doubtful in ["10,000.50", "1.5", "10000.50"] {
            assert_eq!(read(doubtful, Language::German), None, "{doubtful}");
        }
    }

    #[test]
    fn what_could_mean_another_amount_is_not_read() {
        let doubtful = [
            "",
            "1,5",
            "1.000,50",
            "1,00",
            "10,0000",
            ",100",
            "1000,000",
            "-5",
            "1e9",
            "1.",
            ".",
            "9999999999999",
            "１",
        ];
        for text in doubtful {
            assert_eq!(read(text, Language::English), None, "{text}");
        }
    }
}
