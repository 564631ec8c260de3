//! Invoices: numbers, documents, and what an answer means (R46–R48).

mod answered;
mod cancelled;
mod checked;
mod corrected;
mod document;
mod issued;
mod sheet;

use jiff::Timestamp;
use procurement::agreement::Agreement;
use procurement::catalogue::Pricing;
use procurement::id::InvoiceId;
use procurement::invoice::{Invoice, InvoiceCounter, issue};
use procurement::order::Outcome;

use crate::example::{Desk, connection, now, order, requested, uuid};

/// The agreement of a request under this pricing, ordered by line 7 of PO-1.
fn agreement(pricing: Pricing) -> Agreement {
    let requests = [requested(1, &connection(), pricing)];
    let mut order = order("PO-1", &requests);
    order.items[0].line_number = Some(7);
    match Desk::with(&requests).decide(&order) {
        Outcome::Accepted(mut acceptance) => acceptance.lines.remove(0).agreement,
        other => panic!("{}", other.answer().text),
    }
}

fn issued(
    agreement: &Agreement,
    instalment: usize,
    counter: u64,
    at: Timestamp,
) -> (Invoice, InvoiceCounter) {
    let (id, payload_id) = (InvoiceId::new(uuid(0xf0)), "invoice-1@market.example".to_owned());
    issue(agreement, instalment, InvoiceCounter { version: counter }, id, payload_id, at).expect("an invoice")
}

fn invoice(agreement: &Agreement, instalment: usize) -> Invoice {
    issued(agreement, instalment, 41, now()).0
}
