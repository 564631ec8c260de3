//! Which language the browser asks for (RFC 9110, Accept-Language).

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
pub use procurement::mail::Language;

/// The browser's preference among the languages that there are; English where it names none of them.
pub fn preferred(headers: &HeaderMap) -> Language {
    let lines = headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|line| line.to_str().ok());
    let wanted = lines.flat_map(|line| line.split(',')).filter_map(range);
    // Of equal weights the first one counts.
    let best = wanted.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(Language::English, |(language, _)| language)
}

/// `de-AT;q=0.8` as a language that there is, and its weight in thousandths.
fn range(text: &str) -> Option<(Language, u16)> {
    let (tag, weight) = text.split_once(';').map_or((text, None), |(tag, weight)| (tag, Some(weight)));
    let language = match tag.trim().split('-').next()?.to_ascii_lowercase().as_str() {
        "en" => Language::English,
        "de" => Language::German,
        _ => return None,
    };
    let weight = weight.map_or(1000, thousandths);
    (weight > 0).then_some((language, weight))
}

/// `q=0.8` is 800; what cannot be read weighs as nothing.
fn thousandths(text: &str) -> u16 {
    let Some(number) = text.trim().strip_prefix("q=") else { return 0 };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let fraction: String = fraction.chars().chain("000".chars()).take(3).collect();
    match (whole, fraction.parse::<u16>()) {
        ("1", _) => 1000,
        ("0", Ok(fraction)) => fraction,
        _ => 0,
    }
}

/// As `lang` has it.
pub const fn tag(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::German => "de",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &'static str) -> Language {
        preferred(&HeaderMap::from_iter([(ACCEPT_LANGUAGE, axum::http::HeaderValue::from_static(line))]))
    }

    #[test]
    fn the_browsers_preference_decides() {
        assert_eq!(of("de"), Language::German);
        assert_eq!(of("de-AT, en;q=0.7"), Language::German);
        assert_eq!(of("en;q=0.5, de-DE;q=0.9"), Language::German);
        assert_eq!(of("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5"), Language::English);
        assert_eq!(of("DE;q=1.000,en"), Language::German);
    }

    #[test]
    fn a_language_that_there_is_not_is_answered_in_english() {
        for line in ["", "fr", "*", "de;q=0", "de;q=x", ";;,,=", "dead"] {
            assert_eq!(of(line), Language::English, "{line}");
        }
    }
}
