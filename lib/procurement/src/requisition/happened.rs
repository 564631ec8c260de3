//! What happens to a request, by its cause, so that it can be told in every language (R40, R58).

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Entry, Requisition};
use crate::account::AccountId;
use crate::agreement::Alterations;
use crate::connection::ProcurementSystem;
use crate::deployment::Mark;
use crate::id::RequisitionId;
use crate::job::Errand;
use crate::mail::Language;
use crate::money::Money;
use crate::order::{NoLonger, OrderFault};
use crate::reason::{self, Quoted, Reason as _, Telling};
use crate::trouble::Trouble;

/// The most that is kept of a cause, in bytes of JSON: with its text and as many others as a timeline has, it fits into a record.
const MAX_CAUSE: usize = 5_000;

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
    /// A purchase order was refused (R37, R40).
    #[error("Purchase order {order_id} was refused. {text}")]
    Refused {
        /// Its number.
        order_id: String,
        /// The answer, as the procurement system got it.
        text: String,
        /// Why what was asked for cannot be bought any more: what records had before they had all that was wrong.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        because: Vec<NoLonger>,
        /// All that was wrong with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        faults: Vec<OrderFault>,
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
    /// A purchase order named the other of test and production than the connection's mode (R20).
    #[error("The purchase order was marked. {mark}")]
    OrderMarked {
        /// What it named.
        mark: Mark,
    },
    /// A punch-out did.
    #[error("The punch-out was marked. {mark}")]
    PunchOutMarked {
        /// What it named.
        mark: Mark,
    },
    /// The marketplace ended the subscription (R39).
    #[error("The marketplace ended the subscription. {reason}")]
    Ended {
        /// Why, as somebody typed it.
        reason: String,
    },
    /// The marketplace changed the subscription (R39).
    #[error("{changes} {reason}")]
    Amended {
        /// What.
        changes: Alterations,
        /// Why, as somebody typed it.
        reason: String,
    },
    /// Usage has passed what the purchase order commits to (R17).
    #[error(
        "Usage has come to {}, more than the {} that purchase order {order_id} commits to.",
        .used.grouped(),
        .committed.grouped()
    )]
    Overrun {
        /// What usage has come to.
        used: Money,
        /// What was ordered.
        committed: Money,
        /// The order's number.
        order_id: String,
    },
    /// A mail came back for good (R45).
    #[error(
        "A mail to {to} came back ({reason}). No more mail goes there; correct the address in the procurement system."
    )]
    MailBounced {
        /// To whom, masked.
        to: String,
        /// In the other side's words.
        reason: String,
    },
    /// A mail has not arrived yet.
    #[error("A mail to {to} has not arrived yet ({reason}).")]
    MailDelayed {
        /// To whom, masked.
        to: String,
        /// In the other side's words.
        reason: String,
    },
    /// Somebody called a mail unwanted.
    #[error("A mail to {to} was reported as unwanted. No more mail goes there.")]
    MailUnwanted {
        /// To whom, masked.
        to: String,
    },
    /// A mail was sent, and a try before it may have been (R44).
    #[error("{errand}: the first try was not answered, so it may have arrived twice.")]
    MaybeTwice {
        /// Which.
        errand: Errand,
    },
    /// Nobody knows whether a mail was sent (R44).
    #[error("{errand}: no try was answered; it may have arrived once or twice.")]
    MaybeOnce {
        /// Which.
        errand: Errand,
    },
    /// The procurement system took a confirmation (R43).
    #[error("The confirmation of purchase order {order_id} reached {}.", .system.label())]
    Confirmed {
        /// The order's number.
        order_id: String,
        /// The procurement system.
        system: ProcurementSystem,
    },
    /// The procurement system did not.
    #[error("The confirmation of purchase order {order_id} could not be delivered: {why}")]
    Unconfirmed {
        /// The order's number.
        order_id: String,
        /// Why.
        why: Trouble,
    },
}

// === impl Entry ===

impl Entry {
    /// What happened, as it is kept: in words, and by its cause unless that is too long to be kept.
    pub(super) fn new(happened: Happened, marked: bool, at: Timestamp) -> Self {
        let text = happened.to_string().chars().take(super::MAX_ENTRY).collect();
        let fits = serde_json::to_string(&happened).is_ok_and(|kept| kept.len() <= MAX_CAUSE);
        Self { at, text, happened: fits.then_some(happened), marked }
    }

    pub(crate) fn quoted(&self) -> Option<Quoted> {
        match &self.happened {
            Some(happened) => happened.quoted(),
            None => Some(Quoted::english(&self.text)),
        }
    }
}

/// It in English: what was written down.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

// === impl Requisition ===

impl Requisition {
    /// Why its status is what it is, where a reason belongs to it (R40): in this language where its cause is known.
    pub fn reason(&self, language: Language) -> Option<Telling> {
        self.status.reason().map(|english| self.why(english, language))
    }

    /// The same for a reason that a status of it had once.
    pub fn why(&self, english: &str, language: Language) -> Telling {
        if language == Language::English {
            return Telling::in_english(english);
        }
        let last = self.timeline.iter().rev().filter_map(|entry| entry.happened.as_ref());
        let cause = last.filter_map(|happened| happened.cause(english, language)).next();
        cause.unwrap_or_else(|| Telling::in_english(english))
    }
}

// === impl Happened ===

impl Happened {
    /// The reason that it gives for a status, if it is the one that the status tells in English.
    fn cause(&self, english: &str, language: Language) -> Option<Telling> {
        match self {
            Self::Refused { text, because, faults, .. } if text == english => {
                let told = reason::refused(because, faults, language);
                Some(told.unwrap_or_else(|| Telling::in_english(english)))
            }
            other if other.to_string() == english => Some(other.told(language)),
            _ => None,
        }
    }

    pub(crate) fn quoted(&self) -> Option<Quoted> {
        match self {
            Self::Refused { text, because, faults, .. } => {
                (because.is_empty() && faults.is_empty()).then(|| Quoted::english(text))
            }
            Self::Ended { reason } | Self::Amended { reason, .. } => Some(Quoted::somebodys(reason)),
            Self::MailBounced { reason, .. } | Self::MailDelayed { reason, .. } => {
                Some(Quoted::english(reason))
            }
            Self::Unconfirmed { why, .. } => why.quoted(),
            _ => None,
        }
    }
}
