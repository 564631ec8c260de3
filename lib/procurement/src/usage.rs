//! Usage of what is paid as it goes: metered, stated once a month on actual consumption, and held against what the
//! purchase order committed to (R17, R47).

mod meter;
mod statement;

use std::collections::{BTreeMap, BTreeSet};

use iso_currency::Currency;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

pub use meter::{Metered, Recorded, UsageError, UsageRecord, record};
pub use statement::{Stated, Statement, StatementLine, csv, state};

use crate::agreement::Agreement;
use crate::catalogue::{Pricing, Rate, date_of};
use crate::id::RequisitionId;
use crate::job::{Job, Task};
use crate::money::{Money, MoneyError};

/// Everything that was metered for an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageAccount {
    /// Counts the changes, for optimistic locking.
    pub version: u64,
    /// The request, under which the agreement is kept.
    pub requisition: RequisitionId,
    /// How much of each rate, by month, such as `2026-11`.
    pub months: BTreeMap<String, BTreeMap<String, Decimal>>,
    /// The months whose statement was made: nothing is added to them.
    #[serde(default)]
    pub stated: BTreeSet<String>,
    /// Whether it was told that usage has passed the estimate.
    #[serde(default)]
    pub overrun_told: bool,
}

/// What usage costs.
#[derive(Clone, Copy, Debug)]
pub struct Tariff<'a> {
    /// The currency of every rate.
    pub currency: Currency,
    /// What a unit costs.
    pub rates: &'a [Rate],
}

/// The month of a moment, as `2026-11`, in UTC.
pub fn month_of(at: Timestamp) -> String {
    date_of(at).strftime("%Y-%m").to_string()
}

/// The job that states the first month of an agreement, if it is paid as it goes.
pub fn first_job(agreement: &Agreement, now: Timestamp) -> Option<Job> {
    (agreement.pricing == "pay_as_you_go").then(|| statement_job(agreement, date_of(agreement.start), now))
}

/// The job that states the month of this day: early on the first day of the next one.
fn statement_job(agreement: &Agreement, day: Date, now: Timestamp) -> Job {
    let next = day.first_of_month().saturating_add(jiff::Span::new().months(1));
    let due = next.at(6, 0, 0, 0).to_zoned(TimeZone::UTC).map_or(Timestamp::MAX, |due| due.timestamp());
    let month = day.strftime("%Y-%m").to_string();
    let id = format!("statement-{}-{month}", agreement.id);
    Job::new(id, Task::Statement { requisition: agreement.requisition, month }, due, now)
}

// === impl Tariff ===

impl<'a> Tariff<'a> {
    /// The tariff of an offer that is paid as it goes.
    pub fn of(pricing: &'a Pricing) -> Option<Self> {
        match pricing {
            Pricing::PayAsYouGo { currency, rates } => Some(Self { currency: *currency, rates }),
            _ => None,
        }
    }

    /// What so many units of a rate cost in a month, rounded to what can be paid.
    pub fn amount(&self, rate: &Rate, quantity: Decimal) -> Result<Money, MoneyError> {
        let exact = rate.price.checked_mul(quantity).ok_or(MoneyError::TooLarge)?;
        let digits = u32::from(self.currency.exponent().unwrap_or(2));
        let amount = exact.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
        Ok(Money::new(amount, self.currency))
    }
}

// === impl UsageAccount ===

impl UsageAccount {
    /// One in which nothing was metered yet.
    pub fn new(requisition: RequisitionId) -> Self {
        let (months, stated) = (BTreeMap::new(), BTreeSet::new());
        Self { version: 0, requisition, months, stated, overrun_told: false }
    }

    /// What one month comes to.
    pub fn cost_of(&self, month: &str, tariff: &Tariff<'_>) -> Result<Money, MoneyError> {
        let none = Money::zero(tariff.currency);
        let Some(quantities) = self.months.get(month) else { return Ok(none) };
        let amounts = tariff
            .rates
            .iter()
            .filter_map(|rate| quantities.get(&rate.name).map(|quantity| tariff.amount(rate, *quantity)));
        amounts.into_iter().try_fold(none, |sum, amount| sum.plus(amount?))
    }

    /// What everything so far comes to.
    pub fn cost(&self, tariff: &Tariff<'_>) -> Result<Money, MoneyError> {
        self.months
            .keys()
            .try_fold(Money::zero(tariff.currency), |sum, month| sum.plus(self.cost_of(month, tariff)?))
    }
}
