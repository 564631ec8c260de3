//! The tax on an invoice, reckoned once, when the invoice is made.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::connection::TaxRate;
use crate::money::Money;

/// A tax and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceTax {
    /// The rate as it was.
    pub rate: TaxRate,
    /// What it comes to.
    pub amount: Money,
}

// === impl InvoiceTax ===

impl InvoiceTax {
    /// The tax on this net amount, rounded half up to the currency's smallest unit.
    pub fn new(rate: &TaxRate, net: Money) -> Option<Self> {
        let exact = net.amount.checked_mul(rate.percent)?.checked_div(Decimal::ONE_HUNDRED)?;
        let digits = net.currency.exponent().map_or(2, u32::from);
        let amount = exact.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
        Some(Self { rate: rate.clone(), amount: Money::new(amount, net.currency) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iso_currency::Currency;

    fn tax(net: &str, percent: &str, currency: Currency) -> String {
        let rate = TaxRate {
            category: "vat".into(),
            percent: percent.parse().expect("a rate"),
            description: "VAT".into(),
        };
        let net = Money::new(net.parse().expect("an amount"), currency);
        InvoiceTax::new(&rate, net).expect("a tax").amount.to_string()
    }

    #[test]
    fn half_a_cent_is_rounded_up_and_a_yen_is_not_divided() {
        assert_eq!(tax("1200.00", "19", Currency::EUR), "228.00 EUR");
        assert_eq!(tax("0.50", "7", Currency::USD), "0.04 USD");
        assert_eq!(tax("3333.33", "8.875", Currency::USD), "295.83 USD");
        assert_eq!(tax("1005", "10", Currency::JPY), "101 JPY");
    }
}
