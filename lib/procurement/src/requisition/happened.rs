//! What happens to a request, by its cause, so that it can be told in every language (R40, R58).

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Entry, Requisition};
use crate::account::AccountId;
use crate::connection::ProcurementSystem;
use crate::id::RequisitionId;
use crate::mail::Language;
use crate::money::Money;
use crate::order::NoLonger;
use crate::reason::Reason as _;

/// What happened. English is its text, which is stored beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Happened {
    /// Somebody asked for it.
    #[error("{who} asked for {product} at {}.", .price.grouped())]
    Asked {
        /// The requester's name.
        who: String,
        /// The product's name.
        product: String,
        /// What it comes to.
        price: Money,
    },
    /// It went to the procurement system.
    #[error("{}Sent to {} for approval.", if *.test { "TEST: " } else { "" }, .system.label())]
    Sent {
        /// Which one.
        system: ProcurementSystem,
        /// Whether it was asked for in test mode (R9).
        test: bool,
    },
    /// It was taken out of the cart.
    #[error("It was taken out of the cart.")]
    TakenOut,
    /// It was taken out of a former cart (R21).
    #[error("It was taken out of the cart when the cart was changed.")]
    TakenOutLater,
    /// Another request took its place (R37).
    #[error("It was sent again as {by}.")]
    SentAgain {
        /// The other one.
        by: RequisitionId,
    },
    /// It waited for this punch-out (R11).
    #[error("It was chosen on the marketplace itself on {day} and waited for this punch-out.")]
    Waited {
        /// When it was chosen.
        day: Date,
    },
    /// A purchase order came (R34).
    #[error("Purchase order {order_id} came; account {account} is subscribed to {product}.")]
    Subscribed {
        /// Its number.
        order_id: String,
        /// The account.
        account: AccountId,
        /// The product's name.
        product: String,
    },
    /// A purchase order came in test mode (R9).
    #[error("TEST: purchase order {order_id} came and was checked. Nothing was bought.")]
    Tested {
        /// Its number.
        order_id: String,
    },
    /// It was subscribed to at once (R16).
    #[error("Approved automatically; account {account} is subscribed to {product}.")]
    ApprovedBeforehand {
        /// The account.
        account: AccountId,
        /// The product's name.
        product: String,
    },
    /// The same in test mode.
    #[error("TEST: approved automatically. Nothing was bought.")]
    TestedAtOnce,
    /// It was bought on the marketplace itself (R11).
    #[error("Bought on the marketplace itself; account {account} is subscribed to {product}.")]
    Direct {
        /// The account.
        account: AccountId,
        /// The product's name.
        product: String,
    },
    /// A purchase order was refused, because what was asked for cannot be bought any more (R37).
    #[error("Purchase order {order_id} was refused. {text}")]
    Refused {
        /// Its number.
        order_id: String,
        /// The answer, as the procurement system got it.
        text: String,
        /// Why.
        because: Vec<NoLonger>,
    },
    /// A purchase order was taken back (R39).
    #[error("Purchase order {order_id} was taken back; nothing had been bought.")]
    TakenBack {
        /// Its number.
        order_id: String,
    },
    /// No purchase order came in time (R41).
    #[error("No purchase order came until {day}, so the request expired. Request approval again.")]
    NoOrderCame {
        /// Until when.
        day: Date,
    },
}

/// What goes into a timeline: something known by its cause, or only words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub(super) text: String,
    pub(super) happened: Option<Happened>,
}

// === impl Told ===

impl Told {
    /// In English.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl From<Happened> for Told {
    fn from(happened: Happened) -> Self {
        Self { text: happened.to_string(), happened: Some(happened) }
    }
}

impl From<String> for Told {
    fn from(text: String) -> Self {
        Self { text, happened: None }
    }
}

impl From<&str> for Told {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

// === impl Entry ===

impl Entry {
    /// What happened, in this language where that is known, and the language that it is told in.
    pub fn words(&self, language: Language) -> (String, Language) {
        match &self.happened {
            Some(happened) => (happened.words(language), language),
            None => (self.text.clone(), Language::English),
        }
    }

    pub(super) fn new(told: Told, marked: bool, at: Timestamp) -> Self {
        let text = told.text.chars().take(super::MAX_ENTRY).collect();
        Self { at, text, happened: told.happened, marked }
    }
}

// === impl Requisition ===

impl Requisition {
    /// Why its status is what it is, where a reason belongs to it (R40): in this language where that is known, and the language
    /// that it is told in.
    pub fn reason(&self, language: Language) -> Option<(String, Language)> {
        let english = self.status.reason()?.to_owned();
        if language == Language::English {
            return Some((english, language));
        }
        let last = self.timeline.iter().rev().filter_map(|entry| entry.happened.as_ref());
        let cause = last.filter_map(|happened| happened.cause(&english, language)).next();
        Some(cause.map_or((english, Language::English), |words| (words, language)))
    }
}

// === impl Happened ===

impl Happened {
    /// The reason that it gives for a status, if it is the one that the status tells in English.
    fn cause(&self, english: &str, language: Language) -> Option<String> {
        match self {
            Self::Refused { text, because, .. } if text == english => {
                Some(because.iter().map(|why| why.words(language)).collect::<Vec<_>>().join(" "))
            }
            other if other.to_string() == english => Some(other.words(language)),
            _ => None,
        }
    }
}
