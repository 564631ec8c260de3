//! What a price list must keep, so that every choice from it can be priced and invoiced.

mod contract;
mod instalments;
mod usage;

use rust_decimal::Decimal;

use super::problems::{Problems, each};
use crate::catalogue::pricing::Pricing;
use crate::money::Money;

/// The longest contract, in months.
const MAX_MONTHS: u16 = 120;
/// The longest trial, in days.
const MAX_DAYS: u16 = 365;
/// The most of a single price, in major units; a sum of prices then never is too large.
const MAX_AMOUNT: i64 = 1_000_000_000_000;

pub(super) fn check(pricing: &Pricing) -> Problems {
    match pricing {
        Pricing::Contract { currency, dimensions } => contract::check(*currency, dimensions),
        Pricing::FlexiblePaymentSchedule { currency, months, instalments } => {
            instalments::check(*currency, *months, instalments)
        }
        Pricing::PayAsYouGo { rates, .. } => usage::check(rates),
        Pricing::Free | Pricing::Byol => Problems::new(),
        Pricing::FreeTrial { days } => each([check_days(*days)]),
    }
}

fn check_months(months: u16) -> Result<(), String> {
    if (1..=MAX_MONTHS).contains(&months) {
        Ok(())
    } else {
        Err(format!("a contract of {months} months is not possible; give 1 to {MAX_MONTHS}"))
    }
}

fn check_days(days: u16) -> Result<(), String> {
    if (1..=MAX_DAYS).contains(&days) {
        Ok(())
    } else {
        Err(format!("a trial of {days} days is not possible; give 1 to {MAX_DAYS}"))
    }
}

fn check_amount(amount: Money) -> Result<(), String> {
    if !amount.is_payable() {
        return Err(format!(
            "{amount} cannot be paid: amounts are not negative and have no fraction of the currency's smallest unit"
        ));
    }
    check_size(amount.amount)
}

fn check_size(amount: Decimal) -> Result<(), String> {
    if amount > Decimal::from(MAX_AMOUNT) {
        Err(format!("{amount} is too much; give at most {MAX_AMOUNT}"))
    } else {
        Ok(())
    }
}

fn check_count(what: &str, count: usize, most: usize) -> Result<(), String> {
    if count > most { Err(format!("there are {count} {what}; give at most {most}")) } else { Ok(()) }
}
