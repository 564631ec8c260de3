//! Lines of carts and orders.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{ItemId, ItemIn, ItemOut, SupplierId};

impl Reader<'_> {
    pub(super) fn item_id(&mut self) -> Result<ItemId, Fail> {
        let mut id = ItemId::default();
        self.children(&grammar::ITEM_ID, |r, name| {
            match name {
                "SupplierPartID" => id.supplier_part_id = r.string()?,
                "SupplierPartAuxiliaryID" => id.supplier_part_auxiliary_id = Some(r.string()?),
                "BuyerPartID" => id.buyer_part_id = Some(r.string()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(id)
    }

    fn supplier_id(&mut self) -> Result<SupplierId, Fail> {
        Ok(SupplierId { domain: self.required("domain"), value: self.string()? })
    }

    pub(super) fn item_out(&mut self) -> Result<ItemOut, Fail> {
        let mut item = ItemOut {
            quantity: self.required_decimal("quantity"),
            line_number: self.line_number("lineNumber"),
            requisition_id: self.optional("requisitionID"),
            agreement_item_number: self.optional("agreementItemNumber"),
            requested_delivery_date: self.moment("requestedDeliveryDate"),
            is_ad_hoc: self.flag("isAdHoc"),
            ..ItemOut::default()
        };
        self.children(&grammar::ITEM_OUT, |r, name| {
            match name {
                "ItemID" => item.item_id = r.item_id()?,
                "ItemDetail" => item.detail = Some(r.item_detail()?.into()),
                "BlanketItemDetail" => item.detail = Some(r.blanket_item_detail()?.into()),
                "SupplierID" => item.supplier_id = Some(r.supplier_id()?),
                "ShipTo" => item.ship_to = r.place(&grammar::SHIP_TO)?,
                "Shipping" => item.shipping = Some(r.shipping()?),
                "Tax" => item.tax = Some(r.tax()?),
                "Distribution" => item.distributions.push(r.distribution()?),
                "Contact" => item.contacts.push(r.contact()?),
                "Comments" => item.comments.push(r.comments()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(item)
    }

    pub(super) fn item_in(&mut self) -> Result<ItemIn, Fail> {
        let mut item = ItemIn {
            quantity: self.required_decimal("quantity"),
            line_number: self.line_number("lineNumber"),
            ..ItemIn::default()
        };
        self.children(&grammar::ITEM_IN, |r, name| {
            match name {
                "ItemID" => item.item_id = r.item_id()?,
                "ItemDetail" => item.detail = r.item_detail()?,
                "SupplierID" => item.supplier_id = Some(r.supplier_id()?),
                "ShipTo" => item.ship_to = r.place(&grammar::SHIP_TO)?,
                "Shipping" => item.shipping = Some(r.shipping()?),
                "Tax" => item.tax = Some(r.tax()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(item)
    }
}
