//! Currencies as files and records write them.

use iso_currency::Currency;
use serde::{Deserialize, Deserializer, de::Error};

/// Reads the code of a currency that can be paid in. The message names the code and not, as a derived
/// one would, all the others that there are.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
    let code = String::deserialize(deserializer)?;
    // Gold, drawing rights and "no currency" have codes too, but no smallest unit.
    Currency::from_code(&code).filter(|currency| currency.exponent().is_some()).ok_or_else(|| {
        let code: String = code.chars().take(20).collect();
        D::Error::custom(format!(
            "\"{code}\" is not a currency; write the code of ISO 4217 in capitals, such as USD"
        ))
    })
}
