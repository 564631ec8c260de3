//! What an offer costs, and what a requester's choice comes to.

use std::collections::BTreeMap;

use iso_currency::Currency;
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::{Money, MoneyError};

/// How an offer is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "model", rename_all = "snake_case", deny_unknown_fields)]
pub enum Pricing {
    /// A contract for some months, paid upfront.
    Contract {
        /// The currency of every price.
        currency: Currency,
        /// What can be had, each with its price by contract length.
        dimensions: Vec<Dimension>,
    },
    /// A contract paid in dated instalments (a flexible payment schedule, FPS).
    FlexiblePaymentSchedule {
        /// The currency of every instalment.
        currency: Currency,
        /// The contract's length in months.
        months: u16,
        /// What is due when; their sum is the total contract value (R33).
        instalments: Vec<Instalment>,
    },
    /// Usage, billed monthly on actual consumption (PAYG).
    PayAsYouGo {
        /// The currency of every rate.
        currency: Currency,
        /// What a unit of usage costs.
        rates: Vec<Rate>,
    },
    /// Costs nothing.
    Free,
    /// The licence is bought elsewhere ("bring your own licence").
    Byol,
}

/// Something a contract is sold by: seats, hosts, gigabytes a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Its name in forms and documents: `a`–`z`, digits and `_`.
    pub key: String,
    /// Its name for people.
    pub name: String,
    /// What one of it is called: `seat`.
    pub unit: String,
    /// The price of one, by contract length.
    pub prices: Vec<ContractPrice>,
}

/// What one of a dimension costs for a contract of some length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContractPrice {
    /// The contract's length in months.
    pub months: u16,
    /// The price of one for the whole length.
    pub price: Decimal,
}

/// One part of a flexible payment schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instalment {
    /// When it is due.
    pub due: Due,
    /// How much.
    pub amount: Decimal,
}

/// When an instalment is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// So many months after the agreement begins; 0 is at once.
    AfterMonths(u16),
    /// On this date, or at once where the agreement begins later.
    On(Date),
}

/// The price of one unit of usage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// What is counted, for people: `Host hours`.
    pub name: String,
    /// What one of it is called: `host hour`.
    pub unit: String,
    /// What one costs.
    pub price: Decimal,
}

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

// === impl Pricing ===

impl Pricing {
    /// The pricing as people call it.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Contract { .. } => "Contract, paid upfront",
            Self::FlexiblePaymentSchedule { .. } => "Contract, paid in instalments",
            Self::PayAsYouGo { .. } => "Pay as you go",
            Self::Free => "Free",
            Self::Byol => "Bring your own licence",
        }
    }

    /// The pricing as it stands in queries and documents.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Contract { .. } => "contract",
            Self::FlexiblePaymentSchedule { .. } => "flexible_payment_schedule",
            Self::PayAsYouGo { .. } => "pay_as_you_go",
            Self::Free => "free",
            Self::Byol => "byol",
        }
    }

    /// The currency; free things are written in US dollars.
    pub const fn currency(&self) -> Currency {
        match self {
            Self::Contract { currency, .. }
            | Self::FlexiblePaymentSchedule { currency, .. }
            | Self::PayAsYouGo { currency, .. } => *currency,
            Self::Free | Self::Byol => Currency::USD,
        }
    }

    /// Whether it is a contract, however it is paid.
    pub const fn is_contract(&self) -> bool {
        matches!(self, Self::Contract { .. } | Self::FlexiblePaymentSchedule { .. })
    }

    /// Whether nothing is charged by its nature (R16: a paid product at 0.00 is not free).
    pub const fn is_free_or_byol(&self) -> bool {
        matches!(self, Self::Free | Self::Byol)
    }

    /// The lengths a contract can have, in months, shortest first.
    pub fn contract_lengths(&self) -> Vec<u16> {
        match self {
            Self::Contract { dimensions, .. } => {
                let mut lengths: Vec<u16> = dimensions
                    .iter()
                    .flat_map(|dimension| dimension.prices.iter().map(|price| price.months))
                    .collect();
                lengths.sort_unstable();
                lengths.dedup();
                lengths
            }
            Self::FlexiblePaymentSchedule { months, .. } => vec![*months],
            _ => Vec::new(),
        }
    }

    /// The dates and amounts to be paid for an agreement that begins at `start`, in order; empty
    /// where nothing is invoiced (R46, R47).
    pub fn schedule(&self, total: Money, start: Date) -> Vec<(Date, Money)> {
        match self {
            Self::Contract { .. } => vec![(start, total)],
            Self::FlexiblePaymentSchedule { currency, instalments, .. } => {
                let mut parts: Vec<_> = instalments
                    .iter()
                    .map(|part| (part.due.on(start), Money::new(part.amount, *currency)))
                    .collect();
                parts.sort_by_key(|(date, _)| *date);
                parts
            }
            Self::PayAsYouGo { .. } | Self::Free | Self::Byol => Vec::new(),
        }
    }
}

impl Dimension {
    /// The price of one for a contract of so many months, where it is sold for that long.
    pub fn price(&self, months: u16) -> Option<Decimal> {
        self.prices.iter().find(|price| price.months == months).map(|price| price.price)
    }
}

impl Due {
    /// When that is, in words: `on acceptance`, `after 6 months`, `on 2027-01-31`.
    pub fn in_words(&self) -> String {
        match self {
            Self::AfterMonths(0) => "on acceptance".to_owned(),
            Self::AfterMonths(1) => "after 1 month".to_owned(),
            Self::AfterMonths(months) => format!("after {months} months"),
            Self::On(date) => format!("on {date}"),
        }
    }

    /// The date it falls on for an agreement that begins at `start`.
    pub fn on(&self, start: Date) -> Date {
        match *self {
            Self::AfterMonths(months) => start.saturating_add(jiff::Span::new().months(i32::from(months))),
            Self::On(date) => date.max(start),
        }
    }
}

/// What a choice under this pricing comes to. `blanket` is the connection's amount for
/// pay-as-you-go without an estimate (R17).
pub fn quote(pricing: &Pricing, choice: &Choice, blanket: Money) -> Result<Quote, ChoiceError> {
    match pricing {
        Pricing::Contract { currency, dimensions } => quote_contract(*currency, dimensions, choice, pricing),
        Pricing::FlexiblePaymentSchedule { currency, months, instalments } => {
            let total = Money::sum(instalments.iter().map(|part| Money::new(part.amount, *currency)))?;
            let details = vec![format!("{months} months, {} instalments", instalments.len())];
            Ok(Quote { total, months: Some(*months), details })
        }
        Pricing::PayAsYouGo { currency, .. } => {
            let total = estimate(choice.estimate, *currency, blanket)?;
            Ok(Quote { total, months: None, details: vec!["Usage, billed monthly".to_owned()] })
        }
        Pricing::Free => {
            Ok(Quote { total: Money::zero(Currency::USD), months: None, details: vec!["Free".into()] })
        }
        Pricing::Byol => {
            let details = vec!["With your own licence".to_owned()];
            Ok(Quote { total: Money::zero(Currency::USD), months: None, details })
        }
    }
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
    Ok(Quote { total, months: Some(months), details })
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

/// The civil date of a moment in UTC, by which schedules are reckoned.
pub fn date_of(moment: Timestamp) -> Date {
    moment.to_zoned(jiff::tz::TimeZone::UTC).date()
}
