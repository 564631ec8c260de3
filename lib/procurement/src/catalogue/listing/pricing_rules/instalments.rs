//! Contracts that are paid in instalments (FPS).

use iso_currency::Currency;

use super::{MAX_MONTHS, check_amount, check_count, check_months};
use crate::catalogue::listing::problems::{Problems, each};
use crate::catalogue::pricing::{Due, Instalment};
use crate::money::Money;

const MAX_INSTALMENTS: usize = 120;

pub(super) fn check(currency: Currency, months: u16, instalments: &[Instalment]) -> Problems {
    let mut problems = each([check_months(months)]);
    if instalments.is_empty() {
        problems.push("a flexible payment schedule needs at least one instalment".to_owned());
    }
    if let Err(many) = check_count("instalments", instalments.len(), MAX_INSTALMENTS) {
        problems.push(many);
        return problems;
    }
    let of_part =
        |part: &Instalment| each([check_amount(Money::new(part.amount, currency)), check_due(part.due)]);
    problems.extend(instalments.iter().flat_map(of_part));
    problems
}

fn check_due(due: Due) -> Result<(), String> {
    match due {
        Due::AfterMonths(months) if months > MAX_MONTHS => {
            Err(format!("an instalment is due after {months} months; give at most {MAX_MONTHS}"))
        }
        Due::AfterMonths(_) | Due::On(_) => Ok(()),
    }
}
