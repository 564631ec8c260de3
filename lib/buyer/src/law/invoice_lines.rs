//! Invoice lines against the lines of the order.

use super::amount::decimal;
use super::invoice_sums::in_currency;
use super::tree::Element;
use super::verdict::{Verdict, refuse};
use crate::invoice::InvoiceLine;
use crate::{Line, LineType, PurchaseOrder};
use rust_decimal::Decimal;

/// Judges every line below `InvoiceDetailOrder`.
pub(super) fn judge_lines(lines_of: &Element, order: &PurchaseOrder) -> Verdict<Vec<InvoiceLine>> {
    let items = lines_of.children.iter().filter(|child| child.name != "InvoiceDetailOrderInfo");
    let lines = items.map(|item| judge_line(item, order)).collect::<Verdict<Vec<_>>>()?;
    let repeated =
        lines.iter().enumerate().find(|(at, line)| lines[..*at].iter().any(|it| it.number == line.number));
    match repeated {
        Some((_, line)) => refuse(417, format!("invoiceLineNumber {} is used twice", line.number)),
        None => Ok(lines),
    }
}

fn judge_line(item: &Element, order: &PurchaseOrder) -> Verdict<InvoiceLine> {
    let service = item.name == "InvoiceDetailServiceItem";
    let reference =
        item.child(if service { "InvoiceDetailServiceItemReference" } else { "InvoiceDetailItemReference" });
    let ordered = ordered_line(reference, order)?;
    judge_kind(service, ordered)?;
    judge_unit(item, service, ordered)?;
    judge_part(reference, ordered)?;
    let quantity = quantity(item, service)?;
    Ok(InvoiceLine {
        number: line_number(item.attribute("invoiceLineNumber"))?,
        order_line: ordered.number,
        quantity,
        amount: amount(item, quantity, &order.currency)?,
        description: reference.map_or("", |it| it.text_at("Description")).to_owned(),
        service,
    })
}

fn line_number(written: Option<&str>) -> Verdict<u32> {
    let written = written.unwrap_or_default().trim();
    written.parse().or_else(|_| refuse(417, format!("the line number \"{written}\" is no number")))
}

fn ordered_line<'a>(reference: Option<&Element>, order: &'a PurchaseOrder) -> Verdict<&'a Line> {
    let number = line_number(reference.and_then(|it| it.attribute("lineNumber")))?;
    match order.lines.iter().find(|line| line.number == number) {
        Some(line) => Ok(line),
        None => refuse(500, format!("Purchase order {} has no line {number}", order.number)),
    }
}

/// A service line of the order needs a service item, any other an item.
fn judge_kind(service: bool, ordered: &Line) -> Verdict<()> {
    match (ordered.line_type, service) {
        (LineType::Amount, false) => {
            refuse(500, format!("Line {} is a service line; send InvoiceDetailServiceItem", ordered.number))
        }
        (LineType::Quantity, true) => {
            refuse(500, format!("Line {} is ordered by quantity; send InvoiceDetailItem", ordered.number))
        }
        _ => Ok(()),
    }
}

/// A service item may leave the unit out; where there is one it must be the order's.
fn judge_unit(item: &Element, service: bool, ordered: &Line) -> Verdict<()> {
    let unit = item.text_at("UnitOfMeasure");
    if unit == ordered.unit || (service && unit.is_empty()) {
        return Ok(());
    }
    refuse(500, format!("Line {} is ordered in {}, not in \"{unit}\"", ordered.number, ordered.unit))
}

fn judge_part(reference: Option<&Element>, ordered: &Line) -> Verdict<()> {
    let part = reference.map_or("", |it| it.text_at("ItemID/SupplierPartID"));
    if part.is_empty() || part == ordered.part {
        return Ok(());
    }
    refuse(417, format!("Line {} is part {}, not {part}", ordered.number, ordered.part))
}

fn quantity(item: &Element, service: bool) -> Verdict<Decimal> {
    let written = match item.attribute("quantity") {
        None if service => return Ok(Decimal::ONE),
        written => written.unwrap_or_default(),
    };
    match decimal(written) {
        Ok(quantity) if quantity > Decimal::ZERO => Ok(quantity),
        _ => refuse(417, format!("quantity \"{written}\" is not above zero")),
    }
}

/// SubtotalAmount and quantity times unit price, which must agree where both are there.
fn amount(item: &Element, quantity: Decimal, currency: &str) -> Verdict<Decimal> {
    let read = |name: &str| item.child(name).map(|it| in_currency(it, currency)).transpose();
    let computed = read("UnitPrice")?.and_then(|price| price.checked_mul(quantity));
    match (read("SubtotalAmount")?, computed) {
        (Some(written), Some(computed)) if written != computed => {
            refuse(417, format!("SubtotalAmount is {written}, quantity times unit price is {computed}"))
        }
        (Some(amount), _) | (None, Some(amount)) => Ok(amount),
        (None, None) => refuse(417, "a line has neither SubtotalAmount nor UnitPrice"),
    }
}
