//! An offer's pricing as the pages show it.

use iso_currency::Currency;
use procurement::catalogue::{ContractPrice, Dimension, Instalment, Offer, Pricing, Rate};
use procurement::money::Money;

use crate::texts::Texts;

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
    /// Costs nothing for so long.
    Trial { length: String },
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
pub fn from(offer: &Offer, t: &Texts) -> String {
    match &offer.pricing {
        Pricing::Contract { currency, dimensions } => from_contract(*currency, dimensions, t),
        Pricing::FlexiblePaymentSchedule { currency, months, instalments } => {
            (t.price.from_schedule)(&total(*currency, instalments, t), &(t.formats.months)(*months))
        }
        Pricing::PayAsYouGo { currency, rates } => from_rates(*currency, rates, t),
        Pricing::Free | Pricing::Byol => (t.formats.pricing)(offer.pricing.key()).to_owned(),
        Pricing::FreeTrial { days } => (t.price.trial_of)(&(t.formats.days)(*days)),
    }
}

fn from_contract(currency: Currency, dimensions: &[Dimension], t: &Texts) -> String {
    let prices = dimensions
        .iter()
        .flat_map(|one| one.prices.iter().map(move |price| (price.price, price.months, one)));
    match prices.min_by_key(|(price, months, _)| (*price, *months)) {
        Some((price, months, one)) => {
            let price = t.formats.amount(price, currency);
            (t.price.from_contract)(&price, &one.unit, &(t.formats.months)(months))
        }
        None => String::new(),
    }
}

fn from_rates(currency: Currency, rates: &[Rate], t: &Texts) -> String {
    match rates.iter().min_by_key(|rate| rate.price) {
        Some(rate) => (t.price.from_rate)(&t.formats.amount(rate.price, currency), &rate.unit),
        None => String::new(),
    }
}

fn total(currency: Currency, instalments: &[Instalment], t: &Texts) -> String {
    let sum = Money::sum(instalments.iter().map(|part| Money::new(part.amount, currency)));
    sum.map_or_else(|error| error.to_string(), t.formats.money)
}

// === impl Price ===

impl Price {
    pub fn new(pricing: &Pricing, t: &Texts) -> Self {
        let amount = |amount, currency: &Currency| t.formats.amount(amount, *currency);
        match pricing {
            Pricing::Contract { currency, dimensions } => {
                Self::Contract { rows: dimensions.iter().map(|one| Row::new(one, *currency, t)).collect() }
            }
            Pricing::FlexiblePaymentSchedule { currency, months, instalments } => {
                let part = |part: &Instalment| Part {
                    due: (t.formats.due)(&part.due),
                    amount: amount(part.amount, currency),
                };
                Self::Schedule {
                    months: (t.formats.months)(*months),
                    total: total(*currency, instalments, t),
                    parts: instalments.iter().map(part).collect(),
                }
            }
            Pricing::PayAsYouGo { currency, rates } => {
                let rate = |rate: &Rate| UsageRate {
                    name: rate.name.clone(),
                    unit: rate.unit.clone(),
                    price: amount(rate.price, currency),
                };
                Self::Usage { rates: rates.iter().map(rate).collect() }
            }
            Pricing::Free => Self::Free,
            Pricing::Byol => Self::Byol,
            Pricing::FreeTrial { days } => Self::Trial { length: (t.formats.days)(*days) },
        }
    }
}

impl Row {
    fn new(dimension: &Dimension, currency: Currency, t: &Texts) -> Self {
        let mut sold = dimension.prices.clone();
        sold.sort_by_key(|price| price.months);
        let price = |one: ContractPrice| LengthPrice {
            length: (t.formats.months)(one.months),
            price: t.formats.amount(one.price, currency),
        };
        Self {
            name: dimension.name.clone(),
            unit: dimension.unit.clone(),
            prices: sold.into_iter().map(price).collect(),
        }
    }
}
