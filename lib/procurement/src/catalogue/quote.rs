//! What a requester's choice comes to.

use std::collections::BTreeMap;

use iso_currency::Currency;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::pricing::{Dimension, Pricing};
use crate::money::{Money, MoneyError};

/// What a requester chose about an offer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The contract's length, where the offer leaves it open.
    pub months: Option<u16>,
    /// How many of each dimension, by key.
    pub quantities: BTreeMap<String, u32>,
    /// What usage is expected to cost (R17).
    pub estimate: Option<Decimal>,
}

/// What a choice comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The price of the whole: the total contract value, the blanket amount, or 0.00.
    pub total: Money,
    /// The contract's length, where there is one.
    pub months: Option<u16>,
    /// The length of a trial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// What is bought, in words, one entry a dimension: `25 × seat`.
    pub details: Vec<String>,
}

/// Why a choice cannot be priced; the text is for the requester.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ChoiceError {
    /// The contract is not sold for that long.
    #[error("Choose a contract length of {offered} months.")]
    Months {
        /// The lengths there are.
        offered: String,
    },
    /// Nothing was chosen.
    #[error("Enter how many you need of at least one item.")]
    Nothing,
    /// One dimension is not in the offer.
    #[error("\"{0}\" is not part of this offer. Choose from the items on this page.")]
    UnknownDimension(String),
    /// More than can be ordered at once.
    #[error("Enter a quantity between 0 and {MAX_QUANTITY}.")]
    Quantity,
    /// The estimate is no amount of money.
    #[error("Enter the estimate as an amount greater than 0, with no more than {digits} decimal places.")]
    Estimate {
        /// How many digits the currency has.
        digits: u16,
    },
    /// The amounts do not reckon.
    #[error("This choice cannot be priced: {0}.")]
    Money(#[from] MoneyError),
}

/// The most of one dimension that one request may hold.
pub const MAX_QUANTITY: u32 = 1_000_000;

/// What a choice under this pricing comes to. `blanket` is the connection's amount for
/// pay-as-you-go without an estimate (R17).
pub fn quote(pricing: &Pricing, choice: &Choice, blanket: Money) -> Result<Quote, ChoiceError> {
    match pricing {
        Pricing::Contract { currency, dimensions } => quote_contract(*currency, dimensions, choice, pricing),
        Pricing::FlexiblePaymentSchedule { currency, months, instalments } => {
            let total = Money::sum(instalments.iter().map(|part| Money::new(part.amount, *currency)))?;
            let details = vec![format!("{months} months, {} instalments", instalments.len())];
            Ok(Quote { total, months: Some(*months), days: None, details })
        }
        Pricing::PayAsYouGo { currency, .. } => {
            let total = estimate(choice.estimate, *currency, blanket)?;
            Ok(Quote { total, months: None, days: None, details: vec!["Usage, billed monthly".to_owned()] })
        }
        Pricing::Free => Ok(for_nothing("Free".to_owned(), None)),
        Pricing::Byol => Ok(for_nothing("With your own licence".to_owned(), None)),
        Pricing::FreeTrial { days } => Ok(for_nothing(format!("Free trial of {days} days"), Some(*days))),
    }
}

fn for_nothing(what: String, days: Option<u16>) -> Quote {
    Quote { total: Money::zero(Currency::USD), months: None, days, details: vec![what] }
}

fn quote_contract(
    currency: Currency,
    dimensions: &[Dimension],
    choice: &Choice,
    pricing: &Pricing,
) -> Result<Quote, ChoiceError> {
    let lengths = pricing.contract_lengths();
    let months = match (choice.months, lengths.as_slice()) {
        (None, [only]) => *only,
        (Some(months), _) if lengths.contains(&months) => months,
        _ => return Err(ChoiceError::Months { offered: in_words(&lengths) }),
    };
    if let Some(stranger) =
        choice.quantities.keys().find(|key| dimensions.iter().all(|known| known.key != **key))
    {
        return Err(ChoiceError::UnknownDimension(stranger.chars().take(60).collect()));
    }
    let mut total = Money::zero(currency);
    let mut details = Vec::new();
    for dimension in dimensions {
        let count = choice.quantities.get(&dimension.key).copied().unwrap_or(0);
        if count > MAX_QUANTITY {
            return Err(ChoiceError::Quantity);
        }
        if count == 0 {
            continue;
        }
        let price = dimension.price(months).ok_or(ChoiceError::Months { offered: in_words(&lengths) })?;
        total = total.plus(Money::new(price, currency).times(count.into())?)?;
        details.push(format!("{count} × {}", dimension.unit));
    }
    if details.is_empty() {
        return Err(ChoiceError::Nothing);
    }
    Ok(Quote { total, months: Some(months), days: None, details })
}

fn estimate(entered: Option<Decimal>, currency: Currency, blanket: Money) -> Result<Money, ChoiceError> {
    let digits = currency.exponent().unwrap_or(2);
    match entered {
        None if blanket.currency == currency => Ok(blanket),
        // The blanket amount is in the connection's currency: another one needs an estimate.
        None => Err(ChoiceError::Estimate { digits }),
        Some(amount) => {
            let amount = Money::new(amount, currency);
            if amount.is_payable() && !amount.amount.is_zero() {
                Ok(amount)
            } else {
                Err(ChoiceError::Estimate { digits })
            }
        }
    }
}

fn in_words(lengths: &[u16]) -> String {
    match lengths {
        [] => "no".to_owned(),
        [only] => only.to_string(),
        [rest @ .., last] => {
            let rest: Vec<String> = rest.iter().map(u16::to_string).collect();
            format!("{} or {last}", rest.join(", "))
        }
    }
}
