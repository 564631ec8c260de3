//! Punch-out.

use cxml::*;

use super::Source;

impl Source<'_> {
    pub(crate) fn punch_out_setup_request(&mut self) -> PunchOutSetupRequest {
        use PunchOutOperation::{Create, Edit, Inspect, Source as Sourcing};
        PunchOutSetupRequest {
            operation: self.one_of(&[Create, Edit, Inspect, Sourcing]),
            buyer_cookie: self.buyer_cookie(),
            extrinsics: self.list(Self::extrinsic),
            browser_form_post: self.optional(Self::text),
            contacts: self.list(Self::contact),
            supplier_setup: self.optional(Self::text),
            ship_to: self.optional(Self::address),
            selected_item: self.optional(Self::item_id),
            items: self.list(Self::item_out),
        }
    }

    fn buyer_cookie(&mut self) -> BuyerCookie {
        match self.byte() % 4 {
            1 => BuyerCookie::from_xml("<Name xml:lang='en'>a &lt; b</Name>").unwrap(),
            2 => BuyerCookie::from_xml(" <![CDATA[x]]>&#233;<!-- y -->\n").unwrap(),
            _ => BuyerCookie::text(&self.text()),
        }
    }

    pub(crate) fn punch_out_order_message(&mut self) -> PunchOutOrderMessage {
        use PunchOutOperation::{Create, Edit, Inspect};
        PunchOutOrderMessage {
            buyer_cookie: self.buyer_cookie(),
            header: PunchOutOrderMessageHeader {
                operation_allowed: self.one_of(&[Create, Edit, Inspect]),
                quote_status: self.one_of(&[QuoteStatus::Final, QuoteStatus::Pending]),
                sourcing_status: self.optional(Self::sourcing_status),
                total: self.amount(),
                ship_to: self.optional(Self::address),
                shipping: self.optional(Self::shipping),
                tax: self.optional(Self::tax),
                supplier_order_info: self.optional(Self::supplier_order_info),
            },
            items: self.list(Self::item_in),
        }
    }

    pub(crate) fn sourcing_status(&mut self) -> SourcingStatus {
        use SourcingAction::{Approve, Cancel, Deny};
        SourcingStatus {
            action: self.one_of(&[None, Some(Approve), Some(Cancel), Some(Deny)]),
            lang: self.one_of(&["en", ""]).to_owned(),
            text: self.text(),
        }
    }

    pub(crate) fn supplier_order_info(&mut self) -> SupplierOrderInfo {
        SupplierOrderInfo { order_id: self.full_text() }
    }
}
