//! What was typed into the form of an offer, and what it means.

use std::collections::BTreeMap;

use procurement::catalogue::{Choice, ChoiceError, Dimension, MAX_QUANTITY, Pricing};
use procurement::money::Money;

use crate::amount;
use crate::fields::Fields;

/// The prefix of the names of quantities in the form.
pub const QUANTITY: &str = "quantity.";

/// What was typed, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub months: String,
    /// By the dimension's key.
    pub quantities: BTreeMap<String, String>,
    pub estimate: String,
    pub account: String,
    /// The id that the form gave the item, so that a second click does not make a second one (R28).
    pub ticket: String,
}

/// What is wrong, beside the field that is to be changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    pub months: Option<String>,
    pub quantities: Option<String>,
    /// By the dimension's key.
    pub quantity: BTreeMap<String, String>,
    pub estimate: Option<String>,
    pub account: Option<String>,
}

// === impl Typed ===

impl Typed {
    /// What the form shows before anything is typed.
    pub fn first(pricing: &Pricing, blanket: Money) -> Self {
        let mut typed = Self::default();
        match pricing {
            Pricing::Contract { dimensions, .. } => {
                typed.months = pricing.contract_lengths().first().map(u16::to_string).unwrap_or_default();
                if let [only] = dimensions.as_slice() {
                    typed.quantities.insert(only.key.clone(), "1".to_owned());
                }
            }
            Pricing::PayAsYouGo { currency, .. } if blanket.currency == *currency => {
                typed.estimate = blanket.amount_text();
            }
            _ => {}
        }
        typed
    }

    /// What the form sent.
    pub fn read(fields: &Fields) -> Self {
        let value = |name: &str| fields.value(name).to_owned();
        Self {
            months: value("months"),
            quantities: fields
                .group(QUANTITY)
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect(),
            estimate: value("estimate"),
            account: value("account"),
            ticket: value("ticket"),
        }
    }

    /// The choice that was typed. Whether it has a price is for `quote` to say; here it is only read.
    pub fn choice(&self, pricing: &Pricing) -> Result<Choice, Faults> {
        let (mut choice, mut faults) = (Choice::default(), Faults::default());
        match pricing {
            Pricing::Contract { dimensions, .. } => {
                choice.months = self.months.parse().ok();
                self.read_quantities(dimensions, &mut choice, &mut faults);
            }
            Pricing::PayAsYouGo { currency, .. } if !self.estimate.is_empty() => {
                choice.estimate = amount::read(&self.estimate);
                if choice.estimate.is_none() {
                    faults.note(ChoiceError::Estimate { digits: currency.exponent().unwrap_or(2) });
                }
            }
            Pricing::PayAsYouGo { .. }
            | Pricing::FlexiblePaymentSchedule { .. }
            | Pricing::Free
            | Pricing::Byol => {}
        }
        if faults.is_empty() { Ok(choice) } else { Err(faults) }
    }

    fn read_quantities(&self, dimensions: &[Dimension], choice: &mut Choice, faults: &mut Faults) {
        for (key, text) in self.quantities.iter().filter(|(_, text)| !text.is_empty()) {
            match text.parse() {
                Ok(count) if count <= MAX_QUANTITY => {
                    choice.quantities.insert(key.clone(), count);
                }
                _ if dimensions.iter().any(|known| known.key == *key) => {
                    faults.quantity.insert(key.clone(), ChoiceError::Quantity.to_string());
                }
                _ => faults.note(ChoiceError::UnknownDimension(key.chars().take(60).collect())),
            }
        }
    }
}

// === impl Faults ===

impl Faults {
    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Puts an error beside its field.
    pub fn note(&mut self, error: ChoiceError) {
        let words = Some(error.to_string());
        match error {
            ChoiceError::Months { .. } => self.months = words,
            ChoiceError::Estimate { .. } => self.estimate = words,
            ChoiceError::Nothing
            | ChoiceError::UnknownDimension(_)
            | ChoiceError::Quantity
            | ChoiceError::Money(_) => self.quantities = words,
        }
    }

    /// The one thing that is wrong.
    pub fn of(error: ChoiceError) -> Self {
        let mut faults = Self::default();
        faults.note(error);
        faults
    }

    /// The account is not one that can be chosen (R30).
    pub fn of_account(words: impl Into<String>) -> Self {
        Self { account: Some(words.into()), ..Self::default() }
    }
}
