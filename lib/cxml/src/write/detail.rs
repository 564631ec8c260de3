//! What an item is and costs.

use super::output::Output;
use super::version::Since;
use crate::{BlanketItemDetail, Classification, Detail, ItemDetail, Name, PriceBasisQuantity};

impl Output {
    pub(super) fn detail(&mut self, detail: &Detail) {
        match detail {
            Detail::Item(detail) => self.item_detail(detail),
            Detail::Blanket(detail) => self.blanket_item_detail(detail),
        }
    }

    pub(super) fn item_detail(&mut self, detail: &ItemDetail) {
        self.element("ItemDetail", |o| {
            o.amount("UnitPrice", detail.unit_price.as_ref());
            o.some(&detail.descriptions, Output::description);
            o.text_element("UnitOfMeasure", &detail.unit_of_measure);
            o.optional(detail.price_basis_quantity.as_ref(), Output::price_basis_quantity);
            o.some(&detail.classifications, Output::classification);
            o.optional_text_element("ManufacturerPartID", detail.manufacturer_part_id.as_ref());
            o.optional(detail.manufacturer_name.as_ref(), Output::manufacturer_name);
            o.optional(detail.url.as_ref(), Output::url);
            o.optional_text_element("LeadTime", detail.lead_time.as_ref());
            o.each(&detail.extrinsics, Output::extrinsic);
        });
    }

    fn blanket_item_detail(&mut self, detail: &BlanketItemDetail) {
        self.needs(Since::V020);
        self.element("BlanketItemDetail", |o| {
            o.some(&detail.descriptions, Output::description);
            o.optional_amount("MaxAmount", detail.max_amount.as_ref());
            o.optional_amount("MinAmount", detail.min_amount.as_ref());
            o.optional(detail.max_quantity.as_ref(), |o, quantity| {
                o.text_element("MaxQuantity", &quantity.to_string());
            });
            o.optional(detail.min_quantity.as_ref(), |o, quantity| {
                o.text_element("MinQuantity", &quantity.to_string());
            });
            o.optional_amount("UnitPrice", detail.unit_price.as_ref());
            o.optional_text_element("UnitOfMeasure", detail.unit_of_measure.as_ref());
            o.each(&detail.classifications, Output::classification);
            o.each(&detail.extrinsics, Output::extrinsic);
        });
    }

    pub(super) fn price_basis_quantity(&mut self, basis: &PriceBasisQuantity) {
        self.needs(Since::V069);
        self.element("PriceBasisQuantity", |o| {
            o.decimal("quantity", basis.quantity);
            o.decimal("conversionFactor", basis.conversion_factor);
            o.text_element("UnitOfMeasure", &basis.unit_of_measure);
            o.optional(basis.description.as_ref(), Output::description);
        });
    }

    pub(super) fn classification(&mut self, classification: &Classification) {
        self.element("Classification", |o| {
            o.attribute("domain", &classification.domain);
            o.xml.text(&classification.value);
        });
    }

    pub(super) fn manufacturer_name(&mut self, name: &Name) {
        self.name("ManufacturerName", name);
    }
}
