//! Punch-out.

use super::output::Output;
use crate::{
    BuyerCookie, PunchOutOperation, PunchOutOrderMessage, PunchOutOrderMessageHeader, PunchOutSetupRequest,
    SourcingStatus,
};

impl Output {
    pub(super) fn punch_out_setup_request(&mut self, setup: &PunchOutSetupRequest) {
        self.element("PunchOutSetupRequest", |o| {
            o.keyword("operation", setup.operation);
            o.buyer_cookie(&setup.buyer_cookie);
            o.each(&setup.extrinsics, Output::extrinsic);
            o.optional(setup.browser_form_post.as_ref(), |o, url| {
                o.url_element("BrowserFormPost", url);
            });
            o.each(&setup.contacts, Output::contact);
            o.optional(setup.supplier_setup.as_ref(), |o, url| {
                o.url_element("SupplierSetup", url);
            });
            o.optional(setup.ship_to.as_ref(), |o, place| o.place("ShipTo", place));
            o.optional(setup.selected_item.as_ref(), |o, id| {
                o.element("SelectedItem", |o| o.item_id(id));
            });
            o.each(&setup.items, Output::item_out);
        });
    }

    fn buyer_cookie(&mut self, cookie: &BuyerCookie) {
        self.element("BuyerCookie", |o| o.xml.raw(cookie.as_xml()));
    }

    pub(super) fn punch_out_order_message(&mut self, message: &PunchOutOrderMessage) {
        self.element("PunchOutOrderMessage", |o| {
            o.buyer_cookie(&message.buyer_cookie);
            o.punch_out_order_message_header(&message.header);
            o.each(&message.items, Output::item_in);
        });
    }

    fn punch_out_order_message_header(&mut self, header: &PunchOutOrderMessageHeader) {
        let operation_allowed = match header.operation_allowed {
            PunchOutOperation::Source => PunchOutOperation::Create,
            allowed => allowed,
        };
        self.element("PunchOutOrderMessageHeader", |o| {
            o.keyword("operationAllowed", operation_allowed);
            o.keyword_unless_default("quoteStatus", header.quote_status);
            o.optional(header.sourcing_status.as_ref(), Output::sourcing_status);
            o.amount("Total", header.total.as_ref());
            o.optional(header.ship_to.as_ref(), |o, place| o.place("ShipTo", place));
            o.optional(header.shipping.as_ref(), Output::shipping);
            o.optional(header.tax.as_ref(), Output::tax);
            o.optional(header.supplier_order_info.as_ref(), Output::supplier_order_info);
        });
    }

    pub(super) fn sourcing_status(&mut self, status: &SourcingStatus) {
        self.element("SourcingStatus", |o| {
            o.optional_keyword("action", status.action);
            o.attribute("xml:lang", &status.lang);
            o.xml.text(&status.text);
        });
    }
}
