//! What the procurement system would refuse is found before an invoice is sent (R49).
//!
//! The document itself is held against the line of the purchase order: whatever made it, this reads it as the
//! receiver will.

use cxml::model::{
    Body, Document, InvoiceDetailOrder, InvoiceDetailRequest, InvoiceLine, InvoiceOrders, InvoicedOrder,
    Money as Price, Request,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::agreement::OrderLine;
use crate::money::Money;

/// Something that would be refused; the text tells what to set right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceFault {
    /// No invoice at all.
    #[error("the document is no invoice with lines for one order")]
    Shape,
    /// Another order.
    #[error("it names purchase order \"{found}\", not {ordered}")]
    Order {
        /// What the invoice says.
        found: String,
        /// The order.
        ordered: String,
    },
    /// Another line.
    #[error("it bills line {found}, but line {ordered} was ordered")]
    Line {
        /// What the invoice says.
        found: u32,
        /// The line.
        ordered: u32,
    },
    /// An item for a service line, or the other way round.
    #[error(
        "line {line} of the order is a {} line; the invoice line must be one as well",
        if *.is_service { "service" } else { "quantity" }
    )]
    Kind {
        /// The line.
        line: u32,
        /// Whether it buys an amount and not units.
        is_service: bool,
    },
    /// Another unit.
    #[error("line {line} is billed in \"{found}\", but was ordered in \"{ordered}\"")]
    Unit {
        /// The line.
        line: u32,
        /// What the invoice says.
        found: String,
        /// The unit.
        ordered: String,
    },
    /// Another part.
    #[error("line {line} bills part {found}, but {ordered} was ordered")]
    Part {
        /// The line.
        line: u32,
        /// What the invoice says.
        found: String,
        /// The part.
        ordered: String,
    },
    /// Another currency.
    #[error("it is in {found}, but the order is in {ordered}")]
    Currency {
        /// What the invoice says.
        found: String,
        /// The currency.
        ordered: String,
    },
    /// The sums do not add up.
    #[error("its {what} is {found}, but comes to {reckoned}")]
    Sum {
        /// Which.
        what: Sum,
        /// What the invoice says.
        found: Decimal,
        /// What it should be.
        reckoned: Decimal,
    },
    /// More than was ordered.
    #[error("with it {billed} would be billed, but {ordered} was ordered")]
    TooMuch {
        /// With this invoice.
        billed: Money,
        /// The order's line.
        ordered: Money,
    },
    /// Nothing, or less.
    #[error("it bills {0}, which is nothing")]
    Nothing(Decimal),
}

/// A sum of an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Sum {
    /// Of its line.
    #[error("line's subtotal")]
    Line,
    /// Of all lines.
    #[error("subtotal")]
    Subtotal,
    /// With tax.
    #[error("net amount")]
    Net,
}

/// Everything about this invoice that the order does not bear. `billed` is what was billed for the line before.
/// An empty list means: send it.
pub fn check(document: &Document, order: &OrderLine, billed: Money) -> Vec<InvoiceFault> {
    match invoice(document) {
        Some((request, order_of, line)) => {
            let mut faults: Vec<InvoiceFault> = of_order(order_of, order).into_iter().collect();
            faults.extend(of_line(line, order));
            faults.extend(of_sums(request, line, order));
            faults.extend(of_amount(line, order, billed));
            faults
        }
        None => vec![InvoiceFault::Shape],
    }
}

/// All faults as one sentence for people.
pub fn in_words(faults: &[InvoiceFault]) -> String {
    let texts: Vec<String> = faults.iter().map(ToString::to_string).collect();
    format!("found before sending, so nothing was sent: {}. Correct it and send it again.", texts.join("; "))
}

fn invoice(document: &Document) -> Option<(&InvoiceDetailRequest, &InvoiceDetailOrder, &InvoiceLine)> {
    let Body::Request { request: Request::InvoiceDetail(request), .. } = &document.body else { return None };
    let InvoiceOrders::Lines(orders) = &request.orders else { return None };
    let [order] = orders.as_slice() else { return None };
    let [line] = order.lines.as_slice() else { return None };
    Some((request, order, line))
}

fn of_order(found: &InvoiceDetailOrder, order: &OrderLine) -> Option<InvoiceFault> {
    let named = match &found.order_info.order {
        Some(InvoicedOrder::Reference(reference)) => reference.payload_id.as_str(),
        _ => "",
    };
    let differs = named != order.order_id || named.is_empty();
    differs.then(|| InvoiceFault::Order { found: named.to_owned(), ordered: order.order_id.clone() })
}

fn of_line(found: &InvoiceLine, order: &OrderLine) -> Vec<InvoiceFault> {
    let line = order.line;
    let (number, part, unit) = match found {
        InvoiceLine::Item(item) => (
            item.item_reference.line_number,
            item.item_reference.item_id.as_ref(),
            Some(item.unit_of_measure.clone()),
        ),
        InvoiceLine::Service(item) => (
            item.item_reference.line_number,
            item.item_reference.item_id.as_ref(),
            item.unit.as_ref().map(|(unit, _)| unit.clone()),
        ),
    };
    let mut faults = Vec::new();
    let number = number.unwrap_or_default();
    if number != line || number == 0 {
        faults.push(InvoiceFault::Line { found: number, ordered: line });
    }
    if matches!(found, InvoiceLine::Service(_)) != order.is_service {
        faults.push(InvoiceFault::Kind { line, is_service: order.is_service });
    }
    // A service may leave its unit out; units that are counted have one.
    if unit.as_ref().is_some_and(|unit| *unit != order.unit_of_measure || unit.is_empty()) {
        let (found, ordered) = (unit.unwrap_or_default(), order.unit_of_measure.clone());
        faults.push(InvoiceFault::Unit { line, found, ordered });
    }
    if let Some(part) = part.filter(|part| part.supplier_part_id != order.part_id) {
        let (found, ordered) = (part.supplier_part_id.clone(), order.part_id.clone());
        faults.push(InvoiceFault::Part { line, found, ordered });
    }
    faults
}

fn of_sums(request: &InvoiceDetailRequest, line: &InvoiceLine, order: &OrderLine) -> Vec<InvoiceFault> {
    let (summary, currency) = (&request.summary, order.unit_price.currency.code());
    let tax = summary.tax.as_ref().and_then(|tax| tax.amount.as_ref());
    let (subtotal, net) = (summary.subtotal_amount.as_ref(), summary.net_amount.as_ref());
    let prices = [subtotal, tax, net, summary.gross_amount.as_ref(), summary.due_amount.as_ref()];
    let foreign = prices.into_iter().flatten().chain(subtotal_of(line)).find(|one| one.currency != currency);
    let mut faults = Vec::new();
    if let Some(foreign) = foreign {
        let (found, ordered) = (foreign.currency.clone(), currency.to_owned());
        faults.push(InvoiceFault::Currency { found, ordered });
    }
    let amount = |price: Option<&Price>| price.map_or(Decimal::ZERO, |price| price.amount);
    let of_lines = amount(subtotal_of(line));
    let with_tax = of_lines.checked_add(amount(tax)).unwrap_or(Decimal::MAX);
    for (what, found, reckoned) in [
        (Sum::Line, of_lines, quantity_times_price(line).unwrap_or(of_lines)),
        (Sum::Subtotal, amount(subtotal), of_lines),
        (Sum::Net, amount(net), with_tax),
    ] {
        if found != reckoned {
            faults.push(InvoiceFault::Sum { what, found, reckoned });
        }
    }
    faults
}

fn of_amount(line: &InvoiceLine, order: &OrderLine, billed: Money) -> Option<InvoiceFault> {
    let amount = subtotal_of(line).map_or(Decimal::ZERO, |price| price.amount);
    if amount <= Decimal::ZERO {
        return Some(InvoiceFault::Nothing(amount));
    }
    let ordered = order.unit_price.times(order.quantity).ok()?;
    let billed = billed.plus(Money::new(amount, billed.currency)).ok()?;
    (billed.currency == ordered.currency && billed.amount > ordered.amount)
        .then_some(InvoiceFault::TooMuch { billed, ordered })
}

fn subtotal_of(line: &InvoiceLine) -> Option<&Price> {
    match line {
        InvoiceLine::Item(item) => item.subtotal_amount.as_ref(),
        InvoiceLine::Service(item) => item.subtotal_amount.as_ref(),
    }
}

fn quantity_times_price(line: &InvoiceLine) -> Option<Decimal> {
    let InvoiceLine::Item(item) = line else { return None };
    item.unit_price.as_ref()?.amount.checked_mul(item.quantity?)
}
