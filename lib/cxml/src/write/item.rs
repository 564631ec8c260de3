//! Lines of carts and orders.

use super::output::Output;
use super::version::Since;
use crate::{ItemId, ItemIn, ItemOut, SupplierId};

impl Output {
    pub(super) fn item_id(&mut self, id: &ItemId) {
        if id.buyer_part_id.is_some() {
            self.needs(Since::V069);
        }
        self.element("ItemID", |o| {
            o.text_element("SupplierPartID", &id.supplier_part_id);
            o.optional_text_element("SupplierPartAuxiliaryID", id.supplier_part_auxiliary_id.as_ref());
            o.optional_text_element("BuyerPartID", id.buyer_part_id.as_ref());
        });
    }

    fn supplier_id(&mut self, id: &SupplierId) {
        self.element("SupplierID", |o| {
            o.attribute("domain", &id.domain);
            o.xml.text(&id.value);
        });
    }

    pub(super) fn item_out(&mut self, item: &ItemOut) {
        self.element("ItemOut", |o| {
            o.decimal("quantity", item.quantity);
            o.optional_line_number("lineNumber", item.line_number);
            o.optional_attribute("requisitionID", item.requisition_id.as_ref());
            o.optional_attribute("agreementItemNumber", item.agreement_item_number.as_ref());
            o.optional_moment("requestedDeliveryDate", item.requested_delivery_date.as_ref());
            o.flag("isAdHoc", item.is_ad_hoc);
            o.item_id(&item.item_id);
            o.optional(item.detail.as_ref(), Output::detail);
            o.optional(item.supplier_id.as_ref(), Output::supplier_id);
            o.optional(item.ship_to.as_ref(), |o, place| o.place("ShipTo", place));
            o.optional(item.shipping.as_ref(), Output::shipping);
            o.optional(item.tax.as_ref(), Output::tax);
            o.each(&item.distributions, Output::distribution);
            o.each(&item.contacts, Output::contact);
            o.all_comments(&item.comments);
        });
    }

    pub(super) fn item_in(&mut self, item: &ItemIn) {
        self.element("ItemIn", |o| {
            o.decimal("quantity", item.quantity);
            o.optional_line_number("lineNumber", item.line_number);
            o.item_id(&item.item_id);
            o.item_detail(&item.detail);
            o.optional(item.supplier_id.as_ref(), Output::supplier_id);
            o.optional(item.ship_to.as_ref(), |o, place| o.place("ShipTo", place));
            o.optional(item.shipping.as_ref(), Output::shipping);
            o.optional(item.tax.as_ref(), Output::tax);
        });
    }
}
