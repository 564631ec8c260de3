//! Reasons for people, in their language (R40).
//!
//! English is each reason's `Display`, which documents and records carry as well. The other languages are in a folder each,
//! by exhaustive matches: a reason that is missing in one does not compile. What somebody else said is told as it is, apart
//! from our own words ([`Telling`]), so that a page can say which language it is in.

mod german;
mod recorded;
mod telling;

use std::fmt::Display;

use crate::agreement::Alterations;
use crate::approved_products::NotApproved;
use crate::cart::CartError;
use crate::catalogue::{ChoiceError, NotEligible, ProductType, Quote};
use crate::configuration::{Obstacle, WhyConnection};
use crate::deployment::Mark;
use crate::direct::NotBought;
use crate::invoice::How;
use crate::job::Errand;
use crate::mail::Language;
use crate::order::{NoLonger, OrderFault, Stale};
use crate::reconciliation::Mismatch;
use crate::requisition::{Entry, Happened, Status};
use crate::shopping::{NotAdded, NotEntered, NotSendable};
use crate::timeline::Cause;
use crate::trouble::Trouble;

pub use recorded::Recorded;
pub use telling::{Quoted, Telling};

/// A reason that can be told in every language.
pub trait Reason: Display {
    /// In German, without what is quoted.
    fn in_german(&self) -> String;

    /// Words of somebody else that end it in every language but English, whose text has them in their place.
    fn quoted(&self) -> Option<Quoted> {
        None
    }

    /// In a language.
    fn told(&self, language: Language) -> Telling {
        match language {
            Language::English => Telling::ours(self.to_string(), language),
            Language::German => Telling::ending(self.in_german(), language, self.quoted()),
        }
    }

    /// The same where nothing says which language a part of it is in.
    fn words(&self, language: Language) -> String {
        self.told(language).to_string()
    }
}

macro_rules! reasons {
    ($($kind:ty => $words:path $(, quoting $quoted:path)?;)+) => {
        $(impl Reason for $kind {
            fn in_german(&self) -> String {
                $words(self)
            }

            $(fn quoted(&self) -> Option<Quoted> {
                $quoted(self)
            })?
        })+
    };
}

reasons! {
    NotEligible => german::not_eligible;
    Stale => german::stale;
    NotApproved => german::not_approved;
    NoLonger => german::no_longer;
    NotSendable => german::not_sendable;
    NotAdded => german::not_added;
    ChoiceError => german::choice;
    CartError => german::cart;
    NotEntered => german::not_entered;
    NotBought => german::not_bought;
    Mark => german::refusal::mark;
    OrderFault => german::refusal::order_fault;
    Alterations => german::after::alterations;
    How => german::after::how;
    Obstacle => german::obstacle::obstacle, quoting Obstacle::quoted;
    WhyConnection => german::which::why;
    Trouble => german::trouble::trouble, quoting Trouble::quoted;
    Mismatch => german::after::mismatch, quoting Mismatch::quoted;
    Happened => german::happened::happened, quoting Happened::quoted;
    Entry => german::happened::entry, quoting Entry::quoted;
    Cause => german::after::cause, quoting Cause::quoted;
}

impl Reason for Errand {
    fn in_german(&self) -> String {
        german::after::errand(*self).to_owned()
    }
}

/// Why a purchase order was refused, in another language than English; nothing where no cause is known.
pub(crate) fn refused(because: &[NoLonger], faults: &[OrderFault], language: Language) -> Option<Telling> {
    match language {
        Language::German if !(because.is_empty() && faults.is_empty()) => {
            Some(Telling::ours(german::happened::refused(because, faults), language))
        }
        Language::English | Language::German => None,
    }
}

/// A status as people read it.
pub const fn status(status: &Status, language: Language) -> &'static str {
    match language {
        Language::English => status.label(),
        Language::German => german::status(status),
    }
}

/// What is bought, in a line: by the pricing's key where the pricing says it, else in the seller's words.
pub fn details(pricing: &str, quote: &Quote, instalments: usize, language: Language) -> String {
    let told = match language {
        Language::English => None,
        Language::German => german::details(pricing, quote, instalments),
    };
    told.unwrap_or_else(|| quote.details.join(", "))
}

/// A product type as people call it.
pub const fn product_type(kind: ProductType, language: Language) -> &'static str {
    match language {
        Language::English => kind.label(),
        Language::German => german::product_type(kind),
    }
}
