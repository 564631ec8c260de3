//! An offer's pricing as the pages show it.

use iso_currency::Currency;
use procurement::catalogue::{ContractPrice, Dimension, Instalment, Offer, Pricing, Rate};
use procurement::money::Money;
use rust_decimal::Decimal;

use crate::words;

/// A pricing as the pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Price {
    /// Prices by dimension and contract length.
    Contract { rows: Vec<Row> },
    /// Instalments by date, and what they come to (R33).
    Schedule { months: String, total: String, parts: Vec<Part> },
    /// Rates of usage.
    Usage { rates: Vec<UsageRate> },
    /// Costs nothing.
    Free,
    /// The licence is bought elsewhere.
    Byol,
}

/// A dimension's prices, one for each length that it is sold for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub unit: String,
    pub prices: Vec<LengthPrice>,
}

/// What one costs for a contract of some length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LengthPrice {
    pub length: String,
    pub price: String,
}

/// An instalment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub due: String,
    pub amount: String,
}

/// What a unit of usage costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageRate {
    pub name: String,
    pub unit: String,
    pub price: String,
}

/// What an offer costs at the least, in a line.
pub fn from(offer: &Offer) -> String {
    match &offer.pricing {
        Pricing::Contract { currency, dimensions } => from_contract(*currency, dimensions),
        Pricing::FlexiblePaymentSchedule { currency, months, instalments } => {
            format!("{} for {}, in instalments", total(*currency, instalments), words::months(*months))
        }
        Pricing::PayAsYouGo { currency, rates } => from_rates(*currency, rates),
        Pricing::Free | Pricing::Byol => offer.pricing.label().to_owned(),
    }
}

fn from_contract(currency: Currency, dimensions: &[Dimension]) -> String {
    let prices = dimensions
        .iter()
        .flat_map(|one| one.prices.iter().map(move |price| (price.price, price.months, one)));
    match prices.min_by_key(|(price, months, _)| (*price, *months)) {
        Some((price, months, one)) => {
            format!("from {} per {}, {}", grouped(price, currency), one.unit, words::months(months))
        }
        None => String::new(),
    }
}

fn from_rates(currency: Currency, rates: &[Rate]) -> String {
    match rates.iter().min_by_key(|rate| rate.price) {
        Some(rate) => format!("from {} per {}", grouped(rate.price, currency), rate.unit),
        None => String::new(),
    }
}

fn grouped(amount: Decimal, currency: Currency) -> String {
    Money::new(amount, currency).grouped()
}

fn total(currency: Currency, instalments: &[Instalment]) -> String {
    let sum = Money::sum(instalments.iter().map(|part| Money::new(part.amount, currency)));
    sum.map_or_else(|error| error.to_string(), |total| total.grouped())
}

// === impl Price ===

impl From<&Pricing> for Price {
    fn from(pricing: &Pricing) -> Self {
        match pricing {
            Pricing::Contract { currency, dimensions } => {
                Self::Contract { rows: dimensions.iter().map(|one| Row::new(one, *currency)).collect() }
            }
            Pricing::FlexiblePaymentSchedule { currency, months, instalments } => Self::Schedule {
                months: words::months(*months),
                total: total(*currency, instalments),
                parts: instalments.iter().map(|part| Part::new(part, *currency)).collect(),
            },
            Pricing::PayAsYouGo { currency, rates } => {
                Self::Usage { rates: rates.iter().map(|rate| UsageRate::new(rate, *currency)).collect() }
            }
            Pricing::Free => Self::Free,
            Pricing::Byol => Self::Byol,
        }
    }
}

impl Row {
    fn new(dimension: &Dimension, currency: Currency) -> Self {
        let mut sold = dimension.prices.clone();
        sold.sort_by_key(|price| price.months);
        let price = |one: ContractPrice| LengthPrice {
            length: words::months(one.months),
            price: grouped(one.price, currency),
        };
        Self {
            name: dimension.name.clone(),
            unit: dimension.unit.clone(),
            prices: sold.into_iter().map(price).collect(),
        }
    }
}

impl Part {
    fn new(part: &Instalment, currency: Currency) -> Self {
        Self { due: part.due.in_words(), amount: grouped(part.amount, currency) }
    }
}

impl UsageRate {
    fn new(rate: &Rate, currency: Currency) -> Self {
        Self { name: rate.name.clone(), unit: rate.unit.clone(), price: grouped(rate.price, currency) }
    }
}
