//! Usage that is billed monthly (PAYG).

use rust_decimal::Decimal;

use super::{check_count, check_size};
use crate::catalogue::listing::problems::{Problems, each};
use crate::catalogue::listing::text;
use crate::catalogue::pricing::Rate;

const MAX_RATES: usize = 50;
const MAX_UNIT: usize = 40;

pub(super) fn check(rates: &[Rate]) -> Problems {
    if rates.is_empty() {
        return vec!["pay as you go needs at least one rate".to_owned()];
    }
    match check_count("rates", rates.len(), MAX_RATES) {
        Ok(()) => rates.iter().flat_map(check_rate).collect(),
        Err(many) => vec![many],
    }
}

fn check_rate(rate: &Rate) -> Problems {
    each([
        text::check("rate's name", &rate.name, text::MAX_NAME),
        text::check("rate's unit", &rate.unit, MAX_UNIT),
        check_price(rate),
    ])
}

/// A rate may be a fraction of a cent. One of 0 charges nothing, which is another pricing model (R16).
fn check_price(rate: &Rate) -> Result<(), String> {
    if rate.price <= Decimal::ZERO {
        return Err(format!(
            "the rate \"{}\" is {}; give a price above 0, or the pricing model \"free\"",
            rate.name, rate.price
        ));
    }
    check_size(rate.price)
}
