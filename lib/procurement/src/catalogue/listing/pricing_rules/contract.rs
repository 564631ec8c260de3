//! Contracts that are paid upfront: dimensions, each with a price for every length.

use iso_currency::Currency;

use super::{check_amount, check_count, check_months};
use crate::catalogue::listing::problems::{Problems, each, within};
use crate::catalogue::listing::text;
use crate::catalogue::pricing::{ContractPrice, Dimension};
use crate::money::Money;

const MAX_DIMENSIONS: usize = 50;
/// The most characters of a dimension's key and unit.
const MAX_SHORT: usize = 40;
/// The most characters of a key that is quoted.
const MAX_QUOTED: usize = 60;

pub(super) fn check(currency: Currency, dimensions: &[Dimension]) -> Problems {
    if dimensions.is_empty() || dimensions.iter().any(|dimension| dimension.prices.is_empty()) {
        return vec!["a contract needs at least one dimension, each with at least one price".to_owned()];
    }
    if let Err(many) = check_count("dimensions", dimensions.len(), MAX_DIMENSIONS) {
        return vec![many];
    }
    let mut problems = Problems::new();
    for (index, dimension) in dimensions.iter().enumerate() {
        problems.extend(check_key(&dimension.key, &dimensions[..index]).err());
        let place = format!("dimension {}", quoted(&dimension.key));
        problems.extend(within(&place, check_dimension(currency, dimension)));
    }
    // Lengths that are wrong by themselves would be told twice.
    if problems.is_empty() { different_lengths(dimensions) } else { problems }
}

fn quoted(key: &str) -> String {
    key.chars().take(MAX_QUOTED).collect()
}

fn check_key(key: &str, before: &[Dimension]) -> Result<(), String> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !(1..=MAX_SHORT).contains(&key.len()) || !key.bytes().all(fits) {
        return Err(format!(
            "\"{}\" cannot be a dimension's key; write 1 to {MAX_SHORT} of a-z, 0-9 and _",
            quoted(key)
        ));
    }
    if before.iter().any(|other| other.key == key) {
        return Err(format!("dimension {key} is there twice; give each its own key"));
    }
    Ok(())
}

fn check_dimension(currency: Currency, dimension: &Dimension) -> Problems {
    let mut problems = each([
        text::check("name", &dimension.name, text::MAX_NAME),
        text::check("unit", &dimension.unit, MAX_SHORT),
    ]);
    for (index, ContractPrice { months, price }) in dimension.prices.iter().enumerate() {
        let before = dimension.prices[..index].iter().filter(|other| other.months == *months).count();
        problems.extend(each([
            check_months(*months),
            check_amount(Money::new(*price, currency)),
            // Told at the second one, however many there are.
            if before == 1 {
                Err(format!("there are two prices for {months} months; give one"))
            } else {
                Ok(())
            },
        ]));
    }
    problems
}

/// A requester chooses one length for all dimensions, so each needs a price for it.
fn different_lengths(dimensions: &[Dimension]) -> Problems {
    let Some((first, others)) = dimensions.split_first() else { return Problems::new() };
    let wanted = lengths(first);
    let different = others.iter().map(|other| (other, lengths(other))).filter(|(_, other)| *other != wanted);
    different
        .map(|(other, found)| {
            format!(
                "dimension {} is sold for {} months, but dimension {} for {}; give every dimension a price for the \
                 same lengths",
                first.key,
                in_words(&wanted),
                other.key,
                in_words(&found)
            )
        })
        .collect()
}

fn lengths(dimension: &Dimension) -> Vec<u16> {
    let mut lengths: Vec<u16> = dimension.prices.iter().map(|price| price.months).collect();
    lengths.sort_unstable();
    lengths
}

fn in_words(lengths: &[u16]) -> String {
    lengths.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
}
