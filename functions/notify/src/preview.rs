//! Every mail in every language, with sample values, to be looked at.

use jiff::civil::date;
use procurement::agreement::{Alteration, Alterations};
use procurement::mail::{Kind, Language};
use procurement::order::{LineFault, NoLonger, OrderFault, Stale};
use procurement::reason::{Quoted, Reason as _, Telling};

use crate::letter::{About, write};

/// A mail as it would look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What it is about.
    pub kind: Kind,
    /// Its language.
    pub language: Language,
    /// Its subject.
    pub subject: String,
    /// It as plain text.
    pub text: String,
    /// It as HTML.
    pub html: String,
}

/// All mails, by kind and language.
pub fn previews(from: &str) -> askama::Result<Vec<Preview>> {
    let mut previews = Vec::new();
    for kind in Kind::ALL {
        for language in Language::ALL {
            let letter = write(kind, language, from, &sample(kind, language))?;
            let (subject, text, html) = (letter.subject, letter.text, letter.html);
            previews.push(Preview { kind, language, subject, text, html });
        }
    }
    Ok(previews)
}

fn sample(kind: Kind, language: Language) -> About {
    if matches!(kind, Kind::TestMode | Kind::Failing) {
        let failed = || Telling::in_english("PG-7f3a9c21-000042: 403 Forbidden");
        let reason = (kind == Kind::Failing).then(failed);
        let (name, connection) = ("Example Analytics".to_owned(), "Coupa".to_owned());
        return About { name, connection, count: 3, reason, ..About::default() };
    }
    let about = About {
        name: "Ada Lovelace".to_owned(),
        product: "Lumen Logs".to_owned(),
        seller: "Lumenwick <Systems> & Söhne".to_owned(),
        account: "111122220001".to_owned(),
        details: "10 seats".to_owned(),
        price: "1,200.00 USD".to_owned(),
        date: "2026-12-21".to_owned(),
        link: Some("https://market.example/offers/sample".to_owned()),
        ..About::default()
    };
    match kind {
        Kind::Subscribed => About {
            order: "PO-4500001".to_owned(),
            line: Some(1),
            until: Some("2027-11-20".to_owned()),
            subscription: Some("agmt-01995e3c7f3a70008000123456789abc".to_owned()),
            ..about
        },
        Kind::SubscribedAtOnce | Kind::SubscribedDirectly => {
            About { subscription: Some("agmt-01995e3c7f3a70008000123456789abc".to_owned()), ..about }
        }
        Kind::Refused => About {
            order: "PO-4500001".to_owned(),
            reason: Some(refused(LineFault::NotSent, language)),
            test: true,
            ..about
        },
        Kind::Stale => About {
            order: "PO-4500001".to_owned(),
            reason: Some(refused(NoLonger::Stale(Stale::Expired("2026-11-20".to_owned())).into(), language)),
            ..about
        },
        Kind::Ended => About {
            order: "PO-4500001".to_owned(),
            subscription: Some("agmt-01995e3c7f3a70008000123456789abc".to_owned()),
            reason: Some(typed(String::new(), "The seller has taken the product off the market.", language)),
            link: None,
            ..about
        },
        Kind::Amended => About {
            order: "PO-4500001".to_owned(),
            subscription: Some("agmt-01995e3c7f3a70008000123456789abc".to_owned()),
            until: Some("2028-01-31".to_owned()),
            reason: Some(typed(moved().words(language), "As agreed with your buyer.", language)),
            link: None,
            ..about
        },
        Kind::Overrun => {
            About { order: "PO-4500001".to_owned(), used: "1,250.40 USD".to_owned(), link: None, ..about }
        }
        Kind::Statement => About {
            date: "2026-11".to_owned(),
            details: "Host hours: 7300 × 0.012 = 87.60 USD".to_owned(),
            price: "87.60 USD".to_owned(),
            statement: Some("PGS-456789ab-2026-11".to_owned()),
            link: None,
            ..about
        },
        _ => About { request: Some("req-01995e3c7f3a70008000123456789abc".to_owned()), ..about },
    }
}

fn refused(fault: LineFault, language: Language) -> Telling {
    OrderFault::Line { number: 1, fault }.told(language)
}

fn moved() -> Alterations {
    Alterations(vec![Alteration::LastDay { now: date(2028, 1, 31), before: date(2027, 11, 20) }])
}

fn typed(text: String, reason: &str, language: Language) -> Telling {
    Telling { text, language, quoted: Some(Quoted::somebodys(reason)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mail_in_every_language_is_written_without_a_hole_left() {
        let previews = previews("Software Market").expect("mails");
        assert_eq!(previews.len(), Kind::ALL.len() * Language::ALL.len());
        for preview in previews {
            for text in [&preview.subject, &preview.text, &preview.html] {
                assert!(!text.contains('{') && !text.contains('}'), "{preview:?}");
            }
            assert!(preview.html.contains(&format!("lang=\"{}\"", preview.language.tag())));
            assert!(!preview.subject.contains("  ") && !preview.text.contains("<td"), "{preview:?}");
        }
    }

    #[test]
    fn names_of_others_are_text_and_no_html() {
        for preview in previews("Software Market").expect("mails") {
            assert!(!preview.html.contains("<Systems>"), "{}", preview.html);
        }
    }

    #[test]
    fn a_test_says_so_in_every_language() {
        for preview in previews("Software Market").expect("mails") {
            assert_eq!(preview.text.contains("TEST:"), preview.kind == Kind::Refused, "{preview:?}");
        }
    }
}
