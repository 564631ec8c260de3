//! What an invoice says on paper and in a table: the same for the PDF and the CSV (R12).

use super::Invoice;
use super::build::{counted, what};
use crate::agreement::Agreement;
use crate::catalogue::date_of;
use crate::marketplace::Marketplace;

/// An invoice for people, every value as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// `Invoice` or `Credit note`.
    pub title: &'static str,
    /// Who bills.
    pub from: String,
    /// Its number.
    pub number: String,
    /// The day it was made, as `2026-11-21`.
    pub date: String,
    /// The invoice that it takes back.
    pub credits: Option<String>,
    /// The account that was subscribed.
    pub account: String,
    /// Who asked for it.
    pub requester: String,
    /// The purchase order's number.
    pub order: String,
    /// The line of the order.
    pub line: u32,
    /// The part number.
    pub part: String,
    /// What is billed.
    pub what: String,
    /// Who sells it.
    pub seller: String,
    /// How many, as the order counts (R19).
    pub quantity: String,
    /// The unit of measure.
    pub unit: String,
    /// `EUR`.
    pub currency: String,
    /// Without tax.
    pub net: String,
    /// The tax' name, or nothing.
    pub tax_name: String,
    /// The tax' rate in per cent, or nothing.
    pub tax_percent: String,
    /// The tax.
    pub tax: String,
    /// With tax.
    pub gross: String,
}

// === impl Sheet ===

impl Sheet {
    /// The invoice as people read it.
    pub fn new(invoice: &Invoice, agreement: &Agreement, marketplace: &Marketplace) -> Self {
        let line = invoice.order_line(agreement);
        let sign = if invoice.is_credit() { "-" } else { "" };
        let rate = invoice.tax.as_ref().map(|tax| &tax.rate);
        let tax = invoice.tax.as_ref().map(|tax| tax.amount);
        let amount = |money: crate::money::Money| match money.amount.is_zero() {
            true => money.amount_text(),
            false => format!("{sign}{}", money.amount_text()),
        };
        Self {
            title: if invoice.is_credit() { "Credit note" } else { "Invoice" },
            from: marketplace.name.clone(),
            number: invoice.number.clone(),
            date: date_of(invoice.created).to_string(),
            credits: invoice.credits.as_ref().map(|credited| credited.number.clone()),
            account: agreement.account.to_string(),
            requester: agreement.requester.name.clone(),
            quantity: counted(invoice, &line).0.to_string(),
            order: line.order_id,
            line: line.line,
            part: line.part_id,
            what: what(invoice, agreement),
            seller: agreement.product.seller.clone(),
            unit: line.unit_of_measure,
            currency: invoice.amount.currency.code().to_owned(),
            net: amount(invoice.amount),
            tax_name: rate.map(|rate| rate.description.clone()).unwrap_or_default(),
            tax_percent: rate.map(|rate| rate.percent.normalize().to_string()).unwrap_or_default(),
            tax: amount(tax.unwrap_or(crate::money::Money::zero(invoice.amount.currency))),
            gross: amount(invoice.gross()),
        }
    }
}
