//! One item of a cart, with everything that the procurement system needs (R29).

use super::{Cart, CartError};
use crate::catalogue::Pricing;
use crate::reference::Reference;
use crate::requisition::Requisition;
use cxml::model::{Classification, Description, Extrinsic, ItemDetail, ItemId, ItemIn, Name, Url};

const LANGUAGE: &str = "en-US";

pub(super) fn item(cart: &Cart<'_>, index: usize, requisition: &Requisition) -> Result<ItemIn, CartError> {
    complete(cart, requisition)?;
    let product = &requisition.product;
    let reference = Reference { requisition: requisition.id, offer: requisition.offer.id.clone() };
    let reference = reference.sign_for(cart.connection.organisation.management_account, cart.references);
    let offer_url = offer_url(cart, &reference);
    let line = requisition.cart_line();
    Ok(ItemIn {
        quantity: Some(line.quantity),
        line_number: u32::try_from(index + 1).ok(),
        item_id: ItemId::new(product.id.as_str(), Some(reference)),
        detail: ItemDetail {
            unit_price: Some(line.unit_price.into()),
            descriptions: vec![description(requisition)],
            unit_of_measure: cart.connection.settings.unit_of_measure.clone(),
            classifications: vec![Classification::new("UNSPSC", line.unspsc)],
            manufacturer_part_id: Some(product.id.to_string()),
            manufacturer_name: Some(Name::new(LANGUAGE, &*product.seller)),
            url: Some(Url { name: None, address: offer_url.clone() }),
            extrinsics: extrinsics(requisition, offer_url, line.line_type),
            ..ItemDetail::default()
        },
        ..ItemIn::default()
    })
}

/// Coupa loses a cart whose items lack one of these, without a word to the requester.
fn complete(cart: &Cart<'_>, requisition: &Requisition) -> Result<(), CartError> {
    let product = &requisition.product;
    let needed = [
        ("name", product.name.as_str()),
        ("seller", product.seller.as_str()),
        ("unit of measure", cart.connection.settings.unit_of_measure.as_str()),
    ];
    match needed.into_iter().find(|(_, value)| value.trim().is_empty()) {
        None => Ok(()),
        Some((what, _)) => Err(CartError::Missing { item: product.name.clone(), what }),
    }
}

/// A test item says so where the approver reads first (R9).
fn description(requisition: &Requisition) -> Description {
    let test = if requisition.is_test() { "TEST, nothing will be bought: " } else { "" };
    let product = &requisition.product;
    let mut text =
        format!("{test}{} by {} ({})", product.name, product.seller, requisition.quote.details.join(", "));
    if let Some(months) =
        requisition.quote.months.filter(|_| matches!(requisition.offer.pricing, Pricing::Contract { .. }))
    {
        text.push_str(&format!(", {months} months"));
    }
    Description { short_name: Some(format!("{test}{}", product.name)), ..Description::new(LANGUAGE, text) }
}

/// The offer's page for whoever holds the cart or the order: approvers have no session, and a private
/// offer is nobody else's business, so the reference opens it.
fn offer_url(cart: &Cart<'_>, reference: &str) -> String {
    cart.marketplace.url(&format!("offers/{reference}")).into()
}

fn extrinsics(
    requisition: &Requisition,
    offer_url: String,
    line_type: Option<&'static str>,
) -> Vec<Extrinsic> {
    let offer = &requisition.offer;
    let mut named = vec![
        ("Seller", requisition.product.seller.clone()),
        ("ProductType", requisition.product.product_type.label().to_owned()),
        ("Pricing", offer.pricing.label().to_owned()),
        ("Offer", offer.id.to_string()),
        ("OfferRevision", offer.revision.to_string()),
        ("OfferURL", offer_url),
        ("AWSAccount", requisition.account.to_string()),
    ];
    if let Some(line_type) = line_type {
        named.push(("LineType", line_type.to_owned()));
    }
    if let Some(months) = requisition.quote.months {
        named.push(("TermMonths", months.to_string()));
    }
    if let Some(days) = requisition.quote.days {
        named.push(("TermDays", days.to_string()));
    }
    if let Some(end) = offer.expires {
        named.push(("OfferExpires", end.strftime("%Y-%m-%d").to_string()));
    }
    if requisition.is_test() {
        named.push(("TestMode", "TEST: nothing will be bought".to_owned()));
    }
    let mut extrinsics: Vec<Extrinsic> =
        named.into_iter().map(|(name, value)| Extrinsic::new(name, value)).collect();
    extrinsics.extend(instalments(&offer.pricing));
    extrinsics
}

/// The schedule of a contract that is paid in instalments (R33).
fn instalments(pricing: &Pricing) -> Vec<Extrinsic> {
    let Pricing::FlexiblePaymentSchedule { currency, instalments, .. } = pricing else { return Vec::new() };
    let numbered = instalments.iter().enumerate();
    numbered
        .map(|(index, part)| {
            let amount = crate::money::Money::new(part.amount, *currency);
            Extrinsic::new(format!("Instalment{}", index + 1), format!("{amount} {}", part.due.in_words()))
        })
        .collect()
}
