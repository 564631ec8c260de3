//! Mail: who gets one, when, and what comes of it. How it looks is decided where it is sent (R44).

mod event;
mod reminder;

pub use event::{Happened, MailEvent, MailSent, NotAnEvent, Suppression, Undelivered, undelivered};
pub use reminder::{failing_job, reminders, test_mode_job};

pub use crate::language::Language;

use crate::agreement::{Agreement, Origin};
use crate::connection::Connection;
use crate::requisition::Requisition;

/// What a mail is about (R44).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A subscription exists, because its purchase order came.
    Subscribed,
    /// A subscription exists, because the organisation had approved it beforehand (R16).
    SubscribedAtOnce,
    /// A subscription exists that was bought on the marketplace itself (R11).
    SubscribedDirectly,
    /// A purchase order was refused.
    Refused,
    /// A purchase order was refused because the offer is not what it was (R37).
    Stale,
    /// The offer of a request is about to expire.
    OfferExpiring,
    /// A request is about to expire (R41).
    RequestExpiring,
    /// A connection is still in test mode (R10).
    TestMode,
    /// Something could not be delivered to the procurement system.
    Failing,
    /// A subscription was ended by the marketplace (R39).
    Ended,
    /// A subscription was changed by the marketplace (R39).
    Amended,
    /// Usage has passed what the purchase order commits to (R17).
    Overrun,
    /// What a month's usage comes to (R47).
    Statement,
}

/// The addresses of the mail about a new subscription: the account's, and the requester's where it
/// is another one (R44).
pub fn subscribed_recipients(agreement: &Agreement) -> Vec<String> {
    both(&agreement.account_email, agreement.requester.email.as_deref())
}

/// The addresses of the mail about a refused purchase order: the requester's, or the account's
/// where the procurement system tells none.
pub fn refused_recipients(requisition: &Requisition) -> Vec<String> {
    let requester = requisition.requester.email.clone();
    vec![requester.unwrap_or_else(|| requisition.account_email.clone())]
}

/// The addresses of mail about the connection itself: its contacts, or this one where it has none.
pub fn connection_recipients(connection: &Connection, otherwise: &str) -> Vec<String> {
    match connection.settings.contacts.as_slice() {
        [] => vec![otherwise.to_owned()],
        contacts => contacts.to_vec(),
    }
}

fn both(account: &str, requester: Option<&str>) -> Vec<String> {
    let mut recipients = vec![account.to_owned()];
    recipients.extend(requester.filter(|other| !other.eq_ignore_ascii_case(account)).map(str::to_owned));
    recipients
}

// === impl Kind ===

impl Kind {
    /// The mail about a new subscription, by what created it.
    pub const fn subscribed(origin: Origin) -> Self {
        match origin {
            Origin::Ordered => Self::Subscribed,
            Origin::ApprovedBeforehand => Self::SubscribedAtOnce,
            Origin::Direct => Self::SubscribedDirectly,
        }
    }

    /// Every kind there is.
    pub const ALL: [Self; 13] = [
        Self::Subscribed,
        Self::SubscribedAtOnce,
        Self::SubscribedDirectly,
        Self::Refused,
        Self::Stale,
        Self::OfferExpiring,
        Self::RequestExpiring,
        Self::TestMode,
        Self::Failing,
        Self::Ended,
        Self::Amended,
        Self::Overrun,
        Self::Statement,
    ];

    /// A short name of it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Subscribed => "subscribed",
            Self::SubscribedAtOnce => "subscribed-at-once",
            Self::SubscribedDirectly => "subscribed-directly",
            Self::Refused => "refused",
            Self::Stale => "stale",
            Self::OfferExpiring => "offer-expiring",
            Self::RequestExpiring => "request-expiring",
            Self::TestMode => "test-mode",
            Self::Failing => "failing",
            Self::Ended => "ended",
            Self::Amended => "amended",
            Self::Overrun => "overrun",
            Self::Statement => "statement",
        }
    }
}

// === impl Language ===

impl Language {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The language that a tag such as `de-AT` or `de_DE` means; English for all others and for none.
    pub fn of(tag: Option<&str>) -> Self {
        let main = tag.unwrap_or_default().trim().split(['-', '_']).next().unwrap_or_default();
        if main.eq_ignore_ascii_case("de") || main.eq_ignore_ascii_case("german") {
            Self::German
        } else {
            Self::English
        }
    }

    /// The language that a browser asks for first of those that there are, by its `Accept-Language`.
    pub fn of_browser(accept_language: &str) -> Self {
        let ranges = accept_language.split(',').take(20);
        let named = ranges.map(|range| range.split(';').next().unwrap_or_default().trim());
        let known = |tag: &&str| {
            tag.get(..2).is_some_and(|main| ["de", "en"].iter().any(|it| main.eq_ignore_ascii_case(it)))
        };
        Self::of(named.into_iter().find(known))
    }

    /// Its tag, for `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_is_not_written_here_is_english() {
        for (tag, language) in [
            (Some("de"), Language::German),
            (Some("de-AT"), Language::German),
            (Some("DE_de"), Language::German),
            (Some("en-US"), Language::English),
            (Some("fr"), Language::English),
            (Some("deutlich"), Language::English),
            (None, Language::English),
        ] {
            assert_eq!(Language::of(tag), language, "{tag:?}");
        }
    }
}
