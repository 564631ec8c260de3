//! What was typed into the form of an offer, and what it means.

use std::collections::BTreeMap;

use procurement::catalogue::{Choice, ChoiceError, Dimension, MAX_QUANTITY, Pricing};
use procurement::mail::Language;
use procurement::money::Money;
use procurement::reason::Reason as _;
use procurement::requisition::Requisition;

use crate::amount;
use crate::fields::Fields;
use crate::texts::Formats;

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
    /// The request that is sent again.
    pub replaces: String,
    /// Whether each dimension is an item of its own (R19).
    pub split: bool,
    /// The PO number of a native purchase (R18).
    pub order_number: String,
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
    pub order_number: Option<String>,
}

// === impl Typed ===

impl Typed {
    /// What the form shows before anything is typed.
    pub fn first(pricing: &Pricing, blanket: Money, formats: &Formats) -> Self {
        let mut typed = Self::default();
        match pricing {
            Pricing::Contract { dimensions, .. } => {
                typed.months = pricing.contract_lengths().first().map(u16::to_string).unwrap_or_default();
                if let [only] = dimensions.as_slice() {
                    typed.quantities.insert(only.key.clone(), "1".to_owned());
                }
            }
            Pricing::PayAsYouGo { currency, .. } if blanket.currency == *currency => {
                typed.estimate = (formats.typed)(&blanket.amount_text());
            }
            _ => {}
        }
        typed
    }

    /// What was chosen before, as far as the offer still has it.
    pub fn again(pricing: &Pricing, former: &Requisition, fresh: Self, formats: &Formats) -> Self {
        let mut typed = Self { account: former.account.to_string(), ..fresh };
        match pricing {
            Pricing::Contract { dimensions, .. } => {
                let lengths = pricing.contract_lengths();
                if let Some(months) = former.quote.months.filter(|months| lengths.contains(months)) {
                    typed.months = months.to_string();
                }
                let chosen = former.choice.quantities.iter();
                let known = chosen.filter(|(key, _)| dimensions.iter().any(|one| one.key == **key));
                typed.quantities.extend(known.map(|(key, count)| (key.clone(), count.to_string())));
            }
            Pricing::PayAsYouGo { currency, .. } if former.quote.total.currency == *currency => {
                typed.estimate = (formats.typed)(&former.quote.total.amount_text());
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
            replaces: value("replaces"),
            split: fields.value("lines") == "split",
            order_number: value("order_number"),
        }
    }

    /// The choice that was typed. Whether it has a price is for `quote` to say; here it is only read.
    pub fn choice(&self, pricing: &Pricing, language: Language) -> Result<Choice, Box<Faults>> {
        let (mut choice, mut faults) = (Choice::default(), Box::<Faults>::default());
        match pricing {
            Pricing::Contract { dimensions, .. } => {
                choice.months = self.months.parse().ok();
                self.read_quantities(dimensions, &mut choice, &mut faults, language);
            }
            Pricing::PayAsYouGo { currency, .. } if !self.estimate.is_empty() => {
                choice.estimate = amount::read(&self.estimate, language);
                if choice.estimate.is_none() {
                    let digits = currency.exponent().unwrap_or(2);
                    faults.note(&ChoiceError::Estimate { digits }, language);
                }
            }
            Pricing::PayAsYouGo { .. }
            | Pricing::FlexiblePaymentSchedule { .. }
            | Pricing::Free
            | Pricing::Byol
            | Pricing::FreeTrial { .. } => {}
        }
        if faults.is_empty() { Ok(choice) } else { Err(faults) }
    }

    fn read_quantities(
        &self,
        dimensions: &[Dimension],
        choice: &mut Choice,
        faults: &mut Faults,
        language: Language,
    ) {
        for (key, text) in self.quantities.iter().filter(|(_, text)| !text.is_empty()) {
            match text.parse() {
                Ok(count) if count <= MAX_QUANTITY => {
                    choice.quantities.insert(key.clone(), count);
                }
                _ if dimensions.iter().any(|known| known.key == *key) => {
                    faults.quantity.insert(key.clone(), ChoiceError::Quantity.words(language));
                }
                _ => faults.note(&ChoiceError::UnknownDimension(key.chars().take(60).collect()), language),
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
    pub fn note(&mut self, error: &ChoiceError, language: Language) {
        let words = Some(error.words(language));
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
    pub fn of(error: &ChoiceError, language: Language) -> Self {
        let mut faults = Self::default();
        faults.note(error, language);
        faults
    }

    /// The PO number cannot be taken (R18).
    pub fn of_order_number(words: impl Into<String>) -> Self {
        Self { order_number: Some(words.into()), ..Self::default() }
    }

    /// The account is not one that can be chosen (R30).
    pub fn of_account(words: impl Into<String>) -> Self {
        Self { account: Some(words.into()), ..Self::default() }
    }
}
