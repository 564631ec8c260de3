//! The lines of an invoice.

use super::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{
    InvoiceDetailItem, InvoiceDetailItemReference, InvoiceDetailServiceItem,
    InvoiceDetailServiceItemReference, Money,
};

impl Reader<'_> {
    pub(super) fn invoice_item(&mut self) -> Result<InvoiceDetailItem, Fail> {
        let mut item = InvoiceDetailItem {
            invoice_line_number: self.line_number("invoiceLineNumber"),
            quantity: self.required_decimal("quantity"),
            reference_date: self.moment("referenceDate"),
            inspection_date: self.moment("inspectionDate"),
            ..InvoiceDetailItem::default()
        };
        self.children(&grammar::INVOICE_DETAIL_ITEM, |r, name| {
            match name {
                "UnitOfMeasure" => item.unit_of_measure = r.string()?,
                "UnitPrice" => item.unit_price = r.amount(&grammar::UNIT_PRICE)?,
                "PriceBasisQuantity" => item.price_basis_quantity = Some(r.price_basis_quantity()?),
                "InvoiceDetailItemReference" => item.item_reference = r.item_reference()?,
                "SubtotalAmount" => item.subtotal_amount = r.amount(&grammar::SUBTOTAL_AMOUNT)?,
                "Tax" => item.tax = Some(r.tax()?),
                "GrossAmount" => item.gross_amount = r.amount(&grammar::GROSS_AMOUNT)?,
                "InvoiceDetailDiscount" => item.discount = Some(r.invoice_discount()?),
                "NetAmount" => item.net_amount = r.amount(&grammar::NET_AMOUNT)?,
                "Distribution" => item.distributions.push(r.distribution()?),
                "Comments" => item.comments = Some(r.comments()?),
                "Extrinsic" => item.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(item)
    }

    fn item_reference(&mut self) -> Result<InvoiceDetailItemReference, Fail> {
        let mut reference = InvoiceDetailItemReference {
            line_number: self.line_number("lineNumber"),
            serial_numbers: self.optional("serialNumber").into_iter().collect(),
            ..InvoiceDetailItemReference::default()
        };
        let (mut part, mut maker) = (None, None);
        self.children(&grammar::INVOICE_DETAIL_ITEM_REFERENCE, |r, name| {
            match name {
                "ItemID" => reference.item_id = Some(r.item_id()?),
                "Description" => reference.description = Some(r.description()?),
                "Classification" => reference.classifications.push(r.classification()?),
                "ManufacturerPartID" => part = Some(r.string()?),
                "ManufacturerName" => maker = Some(r.name()?),
                "Country" => reference.country = Some(r.country()?),
                "SerialNumber" => reference.serial_numbers.push(r.string()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        if part.is_some() || maker.is_some() {
            reference.manufacturer = Some((part.unwrap_or_default(), maker.unwrap_or_default()));
        }
        Ok(reference)
    }

    pub(super) fn invoice_service_item(&mut self) -> Result<InvoiceDetailServiceItem, Fail> {
        let mut item = InvoiceDetailServiceItem {
            invoice_line_number: self.line_number("invoiceLineNumber"),
            quantity: self.decimal("quantity"),
            reference_date: self.moment("referenceDate"),
            inspection_date: self.moment("inspectionDate"),
            ..InvoiceDetailServiceItem::default()
        };
        let (mut unit, mut price) = (None, None);
        self.children(&grammar::INVOICE_DETAIL_SERVICE_ITEM, |r, name| {
            match name {
                "InvoiceDetailServiceItemReference" => {
                    item.item_reference = r.service_item_reference()?;
                }
                "SubtotalAmount" => item.subtotal_amount = r.amount(&grammar::SUBTOTAL_AMOUNT)?,
                "Period" => item.period = Some(r.period()?),
                "UnitOfMeasure" => unit = Some(r.string()?),
                "UnitPrice" => price = r.amount(&grammar::UNIT_PRICE)?,
                "Tax" => item.tax = Some(r.tax()?),
                "GrossAmount" => item.gross_amount = r.amount(&grammar::GROSS_AMOUNT)?,
                "InvoiceDetailDiscount" => item.discount = Some(r.invoice_discount()?),
                "NetAmount" => item.net_amount = r.amount(&grammar::NET_AMOUNT)?,
                "Distribution" => item.distributions.push(r.distribution()?),
                "Comments" => item.comments = Some(r.comments()?),
                "Extrinsic" => item.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        if unit.is_some() || price.is_some() {
            item.unit = Some((unit.unwrap_or_default(), price.unwrap_or_else(Money::default)));
        }
        Ok(item)
    }

    fn service_item_reference(&mut self) -> Result<InvoiceDetailServiceItemReference, Fail> {
        let mut reference = InvoiceDetailServiceItemReference {
            line_number: self.line_number("lineNumber"),
            ..InvoiceDetailServiceItemReference::default()
        };
        self.children(&grammar::INVOICE_DETAIL_SERVICE_ITEM_REFERENCE, |r, name| {
            match name {
                "Classification" => reference.classifications.push(r.classification()?),
                "ItemID" => reference.item_id = Some(r.item_id()?),
                "Description" => reference.description = Some(r.description()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(reference)
    }
}
