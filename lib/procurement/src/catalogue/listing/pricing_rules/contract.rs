//! Contracts that are paid upfront: dimensions, each with a price for every length.

use iso_currency::Currency;

use super::{check_amount, check_count, check_months};
use crate::catalogue::listing::text;
use crate::catalogue::pricing::{ContractPrice, Dimension};
use crate::money::Money;

const MAX_DIMENSIONS: usize = 50;
/// The most characters of a dimension's key and unit.
const MAX_SHORT: usize = 40;

pub(super) fn check(currency: Currency, dimensions: &[Dimension]) -> Result<(), String> {
    if dimensions.is_empty() || dimensions.iter().any(|dimension| dimension.prices.is_empty()) {
        return Err("a contract needs at least one dimension, each with at least one price".to_owned());
    }
    check_count("dimensions", dimensions.len(), MAX_DIMENSIONS)?;
    for (index, dimension) in dimensions.iter().enumerate() {
        check_key(&dimension.key, &dimensions[..index])?;
        check_dimension(currency, dimension)
            .map_err(|problem| format!("dimension {}: {problem}", dimension.key))?;
    }
    same_lengths(dimensions)
}

fn check_key(key: &str, before: &[Dimension]) -> Result<(), String> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !(1..=MAX_SHORT).contains(&key.len()) || !key.bytes().all(fits) {
        let key: String = key.chars().take(60).collect();
        return Err(format!(
            "\"{key}\" cannot be a dimension's key; write 1 to {MAX_SHORT} of a-z, 0-9 and _"
        ));
    }
    if before.iter().any(|other| other.key == key) {
        return Err(format!("dimension {key} is there twice; give each its own key"));
    }
    Ok(())
}

fn check_dimension(currency: Currency, dimension: &Dimension) -> Result<(), String> {
    text::check("name", &dimension.name, text::MAX_NAME)?;
    text::check("unit", &dimension.unit, MAX_SHORT)?;
    for (index, ContractPrice { months, price }) in dimension.prices.iter().enumerate() {
        check_months(*months)?;
        check_amount(Money::new(*price, currency))?;
        if dimension.prices[..index].iter().any(|other| other.months == *months) {
            return Err(format!("there are two prices for {months} months; give one"));
        }
    }
    Ok(())
}

/// A requester chooses one length for all dimensions, so each needs a price for it.
fn same_lengths(dimensions: &[Dimension]) -> Result<(), String> {
    let Some((first, others)) = dimensions.split_first() else { return Ok(()) };
    let wanted = lengths(first);
    match others.iter().find(|other| lengths(other) != wanted) {
        None => Ok(()),
        Some(other) => Err(format!(
            "dimension {} is sold for {} months, but dimension {} for {}; give every dimension a price for the \
             same lengths",
            first.key,
            in_words(&wanted),
            other.key,
            in_words(&lengths(other))
        )),
    }
}

fn lengths(dimension: &Dimension) -> Vec<u16> {
    let mut lengths: Vec<u16> = dimension.prices.iter().map(|price| price.months).collect();
    lengths.sort_unstable();
    lengths
}

fn in_words(lengths: &[u16]) -> String {
    lengths.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
}
