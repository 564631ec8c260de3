//! Reasons for people, in their language (R40).
//!
//! English is each reason's `Display`, which documents and records carry as well. The other languages are in one file each,
//! by exhaustive matches: a reason that is missing in one does not compile.

mod german;

use std::fmt::Display;

use crate::approved_products::NotApproved;
use crate::cart::CartError;
use crate::catalogue::{ChoiceError, NotEligible, ProductType};
use crate::direct::NotBought;
use crate::mail::Language;
use crate::order::{NoLonger, Stale};
use crate::requisition::{Happened, Status};
use crate::shopping::{NotAdded, NotEntered, NotSendable};

/// A reason that can be told in every language.
pub trait Reason: Display {
    /// In German.
    fn in_german(&self) -> String;

    /// In a language.
    fn words(&self, language: Language) -> String {
        match language {
            Language::English => self.to_string(),
            Language::German => self.in_german(),
        }
    }
}

macro_rules! reasons {
    ($($kind:ty => $words:path),+ $(,)?) => {
        $(impl Reason for $kind {
            fn in_german(&self) -> String {
                $words(self)
            }
        })+
    };
}

reasons! {
    NotEligible => german::not_eligible,
    Stale => german::stale,
    NotApproved => german::not_approved,
    NoLonger => german::no_longer,
    NotSendable => german::not_sendable,
    NotAdded => german::not_added,
    ChoiceError => german::choice,
    CartError => german::cart,
    NotEntered => german::not_entered,
    NotBought => german::not_bought,
    Happened => german::happened,
}

/// A status as people read it.
pub const fn status(status: &Status, language: Language) -> &'static str {
    match language {
        Language::English => status.label(),
        Language::German => german::status(status),
    }
}

/// A product type as people call it.
pub const fn product_type(kind: ProductType, language: Language) -> &'static str {
    match language {
        Language::English => kind.label(),
        Language::German => german::product_type(kind),
    }
}
