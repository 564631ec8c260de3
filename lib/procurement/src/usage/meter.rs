//! Usage is recorded: each measurement once, however often it is sent.

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Tariff, UsageAccount, month_of};
use crate::agreement::{Agreement, Origin};
use crate::job::{Job, Task};
use crate::money::MoneyError;
use crate::requisition::{Happened, Requisition};

/// The most characters of a measurement's id.
const MAX_ID: usize = 100;
/// The most decimal places of a quantity.
const MAX_SCALE: u32 = 6;

/// A measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metered {
    /// Names it: the same one is recorded once.
    pub id: String,
    /// What was used, by the rate's name.
    pub rate: String,
    /// How much.
    pub quantity: Decimal,
    /// When it was used.
    pub at: Timestamp,
}

/// A measurement that was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageRecord {
    /// Names it.
    pub id: String,
    /// What was used.
    pub rate: String,
    /// How much.
    pub quantity: Decimal,
    /// When it was used.
    pub at: Timestamp,
    /// When that was recorded.
    pub recorded: Timestamp,
}

/// What is written for a measurement, in one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The measurement.
    pub record: UsageRecord,
    /// Everything that was metered, one version on.
    pub account: UsageAccount,
    /// The request, where usage passes the estimate.
    pub requisition: Option<Requisition>,
    /// The mail that tells of it.
    pub job: Option<Job>,
}

/// Why a measurement is not recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UsageError {
    /// Not paid as it goes.
    #[error("the subscription is not paid as it goes; only usage of pay-as-you-go subscriptions is recorded")]
    NotMetered,
    /// No name.
    #[error("name the measurement by an id of 1 to {MAX_ID} characters, so that it is recorded once")]
    Id,
    /// Nothing of that name is sold.
    #[error("\"{named}\" is not a rate of the offer; it has {known}")]
    Rate {
        /// What was said.
        named: String,
        /// What there is.
        known: String,
    },
    /// No quantity.
    #[error("the quantity must be greater than 0, with no more than {MAX_SCALE} decimal places")]
    Quantity,
    /// Before the subscription, or in the future.
    #[error("the usage must lie between the beginning of the subscription, {0}, and now")]
    Time(Timestamp),
    /// After the end.
    #[error("the subscription had ended by then")]
    Ended,
    /// Its statement was made.
    #[error("the statement of {0} was made; record the usage in the current month")]
    Stated(String),
    /// The amounts do not reckon.
    #[error("the usage cannot be priced: {0}")]
    Money(String),
}

/// Records a measurement.
pub fn record(
    agreement: &Agreement,
    requisition: &Requisition,
    account: UsageAccount,
    metered: Metered,
    now: Timestamp,
) -> Result<Recorded, UsageError> {
    let tariff = Tariff::of(&requisition.offer.pricing).ok_or(UsageError::NotMetered)?;
    check(agreement, &account, &tariff, &metered, now)?;
    let mut account = account;
    account.version += 1;
    let Metered { id, rate, quantity, at } = metered;
    let month = account.months.entry(month_of(at)).or_default();
    let sum = month.entry(rate.clone()).or_default();
    *sum = sum.checked_add(quantity).ok_or_else(|| UsageError::Money(MoneyError::TooLarge.to_string()))?;
    let (requisition, job) = overrun(agreement, requisition, &mut account, &tariff, now)?;
    Ok(Recorded { record: UsageRecord { id, rate, quantity, at, recorded: now }, account, requisition, job })
}

fn check(
    agreement: &Agreement,
    account: &UsageAccount,
    tariff: &Tariff<'_>,
    metered: &Metered,
    now: Timestamp,
) -> Result<(), UsageError> {
    if metered.id.is_empty() || metered.id.chars().count() > MAX_ID {
        return Err(UsageError::Id);
    }
    if !tariff.rates.iter().any(|rate| rate.name == metered.rate) {
        let known: Vec<String> = tariff.rates.iter().map(|rate| format!("\"{}\"", rate.name)).collect();
        let named = metered.rate.chars().take(60).collect();
        return Err(UsageError::Rate { named, known: known.join(", ") });
    }
    if metered.quantity <= Decimal::ZERO || metered.quantity.normalize().scale() > MAX_SCALE {
        return Err(UsageError::Quantity);
    }
    if metered.at < agreement.start || metered.at > now {
        return Err(UsageError::Time(agreement.start));
    }
    if agreement.ended.as_ref().is_some_and(|ending| metered.at > ending.at) {
        return Err(UsageError::Ended);
    }
    let month = month_of(metered.at);
    if account.stated.contains(&month) { Err(UsageError::Stated(month)) } else { Ok(()) }
}

/// Told once, when usage passes what the purchase order committed to: shown on the request, and mailed.
fn overrun(
    agreement: &Agreement,
    requisition: &Requisition,
    account: &mut UsageAccount,
    tariff: &Tariff<'_>,
    now: Timestamp,
) -> Result<(Option<Requisition>, Option<Job>), UsageError> {
    let cost = account.cost(tariff).map_err(|error| UsageError::Money(error.to_string()))?;
    let estimate = agreement.quote.total;
    // What was bought directly was not approved up to an amount, so there is none to pass.
    if agreement.origin == Origin::Direct
        || account.overrun_told
        || cost.currency != estimate.currency
        || cost.amount <= estimate.amount
    {
        return Ok((None, None));
    }
    account.overrun_told = true;
    let told =
        Happened::Overrun { used: cost, committed: estimate, order_id: agreement.order.order_id.clone() };
    let task = Task::OverrunMail { requisition: requisition.id, used: cost };
    let job = Job::new(format!("mail-overrun-{}", agreement.id), task, now, now);
    Ok((Some(requisition.clone().noted(told, now)), Some(job)))
}
