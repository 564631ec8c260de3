//! How amounts and times are shown to people.

use askama::{Result, Values};
use jiff::Timestamp;
use rust_decimal::Decimal;
use std::borrow::Borrow;
use std::time::Duration;

/// `12,345.60`, with the digits it has and at least none.
#[askama::filter_fn]
pub(crate) fn amount(value: impl Borrow<Decimal>, _: &dyn Values) -> Result<String> {
    Ok(grouped(value.borrow()))
}

/// `22 Nov 2026, 10:15:02 UTC`.
#[askama::filter_fn]
pub(crate) fn when(value: &Timestamp, _: &dyn Values) -> Result<String> {
    Ok(value.strftime("%-d %b %Y, %H:%M:%S UTC").to_string())
}

/// `23 ms`.
#[askama::filter_fn]
pub(crate) fn ms(value: &Duration, _: &dyn Values) -> Result<String> {
    Ok(format!("{} ms", value.as_millis()))
}

fn grouped(value: &Decimal) -> String {
    let text = value.to_string();
    let (whole, fraction) =
        text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut shown = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    if let Some(fraction) = fraction {
        shown.push('.');
        shown.push_str(fraction);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_by_thousands() {
        let shown = |number, scale| grouped(&Decimal::new(number, scale));
        assert_eq!(shown(1_234_560, 2), "12,345.60");
        assert_eq!(shown(999, 0), "999");
        assert_eq!(shown(-1_000_000, 0), "-1,000,000");
    }
}
