//! The invoice as a document: an InvoiceDetailRequest as Coupa needs it (R46).

use cxml::Secret;
use cxml::model::{
    Contact, Description, Document, Header, InvoiceDetailItem, InvoiceDetailItemReference,
    InvoiceDetailOrder, InvoiceDetailOrderInfo, InvoiceDetailRequest, InvoiceDetailRequestHeader,
    InvoiceDetailServiceItem, InvoiceDetailServiceItemReference, InvoiceDetailSummary, InvoiceLine,
    InvoiceOrders, InvoicePartner, InvoicedOrder, ItemId, Name, OrderReference, Request, Tax,
};
use rust_decimal::Decimal;

use super::Invoice;
use crate::agreement::Agreement;
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
    let from = credential(&delivery.from);
    let header = Header::new(
        from.clone(),
        credential(&delivery.to),
        from.with_secret(secret),
        Marketplace::USER_AGENT,
    );
    let request = InvoiceDetailRequest {
        header: request_header(invoice, agreement, marketplace),
        orders: InvoiceOrders::Lines(vec![order(invoice, agreement)]),
        summary: summary(invoice.amount),
    };
    Document::request(&*invoice.payload_id, invoice.created, header, Request::from(request))
        .with_lang(LANGUAGE)
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
        partners: vec![
            partner("from", &marketplace.name),
            partner("remitTo", &marketplace.name),
            partner("soldTo", &format!("AWS account {}", agreement.account)),
        ],
        ..InvoiceDetailRequestHeader::default()
    }
}

/// Coupa takes the PO number in `DocumentReference/@payloadID` (R46).
fn order(invoice: &Invoice, agreement: &Agreement) -> InvoiceDetailOrder {
    let line = &agreement.order;
    let reference = OrderReference {
        payload_id: line.order_id.clone(),
        order_id: Some(line.order_id.clone()),
        order_date: line.order_date.map(cxml::Timestamp::from),
    };
    InvoiceDetailOrder {
        order_info: InvoiceDetailOrderInfo {
            order: Some(InvoicedOrder::Reference(reference)),
            ..InvoiceDetailOrderInfo::default()
        },
        lines: vec![invoice_line(invoice, agreement)],
    }
}

/// A service line of the order needs a service item.
fn invoice_line(invoice: &Invoice, agreement: &Agreement) -> InvoiceLine {
    if agreement.order.is_service {
        InvoiceLine::from(service_item(invoice, agreement))
    } else {
        InvoiceLine::from(item(invoice, agreement))
    }
}

fn item(invoice: &Invoice, agreement: &Agreement) -> InvoiceDetailItem {
    let amount = Some(invoice.amount.into());
    InvoiceDetailItem {
        invoice_line_number: Some(1),
        quantity: Some(Decimal::ONE),
        unit_of_measure: agreement.order.unit_of_measure.clone(),
        unit_price: amount.clone(),
        item_reference: InvoiceDetailItemReference {
            line_number: Some(agreement.order.line),
            item_id: Some(item_id(agreement)),
            description: Some(description(invoice, agreement)),
            ..InvoiceDetailItemReference::default()
        },
        subtotal_amount: amount.clone(),
        gross_amount: amount.clone(),
        net_amount: amount,
        ..InvoiceDetailItem::default()
    }
}

fn service_item(invoice: &Invoice, agreement: &Agreement) -> InvoiceDetailServiceItem {
    let amount = Some(invoice.amount.into());
    InvoiceDetailServiceItem {
        invoice_line_number: Some(1),
        quantity: Some(Decimal::ONE),
        item_reference: InvoiceDetailServiceItemReference {
            line_number: Some(agreement.order.line),
            item_id: Some(item_id(agreement)),
            description: Some(description(invoice, agreement)),
            ..InvoiceDetailServiceItemReference::default()
        },
        subtotal_amount: amount.clone(),
        gross_amount: amount.clone(),
        net_amount: amount,
        ..InvoiceDetailServiceItem::default()
    }
}

fn item_id(agreement: &Agreement) -> ItemId {
    let reference = Some(agreement.order.reference.clone()).filter(|reference| !reference.is_empty());
    ItemId::new(&*agreement.order.part_id, reference)
}

fn description(invoice: &Invoice, agreement: &Agreement) -> Description {
    let parts = agreement.schedule.len();
    let name = &agreement.product.name;
    let text = if parts > 1 {
        format!("{name}, instalment {} of {parts}", invoice.instalment + 1)
    } else {
        name.clone()
    };
    Description::new(LANGUAGE, text)
}

fn summary(amount: Money) -> InvoiceDetailSummary {
    let zero = Money::zero(amount.currency);
    InvoiceDetailSummary {
        subtotal_amount: Some(amount.into()),
        tax: Some(Tax {
            amount: Some(zero.into()),
            description: Description::new(LANGUAGE, "Taxes are billed by the seller where they apply"),
            details: Vec::new(),
        }),
        gross_amount: Some(amount.into()),
        net_amount: Some(amount.into()),
        due_amount: Some(amount.into()),
        ..InvoiceDetailSummary::default()
    }
}
