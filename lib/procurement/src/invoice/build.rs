//! The invoice as a document: an InvoiceDetailRequest as Coupa needs it (R46).

use cxml::Secret;
use cxml::model::{
    Contact, Description, Document, Header, InvoiceDetailHeaderIndicator, InvoiceDetailHeaderOrder,
    InvoiceDetailItem, InvoiceDetailItemReference, InvoiceDetailOrder, InvoiceDetailOrderInfo,
    InvoiceDetailOrderSummary, InvoiceDetailRequest, InvoiceDetailRequestHeader, InvoiceDetailServiceItem,
    InvoiceDetailServiceItemReference, InvoiceDetailSummary, InvoiceLine, InvoiceOperation, InvoiceOrders,
    InvoicePartner, InvoicePurpose, InvoicedOrder, ItemId, Money as Price, Name, OrderReference, Request,
    Tax, TaxDetail,
};
use jiff::Timestamp;
use rust_decimal::Decimal;

use super::{Invoice, InvoiceState};
use crate::agreement::{Agreement, OrderLine};
use crate::cart::credential;
use crate::connection::InvoiceDelivery;
use crate::marketplace::Marketplace;
use crate::money::Money;

const LANGUAGE: &str = "en-US";

/// The invoice's document. It is the same at every try: payloadID, timestamp and number belong to
/// the invoice (R48).
pub fn build(
    invoice: &Invoice,
    agreement: &Agreement,
    delivery: &InvoiceDelivery,
    secret: Secret,
    marketplace: &Marketplace,
) -> Document {
    let request = InvoiceDetailRequest {
        header: request_header(invoice, agreement, marketplace),
        orders: orders(invoice, agreement),
        summary: summary(invoice),
    };
    document(&invoice.payload_id, invoice.created, request, delivery, secret)
}

/// The document that asks the procurement system to forget the invoice: `operation="delete"`, with the invoice's
/// payloadID in its DocumentReference.
pub fn withdrawal(
    invoice: &Invoice,
    agreement: &Agreement,
    delivery: &InvoiceDelivery,
    secret: Secret,
    marketplace: &Marketplace,
) -> Document {
    let header = InvoiceDetailRequestHeader {
        operation: InvoiceOperation::Delete,
        document_reference: Some(invoice.payload_id.clone()),
        ..request_header(invoice, agreement, marketplace)
    };
    let request =
        InvoiceDetailRequest { header, orders: orders(invoice, agreement), summary: summary(invoice) };
    let payload_id = format!("withdrawal-{}", invoice.payload_id);
    let since = match invoice.state {
        InvoiceState::Withdrawing { since } => since,
        _ => invoice.created,
    };
    document(&payload_id, since, request, delivery, secret)
}

fn document(
    payload_id: &str,
    at: Timestamp,
    request: InvoiceDetailRequest,
    delivery: &InvoiceDelivery,
    secret: Secret,
) -> Document {
    let from = credential(&delivery.from);
    let header = Header::new(
        from.clone(),
        credential(&delivery.to),
        from.with_secret(secret),
        Marketplace::USER_AGENT,
    );
    Document::request(payload_id, at, header, Request::from(request)).with_lang(LANGUAGE)
}

fn request_header(
    invoice: &Invoice,
    agreement: &Agreement,
    marketplace: &Marketplace,
) -> InvoiceDetailRequestHeader {
    let partner = |role: &str, name: &str| InvoicePartner {
        contact: Contact {
            role: Some(role.to_owned()),
            name: Name::new(LANGUAGE, name),
            ..Contact::default()
        },
        ..InvoicePartner::default()
    };
    InvoiceDetailRequestHeader {
        invoice_id: invoice.number.clone(),
        invoice_date: invoice.created.into(),
        purpose: purpose(invoice),
        header_indicator: InvoiceDetailHeaderIndicator {
            is_header_invoice: is_whole(invoice),
            ..InvoiceDetailHeaderIndicator::default()
        },
        partners: vec![
            partner("from", &marketplace.name),
            partner("remitTo", &marketplace.name),
            partner("soldTo", &format!("AWS account {}", agreement.account)),
        ],
        document_reference: invoice.credits.as_ref().map(|credited| credited.payload_id.clone()),
        ..InvoiceDetailRequestHeader::default()
    }
}

fn purpose(invoice: &Invoice) -> InvoicePurpose {
    match &invoice.credits {
        None => InvoicePurpose::Standard,
        Some(credited) if credited.whole => InvoicePurpose::CreditMemo,
        Some(_) => InvoicePurpose::LineLevelCreditMemo,
    }
}

fn is_whole(invoice: &Invoice) -> bool {
    invoice.credits.as_ref().is_some_and(|credited| credited.whole)
}

/// The amounts of a credit are negative.
fn signed(invoice: &Invoice, money: Money) -> Price {
    let mut price = Price::from(money);
    if invoice.is_credit() {
        price.amount = -price.amount;
    }
    price
}

/// A credit on the whole has no lines.
fn orders(invoice: &Invoice, agreement: &Agreement) -> InvoiceOrders {
    let line = invoice.order_line(agreement);
    if !is_whole(invoice) {
        let lines = vec![invoice_line(invoice, agreement, &line)];
        return InvoiceOrders::Lines(vec![InvoiceDetailOrder { order_info: order_info(&line), lines }]);
    }
    let amount = Some(signed(invoice, invoice.amount));
    InvoiceOrders::Headers(vec![InvoiceDetailHeaderOrder {
        order_info: order_info(&line),
        summary: InvoiceDetailOrderSummary {
            invoice_line_number: Some(1),
            subtotal_amount: amount.clone(),
            gross_amount: amount.clone(),
            net_amount: amount,
            ..InvoiceDetailOrderSummary::default()
        },
    }])
}

/// Coupa takes the PO number in `DocumentReference/@payloadID` (R46).
fn order_info(line: &OrderLine) -> InvoiceDetailOrderInfo {
    let reference = OrderReference {
        payload_id: line.order_id.clone(),
        order_id: Some(line.order_id.clone()),
        order_date: line.order_date.map(cxml::Timestamp::from),
    };
    InvoiceDetailOrderInfo {
        order: Some(InvoicedOrder::Reference(reference)),
        ..InvoiceDetailOrderInfo::default()
    }
}

/// A service line of the order needs a service item.
fn invoice_line(invoice: &Invoice, agreement: &Agreement, line: &OrderLine) -> InvoiceLine {
    if line.is_service {
        InvoiceLine::from(service_item(invoice, agreement, line))
    } else {
        InvoiceLine::from(item(invoice, agreement, line))
    }
}

/// How many are billed, at which price of one: one of the amount, unless the order counts in the currency's smallest unit (R19).
/// What is given back is a negative quantity at the same price.
pub(super) fn counted(invoice: &Invoice, line: &OrderLine) -> (Decimal, Money) {
    let smallest = Money::minor_unit(invoice.amount.currency);
    let units = invoice.amount.minor_units().filter(|_| line.quantity != Decimal::ONE);
    let (quantity, price) = match units {
        Some(units) if line.unit_price == smallest => (units, smallest),
        _ => (Decimal::ONE, invoice.amount),
    };
    (if invoice.is_credit() { -quantity } else { quantity }, price)
}

fn item(invoice: &Invoice, agreement: &Agreement, line: &OrderLine) -> InvoiceDetailItem {
    let amount = Some(signed(invoice, invoice.amount));
    let (quantity, unit_price) = counted(invoice, line);
    InvoiceDetailItem {
        invoice_line_number: Some(1),
        quantity: Some(quantity),
        unit_of_measure: line.unit_of_measure.clone(),
        unit_price: Some(unit_price.into()),
        item_reference: InvoiceDetailItemReference {
            line_number: Some(line.line),
            item_id: Some(item_id(line)),
            description: Some(description(invoice, agreement)),
            ..InvoiceDetailItemReference::default()
        },
        subtotal_amount: amount.clone(),
        gross_amount: amount.clone(),
        net_amount: amount,
        ..InvoiceDetailItem::default()
    }
}

fn service_item(invoice: &Invoice, agreement: &Agreement, line: &OrderLine) -> InvoiceDetailServiceItem {
    let amount = Some(signed(invoice, invoice.amount));
    InvoiceDetailServiceItem {
        invoice_line_number: Some(1),
        quantity: Some(Decimal::ONE),
        item_reference: InvoiceDetailServiceItemReference {
            line_number: Some(line.line),
            item_id: Some(item_id(line)),
            description: Some(description(invoice, agreement)),
            ..InvoiceDetailServiceItemReference::default()
        },
        subtotal_amount: amount.clone(),
        gross_amount: amount.clone(),
        net_amount: amount,
        ..InvoiceDetailServiceItem::default()
    }
}

fn item_id(line: &OrderLine) -> ItemId {
    let reference = Some(line.reference.clone()).filter(|reference| !reference.is_empty());
    ItemId::new(&*line.part_id, reference)
}

fn description(invoice: &Invoice, agreement: &Agreement) -> Description {
    Description::new(LANGUAGE, what(invoice, agreement))
}

/// What is billed, in words.
pub(super) fn what(invoice: &Invoice, agreement: &Agreement) -> String {
    let parts = agreement.schedule.len();
    let name = &agreement.product.name;
    let part = if parts > 1 {
        format!("{name}, instalment {} of {parts}", invoice.instalment + 1)
    } else {
        name.clone()
    };
    match &invoice.credits {
        None => part,
        Some(credited) => format!("Credit on invoice {}: {part}", credited.number),
    }
}

fn summary(invoice: &Invoice) -> InvoiceDetailSummary {
    let gross = signed(invoice, invoice.gross());
    InvoiceDetailSummary {
        subtotal_amount: Some(signed(invoice, invoice.amount)),
        tax: Some(tax(invoice)),
        gross_amount: Some(gross.clone()),
        net_amount: Some(gross.clone()),
        due_amount: Some(gross),
        ..InvoiceDetailSummary::default()
    }
}

fn tax(invoice: &Invoice) -> Tax {
    let Some(tax) = &invoice.tax else {
        return Tax {
            amount: Some(Money::zero(invoice.amount.currency).into()),
            description: Description::new(LANGUAGE, "Taxes are billed by the seller where they apply"),
            details: Vec::new(),
        };
    };
    let description = Description::new(LANGUAGE, &*tax.rate.description);
    let amount = Some(signed(invoice, tax.amount));
    Tax {
        amount: amount.clone(),
        description: description.clone(),
        details: vec![TaxDetail {
            category: tax.rate.category.clone(),
            purpose: Some("tax".to_owned()),
            percentage_rate: Some(tax.rate.percent),
            taxable_amount: Some(signed(invoice, invoice.amount)),
            tax_amount: amount,
            description: Some(description),
            ..TaxDetail::default()
        }],
    }
}
