//! Every text of every mail, in every language. A language lacks none: it would not compile.

mod english;
mod german;

use procurement::mail::{Kind, Language};

/// The texts of one language. In braces stands what is put in when a mail is written.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) greeting: &'static str,
    pub(crate) machine: &'static str,
    pub(crate) test: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) labels: Labels,
    subscribed: Words,
    subscribed_at_once: Words,
    subscribed_directly: Words,
    refused: Words,
    stale: Words,
    offer_expiring: Words,
    request_expiring: Words,
    test_mode: Words,
    failing: Words,
    ended: Words,
    amended: Words,
    overrun: Words,
    usage_statement: Words,
}

/// What is said in one kind of mail.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) subject: &'static str,
    pub(crate) title: &'static str,
    pub(crate) intro: &'static str,
    /// What the button says; nothing where there is none.
    pub(crate) action: &'static str,
    pub(crate) close: &'static str,
}

/// The names of facts.
#[derive(Debug)]
pub(crate) struct Labels {
    pub(crate) statement: &'static str,
    pub(crate) order: &'static str,
    pub(crate) line: &'static str,
    pub(crate) product: &'static str,
    pub(crate) details: &'static str,
    pub(crate) price: &'static str,
    pub(crate) until: &'static str,
    pub(crate) subscription: &'static str,
    pub(crate) request: &'static str,
    pub(crate) connection: &'static str,
}

/// The texts of a language.
pub(crate) const fn of(language: Language) -> &'static Texts {
    match language {
        Language::English => &english::TEXTS,
        Language::German => &german::TEXTS,
    }
}

// === impl Texts ===

impl Texts {
    /// What is said in a mail of this kind.
    pub(crate) const fn words(&self, kind: Kind) -> &Words {
        match kind {
            Kind::Subscribed => &self.subscribed,
            Kind::SubscribedAtOnce => &self.subscribed_at_once,
            Kind::SubscribedDirectly => &self.subscribed_directly,
            Kind::Refused => &self.refused,
            Kind::Stale => &self.stale,
            Kind::OfferExpiring => &self.offer_expiring,
            Kind::RequestExpiring => &self.request_expiring,
            Kind::TestMode => &self.test_mode,
            Kind::Failing => &self.failing,
            Kind::Ended => &self.ended,
            Kind::Amended => &self.amended,
            Kind::Overrun => &self.overrun,
            Kind::Statement => &self.usage_statement,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn holes(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
    }

    #[test]
    fn no_text_is_missing_in_any_language() {
        for language in Language::ALL {
            let texts = of(language);
            for text in [texts.greeting, texts.machine, texts.test, texts.reason, texts.labels.order] {
                assert!(!text.trim().is_empty(), "{language:?}");
            }
            for kind in Kind::ALL {
                let Words { subject, title, intro, close, .. } = texts.words(kind);
                for text in [subject, title, intro, close] {
                    assert!(!text.trim().is_empty(), "{language:?} {kind:?}");
                }
            }
        }
    }

    #[test]
    fn every_language_puts_the_same_values_in() {
        for kind in Kind::ALL {
            let english = of(Language::English).words(kind);
            for language in Language::ALL {
                let other = of(language).words(kind);
                assert_eq!(holes(english.subject), holes(other.subject), "{language:?} {kind:?}");
                assert_eq!(holes(english.intro), holes(other.intro), "{language:?} {kind:?}");
                assert_eq!(english.action.is_empty(), other.action.is_empty(), "{language:?} {kind:?}");
            }
        }
    }
}
