//! What makes one line of a cart acceptable.

use super::amount::{decimal, money};
use super::cart::Expected;
use super::tree::Element;
use crate::{Line, LineType};
use rust_decimal::Decimal;

/// One item; the number is given when it joins a requisition.
pub(super) fn line(item: &Element, currency: &str, expected: &Expected<'_>) -> Result<Line, String> {
    let detail = item.child("ItemDetail").ok_or("there is no ItemDetail")?;
    let (price, price_currency) =
        money(detail.child("UnitPrice")).map_err(|fault| format!("UnitPrice: {fault}"))?;
    if price_currency != currency {
        return Err(format!("the price is in {price_currency}, the total in {currency}"));
    }
    let unspsc = unspsc(detail)?;
    let extrinsics = extrinsics(item, detail);
    Ok(Line {
        number: 0,
        part: needed(item, "ItemID/SupplierPartID")?,
        auxiliary: needed(item, "ItemID/SupplierPartAuxiliaryID")?,
        description: needed(detail, "Description")?,
        quantity: quantity(item)?,
        unit: unit(detail, expected.units)?,
        price: not_negative(price)?,
        currency: price_currency,
        line_type: line_type(&extrinsics, &unspsc, expected.amount_commodities),
        unspsc,
        extrinsics,
    })
}

fn needed(element: &Element, path: &str) -> Result<String, String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let text = element.text_at(path);
    if text.is_empty() { Err(format!("{name} is empty or missing")) } else { Ok(text.to_owned()) }
}

fn quantity(item: &Element) -> Result<Decimal, String> {
    let quantity = decimal(item.attribute("quantity").unwrap_or_default())
        .map_err(|fault| format!("quantity: {fault}"))?;
    if quantity > Decimal::ZERO {
        Ok(quantity)
    } else {
        Err(format!("quantity is {quantity}; it must be above zero"))
    }
}

fn not_negative(price: Decimal) -> Result<Decimal, String> {
    if price >= Decimal::ZERO {
        Ok(price)
    } else {
        Err(format!("UnitPrice is {price}; it cannot be negative"))
    }
}

fn unit(detail: &Element, enabled: &[String]) -> Result<String, String> {
    let unit = needed(detail, "UnitOfMeasure")?;
    if enabled.contains(&unit) {
        Ok(unit)
    } else {
        Err(format!("the unit of measure {unit} is not enabled here, only {}", enabled.join(", ")))
    }
}

fn unspsc(detail: &Element) -> Result<String, String> {
    let of_unspsc =
        |it: &&Element| it.attribute("domain").is_some_and(|domain| domain.eq_ignore_ascii_case("UNSPSC"));
    let code = detail
        .children_named("Classification")
        .find(of_unspsc)
        .ok_or("there is no UNSPSC classification")?
        .text();
    if code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(code.to_owned())
    } else {
        Err(format!("\"{code}\" is no UNSPSC code of eight digits"))
    }
}

fn extrinsics(item: &Element, detail: &Element) -> Vec<(String, String)> {
    detail
        .children_named("Extrinsic")
        .chain(item.children_named("Extrinsic"))
        .map(|it| (it.attribute("name").unwrap_or_default().to_owned(), it.text().to_owned()))
        .collect()
}

/// By the extrinsic `LineType` (R19), else by what this customer orders by amount.
fn line_type(extrinsics: &[(String, String)], unspsc: &str, amount_commodities: &[String]) -> LineType {
    let said = extrinsics.iter().find(|(name, _)| name == "LineType").map(|(_, value)| value.as_str());
    let by_amount = match said {
        Some("Service" | "Amount") => true,
        Some("Material" | "Quantity") => false,
        _ => amount_commodities.iter().any(|beginning| unspsc.starts_with(beginning.as_str())),
    };
    if by_amount { LineType::Amount } else { LineType::Quantity }
}
