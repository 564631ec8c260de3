//! What makes a returned cart (`PunchOutOrderMessage`) acceptable.

use super::amount::{decimal, money};
use super::tree::{Element, ReadError, read};
use super::{carrier, shape};
use crate::{Credential, Line, LineType, Operation};
use rust_decimal::Decimal;

/// Why a cart is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CartRejection {
    /// Nobody punched out under this number.
    #[error("there is no punch-out session {0}; start again from Shop Online")]
    UnknownSession(u32),
    /// The session was never let in, or is over.
    #[error("session {0} is over: another cart was returned from it; start again from Shop Online")]
    SessionOver(u32),
    /// The setup request of this session was never answered with a start page.
    #[error("session {0} was never opened; start again from Shop Online")]
    SessionNotOpen(u32),
    /// The requisition that was edited has been submitted meanwhile.
    #[error("requisition {0} is no cart any more; what was edited came too late")]
    RequisitionClosed(u32),
    /// The edited lines came back in a currency that the other lines do not have.
    #[error("the other lines of this requisition are in {0}; one requisition has one currency")]
    OtherCurrency(String),
    /// Neither field is in the form.
    #[error("the form has neither the field cXML-base64 nor cXML-urlencoded")]
    NoField,
    /// More than one of the fields is in the form.
    #[error("the form carries more than one cart; send either cXML-base64 or cXML-urlencoded, once")]
    SeveralFields,
    /// Field cXML-base64.
    #[error("the field cXML-base64 is not base64: {0}")]
    NotBase64(String),
    /// Field cXML-urlencoded.
    #[error("the field cXML-urlencoded holds characters beyond us-ascii; write them as &#NNN;")]
    NotAscii,
    /// No XML.
    #[error("the cart does not parse: {0}")]
    NotXml(#[from] ReadError),
    /// XML, but not a PunchOutOrderMessage.
    #[error("the cart is no cXML PunchOutOrderMessage")]
    NotACart,
    /// Not as the DTD has it.
    #[error("the cart is not valid: {0}")]
    Invalid(String),
    /// A secret passed through the browser.
    #[error("the cart holds a SharedSecret; everybody at the browser can read it")]
    SharedSecret,
    /// Another cookie.
    #[error("BuyerCookie is not the one that was sent: \"{0}\"")]
    BuyerCookie(String),
    /// `Message@inReplyTo` names something else.
    #[error("inReplyTo names \"{0}\", which is not this session's setup request")]
    InReplyTo(String),
    /// From or To is somebody else.
    #[error("{0} does not name {1} {2}")]
    Party(&'static str, String, String),
    /// The inspected cart came back with items.
    #[error("an inspection brings nothing back, yet the cart has {0} items")]
    ItemsAfterInspect(usize),
    /// Something is wrong with a line.
    #[error("line {line}: {problem}")]
    Line {
        /// Counted from 1 in the cart.
        line: usize,
        /// What and why.
        problem: String,
    },
    /// Total is no amount.
    #[error("Total: {0}")]
    Total(String),
    /// Total is another sum.
    #[error("Total is {written}, the lines make {sum}")]
    TotalIsNotTheSum {
        /// As written.
        written: Decimal,
        /// As computed.
        sum: Decimal,
    },
}

/// What the session was opened with.
pub(crate) struct Expected<'a> {
    pub(crate) buyer_cookie: &'a str,
    pub(crate) payload_id: &'a str,
    pub(crate) operation: Operation,
    pub(crate) supplier: &'a Credential,
    pub(crate) buyer: &'a Credential,
    pub(crate) units: &'a [String],
    pub(crate) amount_commodities: &'a [String],
}

/// A cart that was found acceptable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReturnedCart {
    /// The document, for the record and for recognising a repeat.
    pub(crate) poom: String,
    /// Status 204: the session ended and nothing changes.
    pub(crate) unchanged: bool,
    pub(crate) currency: String,
    pub(crate) operation_allowed: String,
    pub(crate) lines: Vec<Line>,
}

/// The document in a form, whether it is acceptable or not.
pub(crate) fn carried(fields: &[(String, String)]) -> Result<String, CartRejection> {
    carrier::document(fields).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Judges a cart against the session it claims to come from.
pub(crate) fn judge_cart(poom: &str, expected: &Expected<'_>) -> Result<ReturnedCart, CartRejection> {
    let tree = read(poom.as_bytes())?;
    let message =
        tree.root.child("Message").filter(|_| tree.root.name == "cXML").ok_or(CartRejection::NotACart)?;
    let cart = message.child("PunchOutOrderMessage").ok_or(CartRejection::NotACart)?;
    if tree.root.contains("SharedSecret") {
        return Err(CartRejection::SharedSecret);
    }
    shape::judge(&tree.root).map_err(CartRejection::Invalid)?;
    judge_origin(&tree.root, message, cart, expected)?;
    let header = cart.child("PunchOutOrderMessageHeader").ok_or(CartRejection::NotACart)?;
    let (total, currency) = money(header.child("Total")).map_err(CartRejection::Total)?;
    let lines = lines(cart, &currency, expected)?;
    judge_total(total, &lines)?;
    Ok(ReturnedCart {
        poom: poom.to_owned(),
        unchanged: message.child("Status").and_then(|status| status.attribute("code")) == Some("204"),
        currency,
        operation_allowed: header.attribute("operationAllowed").unwrap_or_default().to_owned(),
        lines,
    })
}

fn judge_origin(
    root: &Element,
    message: &Element,
    cart: &Element,
    expected: &Expected<'_>,
) -> Result<(), CartRejection> {
    let cookie = cart.text_at("BuyerCookie");
    if cookie != expected.buyer_cookie {
        return Err(CartRejection::BuyerCookie(cookie.to_owned()));
    }
    if let Some(other) = message.attribute("inReplyTo").filter(|id| *id != expected.payload_id) {
        return Err(CartRejection::InReplyTo(other.to_owned()));
    }
    judge_party(root, "From", expected.supplier)?;
    judge_party(root, "To", expected.buyer)
}

fn judge_party(root: &Element, role: &'static str, expected: &Credential) -> Result<(), CartRejection> {
    let party = root.child("Header").and_then(|header| header.child(role));
    let named = party.is_some_and(|party| {
        party
            .children_named("Credential")
            .map(|it| Credential::new(it.attribute("domain").unwrap_or_default(), it.text_at("Identity")))
            .any(|credential| credential.names_the_same_party_as(expected))
    });
    if named {
        Ok(())
    } else {
        Err(CartRejection::Party(role, expected.domain.clone(), expected.identity.clone()))
    }
}

fn lines(cart: &Element, currency: &str, expected: &Expected<'_>) -> Result<Vec<Line>, CartRejection> {
    let items: Vec<_> = cart.children_named("ItemIn").collect();
    if expected.operation == Operation::Inspect && !items.is_empty() {
        return Err(CartRejection::ItemsAfterInspect(items.len()));
    }
    let judged = items.into_iter().zip(1..);
    judged
        .map(|(item, number)| {
            line(item, currency, expected).map_err(|problem| CartRejection::Line { line: number, problem })
        })
        .collect()
}

/// One item; the number is given when it joins a requisition.
fn line(item: &Element, currency: &str, expected: &Expected<'_>) -> Result<Line, String> {
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

fn judge_total(written: Decimal, lines: &[Line]) -> Result<(), CartRejection> {
    let sum = lines
        .iter()
        .try_fold(Decimal::ZERO, |sum, line| sum.checked_add(line.amount()?))
        .ok_or_else(|| CartRejection::Total("the lines make more than can be counted".to_owned()))?;
    if sum == written { Ok(()) } else { Err(CartRejection::TotalIsNotTheSum { written, sum }) }
}

#[cfg(test)]
mod tests;
