//! What an item is and costs.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{BlanketItemDetail, Classification, ItemDetail, PriceBasisQuantity};

impl Reader<'_> {
    pub(super) fn item_detail(&mut self) -> Result<ItemDetail, Fail> {
        let mut detail = ItemDetail::default();
        self.children(&grammar::ITEM_DETAIL, |r, name| {
            match name {
                "UnitPrice" => detail.unit_price = r.amount(&grammar::UNIT_PRICE)?,
                "Description" => r.description_into(&mut detail.descriptions)?,
                "UnitOfMeasure" => detail.unit_of_measure = r.string()?,
                "PriceBasisQuantity" => {
                    detail.price_basis_quantity = Some(r.price_basis_quantity()?);
                }
                "Classification" => r.classification_into(&mut detail.classifications)?,
                "ManufacturerPartID" => detail.manufacturer_part_id = Some(r.string()?),
                "ManufacturerName" => detail.manufacturer_name = Some(r.name()?),
                "URL" => detail.url = Some(r.url()?),
                "LeadTime" => detail.lead_time = Some(r.string()?),
                "Extrinsic" => detail.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(detail)
    }

    pub(super) fn blanket_item_detail(&mut self) -> Result<BlanketItemDetail, Fail> {
        let mut detail = BlanketItemDetail::default();
        self.children(&grammar::BLANKET_ITEM_DETAIL, |r, name| {
            match name {
                "Description" => r.description_into(&mut detail.descriptions)?,
                "MaxAmount" => detail.max_amount = r.amount(&grammar::MAX_AMOUNT)?,
                "MinAmount" => detail.min_amount = r.amount(&grammar::MIN_AMOUNT)?,
                "MaxQuantity" => detail.max_quantity = r.decimal_inside()?,
                "MinQuantity" => detail.min_quantity = r.decimal_inside()?,
                "UnitPrice" => detail.unit_price = r.amount(&grammar::UNIT_PRICE)?,
                "UnitOfMeasure" => detail.unit_of_measure = Some(r.string()?),
                "Classification" => detail.classifications.push(r.classification()?),
                "Extrinsic" => detail.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(detail)
    }

    pub(super) fn price_basis_quantity(&mut self) -> Result<PriceBasisQuantity, Fail> {
        let mut basis = PriceBasisQuantity {
            quantity: self.required_decimal("quantity"),
            conversion_factor: self.required_decimal("conversionFactor"),
            ..PriceBasisQuantity::default()
        };
        self.children(&grammar::PRICE_BASIS_QUANTITY, |r, name| {
            match name {
                "UnitOfMeasure" => basis.unit_of_measure = r.string()?,
                "Description" => basis.description = Some(r.description()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(basis)
    }

    pub(super) fn classification(&mut self) -> Result<Classification, Fail> {
        let domain = self.required("domain");
        let code = self.optional("code");
        let text = self.string()?;
        // Some senders put the code into the attribute and leave the element empty.
        let value = match code {
            Some(code) if text.is_empty() => code,
            _ => text,
        };
        Ok(Classification { domain, value })
    }

    /// A classification for a list that may not be empty; an empty one stands for none.
    pub(super) fn classification_into(&mut self, list: &mut Vec<Classification>) -> Result<(), Fail> {
        let classification = self.classification()?;
        if classification != Classification::default() {
            list.push(classification);
        }
        Ok(())
    }
}
