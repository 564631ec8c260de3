//! What an offer costs, and what a requester's choice comes to.

use iso_currency::Currency;
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};

use super::currency;
use crate::money::Money;

/// How an offer is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "model", rename_all = "snake_case", deny_unknown_fields)]
pub enum Pricing {
    /// A contract for some months, paid upfront.
    Contract {
        /// The currency of every price.
        #[serde(deserialize_with = "currency::read")]
        currency: Currency,
        /// What can be had, each with its price by contract length.
        dimensions: Vec<Dimension>,
    },
    /// A contract paid in dated instalments (a flexible payment schedule, FPS).
    FlexiblePaymentSchedule {
        /// The currency of every instalment.
        #[serde(deserialize_with = "currency::read")]
        currency: Currency,
        /// The contract's length in months.
        months: u16,
        /// What is due when; their sum is the total contract value (R33).
        instalments: Vec<Instalment>,
    },
    /// Usage, billed monthly on actual consumption (PAYG).
    PayAsYouGo {
        /// The currency of every rate.
        #[serde(deserialize_with = "currency::read")]
        currency: Currency,
        /// What a unit of usage costs.
        rates: Vec<Rate>,
    },
    /// Costs nothing.
    #[serde(deserialize_with = "nothing_more")]
    Free,
    /// The licence is bought elsewhere ("bring your own licence").
    #[serde(deserialize_with = "nothing_more")]
    Byol,
    /// Costs nothing for some days, and then ends by itself. It is no free product: it needs an approval (R16), and has no
    /// invoice (R47).
    FreeTrial {
        /// How many days.
        days: u16,
    },
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
            Self::FreeTrial { .. } => "Free trial",
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
            Self::FreeTrial { .. } => "free_trial",
        }
    }

    /// The currency; free things are written in US dollars.
    pub const fn currency(&self) -> Currency {
        match self {
            Self::Contract { currency, .. }
            | Self::FlexiblePaymentSchedule { currency, .. }
            | Self::PayAsYouGo { currency, .. } => *currency,
            Self::Free | Self::Byol | Self::FreeTrial { .. } => Currency::USD,
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
            Self::PayAsYouGo { .. } | Self::Free | Self::Byol | Self::FreeTrial { .. } => Vec::new(),
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

/// The civil date of a moment in UTC, by which schedules are reckoned.
pub fn date_of(moment: Timestamp) -> Date {
    moment.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// A pricing without fields has none: serde would pass over whatever stands in it.
fn nothing_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Nothing {}
    Nothing::deserialize(deserializer).map(|Nothing {}| ())
}
