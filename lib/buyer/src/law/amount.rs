//! Amounts as they stand in documents.

use super::tree::Element;
use iso_currency::Currency;
use rust_decimal::Decimal;

/// `Money` below an element such as `UnitPrice` or `Total`: amount and currency code.
pub(super) fn money(element: Option<&Element>) -> Result<(Decimal, String), String> {
    let money = element.and_then(|element| element.child("Money")).ok_or("there is no Money element")?;
    let code = money.attribute("currency").unwrap_or_default();
    Currency::from_code(code).ok_or_else(|| format!("\"{code}\" is no ISO 4217 currency"))?;
    Ok((decimal(money.text())?, code.to_owned()))
}

/// A plain decimal number.
pub(super) fn decimal(text: &str) -> Result<Decimal, String> {
    Decimal::from_str_exact(text).map_err(|_| format!("\"{text}\" is no number"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::tree::read;

    fn money_in(xml: &str) -> Result<(Decimal, String), String> {
        money(Some(&read(xml.as_bytes()).map_err(|e| e.to_string())?.root))
    }

    #[test]
    fn an_amount_keeps_its_digits() {
        let total = money_in("<Total><Money currency='JPY'>1200000</Money></Total>");
        assert_eq!(total, Ok((Decimal::new(1_200_000, 0), "JPY".into())));
    }

    #[test]
    fn an_unknown_currency_or_a_wrong_number_is_refused() {
        assert!(money_in("<T><Money currency='ZZZ'>1</Money></T>").is_err());
        assert!(money_in("<T><Money currency='USD'>1,000.00</Money></T>").is_err());
        assert!(money_in("<T/>").is_err());
    }
}
