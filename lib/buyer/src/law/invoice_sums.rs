//! The summary of an invoice against its lines.

use super::amount::money;
use super::tree::Element;
use super::verdict::{Verdict, refuse, status};
use crate::invoice::InvoiceLine;
use rust_decimal::Decimal;

/// The amounts of an invoice's summary.
pub(super) struct Sums {
    pub(super) subtotal: Decimal,
    pub(super) tax: Decimal,
    pub(super) net: Decimal,
}

/// Subtotal is the sum of the lines; net is subtotal, tax and charges less the discount.
pub(super) fn judge_summary(summary: &Element, lines: &[InvoiceLine], currency: &str) -> Verdict<Sums> {
    let amount = |name: &str| summary.child(name).map_or(Ok(Decimal::ZERO), |it| in_currency(it, currency));
    let sums = Sums { subtotal: amount("SubtotalAmount")?, tax: amount("Tax")?, net: amount("NetAmount")? };
    let (handling, shipping) = (amount("SpecialHandlingAmount")?, amount("ShippingAmount")?);
    let discount = amount("InvoiceDetailDiscount")?;
    let of_lines = add(lines.iter().map(|line| line.amount))?;
    if sums.subtotal != of_lines {
        return refuse(417, format!("SubtotalAmount is {}, the lines make {of_lines}", sums.subtotal));
    }
    let net = add([sums.subtotal, sums.tax, handling, shipping, -discount])?;
    if sums.net != net {
        return refuse(417, format!("NetAmount is {}, it should be {net}", sums.net));
    }
    Ok(sums)
}

fn add(amounts: impl IntoIterator<Item = Decimal>) -> Verdict<Decimal> {
    let sum = amounts.into_iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount));
    sum.ok_or_else(|| status(417, "The amounts make more than can be counted"))
}

/// An amount in the order's currency.
pub(super) fn in_currency(element: &Element, currency: &str) -> Verdict<Decimal> {
    match money(Some(element)) {
        Err(fault) => refuse(417, format!("{}: {fault}", element.name)),
        Ok((_, other)) if other != currency => {
            refuse(417, format!("{} is in {other}, the order is in {currency}", element.name))
        }
        Ok((amount, _)) => Ok(amount),
    }
}
