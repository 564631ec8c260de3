//! What makes a returned cart (`PunchOutOrderMessage`) acceptable.

use super::amount::money;
use super::cart_line::line;
use super::rejection::CartRejection;
use super::tree::{Element, read};
use super::{carrier, shape};
use crate::{Credential, Line, Operation};
use rust_decimal::Decimal;

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

fn judge_total(written: Decimal, lines: &[Line]) -> Result<(), CartRejection> {
    let sum = lines
        .iter()
        .try_fold(Decimal::ZERO, |sum, line| sum.checked_add(line.amount()?))
        .ok_or_else(|| CartRejection::Total("the lines make more than can be counted".to_owned()))?;
    if sum == written { Ok(()) } else { Err(CartRejection::TotalIsNotTheSum { written, sum }) }
}

#[cfg(test)]
mod tests;
