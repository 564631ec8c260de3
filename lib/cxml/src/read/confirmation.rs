//! The supplier's answer to an order.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{ConfirmationHeader, ConfirmationItem, ConfirmationRequest, ConfirmationStatus, ConfirmedDetail};

impl Reader<'_> {
    pub(super) fn confirmation_request(&mut self) -> Result<ConfirmationRequest, Fail> {
        let mut confirmation = ConfirmationRequest::default();
        self.children(&grammar::CONFIRMATION_REQUEST, |r, name| {
            match name {
                "ConfirmationHeader" => confirmation.header = r.confirmation_header()?,
                "OrderReference" => confirmation.order_reference = r.order_reference()?,
                "ConfirmationItem" => confirmation.items.push(r.confirmation_item()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(confirmation)
    }

    fn confirmation_header(&mut self) -> Result<ConfirmationHeader, Fail> {
        let mut header = ConfirmationHeader {
            confirm_id: self.optional("confirmID"),
            operation: self.operation("operation")?.unwrap_or_default(),
            kind: self.operation("type")?.unwrap_or_default(),
            notice_date: self.required_moment("noticeDate"),
            invoice_id: self.optional("invoiceID"),
            ..ConfirmationHeader::default()
        };
        self.children(&grammar::CONFIRMATION_HEADER, |r, name| {
            match name {
                "DocumentReference" => header.document_reference = Some(r.document_reference()?),
                "Total" => header.total = r.amount(&grammar::TOTAL)?,
                "Shipping" => header.shipping = Some(r.shipping()?),
                "Tax" => header.tax = Some(r.tax()?),
                "Contact" => header.contacts.push(r.contact()?),
                "Comments" => header.comments.push(r.comments()?),
                "Extrinsic" => header.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(header)
    }

    fn confirmation_item(&mut self) -> Result<ConfirmationItem, Fail> {
        let mut item = ConfirmationItem {
            quantity: self.required_decimal("quantity"),
            line_number: self.line_number("lineNumber"),
            ..ConfirmationItem::default()
        };
        self.children(&grammar::CONFIRMATION_ITEM, |r, name| {
            match name {
                "UnitOfMeasure" => item.unit_of_measure = r.string()?,
                "Contact" => item.contacts.push(r.contact()?),
                "ConfirmationStatus" => {
                    let status = r.confirmation_status()?;
                    if status != ConfirmationStatus::default() {
                        item.statuses.push(status);
                    }
                }
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(item)
    }

    fn confirmation_status(&mut self) -> Result<ConfirmationStatus, Fail> {
        let mut status = ConfirmationStatus {
            quantity: self.required_decimal("quantity"),
            kind: self.operation("type")?.unwrap_or_default(),
            shipment_date: self.moment("shipmentDate"),
            delivery_date: self.moment("deliveryDate"),
            ..ConfirmationStatus::default()
        };
        let (mut item, mut price, mut taxes, mut delivery) = (None, None, None, None);
        self.children(&grammar::CONFIRMATION_STATUS, |r, name| {
            match name {
                "UnitOfMeasure" => status.unit_of_measure = r.string()?,
                "ItemIn" => item = Some(Box::new(r.item_in()?)),
                "UnitPrice" => price = r.amount(&grammar::UNIT_PRICE)?,
                "Tax" => taxes = Some(r.tax()?),
                "Shipping" => delivery = Some(r.shipping()?),
                "Comments" => status.comments.push(r.comments()?),
                "Extrinsic" => status.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        status.detail = match item {
            Some(item) => ConfirmedDetail::Item(item),
            None => ConfirmedDetail::Price { unit_price: price, tax: taxes, shipping: delivery },
        };
        Ok(status)
    }
}
