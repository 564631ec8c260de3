//! Punch-out.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{
    BuyerCookie, NoteKind, PunchOutOperation, PunchOutOrderMessage, PunchOutOrderMessageHeader,
    PunchOutSetupRequest, ResponsePayload, SourcingStatus,
};

impl Reader<'_> {
    pub(super) fn punch_out_setup_request(&mut self) -> Result<PunchOutSetupRequest, Fail> {
        let mut setup = PunchOutSetupRequest {
            operation: self.punch_out_operation("operation")?,
            ..PunchOutSetupRequest::default()
        };
        self.children(&grammar::PUNCH_OUT_SETUP_REQUEST, |r, name| {
            match name {
                "BuyerCookie" => setup.buyer_cookie = r.buyer_cookie()?,
                "Extrinsic" => setup.extrinsics.push(r.extrinsic()?),
                "BrowserFormPost" => setup.browser_form_post = Some(r.url_inside()?),
                "Contact" => setup.contacts.push(r.contact()?),
                "SupplierSetup" => setup.supplier_setup = Some(r.url_inside()?),
                "ShipTo" => setup.ship_to = r.place(&grammar::SHIP_TO)?,
                "SelectedItem" => {
                    let item = r.wrapped(&grammar::SELECTED_ITEM, "ItemID", Self::item_id)?;
                    setup.selected_item = item;
                }
                "ItemOut" => setup.items.push(r.item_out()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(setup)
    }

    fn punch_out_operation(&mut self, name: &'static str) -> Result<PunchOutOperation, Fail> {
        match self.operation(name)? {
            Some(operation) => Ok(operation),
            None => {
                self.note(NoteKind::Missing, || {
                    format!("the attribute {name} is missing and taken for `create`")
                });
                Ok(PunchOutOperation::Create)
            }
        }
    }

    pub(super) fn buyer_cookie(&mut self) -> Result<BuyerCookie, Fail> {
        let xml = self.cursor.inner_xml()?;
        Ok(BuyerCookie::from_checked(xml.to_owned()))
    }

    pub(super) fn punch_out_setup_response(&mut self) -> Result<ResponsePayload, Fail> {
        let mut start_page = String::new();
        while let Some(name) = self.cursor.next_child()? {
            match name {
                "StartPage" | "URL" => start_page = self.url_inside()?,
                _ => self.cursor.skip()?,
            }
        }
        Ok(ResponsePayload::PunchOutSetup { start_page })
    }

    pub(super) fn punch_out_order_message(&mut self) -> Result<PunchOutOrderMessage, Fail> {
        let mut message = PunchOutOrderMessage::default();
        self.children(&grammar::PUNCH_OUT_ORDER_MESSAGE, |r, name| {
            match name {
                "BuyerCookie" => message.buyer_cookie = r.buyer_cookie()?,
                "PunchOutOrderMessageHeader" => {
                    message.header = r.punch_out_order_message_header()?;
                }
                "ItemIn" => message.items.push(r.item_in()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(message)
    }

    fn punch_out_order_message_header(&mut self) -> Result<PunchOutOrderMessageHeader, Fail> {
        let mut header = PunchOutOrderMessageHeader {
            operation_allowed: self.punch_out_operation("operationAllowed")?,
            quote_status: self.keyword("quoteStatus").unwrap_or_default(),
            ..PunchOutOrderMessageHeader::default()
        };
        self.children(&grammar::PUNCH_OUT_ORDER_MESSAGE_HEADER, |r, name| {
            match name {
                "SourcingStatus" => header.sourcing_status = Some(r.sourcing_status()?),
                "Total" => header.total = r.amount(&grammar::TOTAL)?,
                "ShipTo" => header.ship_to = r.place(&grammar::SHIP_TO)?,
                "Shipping" => header.shipping = Some(r.shipping()?),
                "Tax" => header.tax = Some(r.tax()?),
                "SupplierOrderInfo" => header.supplier_order_info = Some(r.supplier_order_info()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(header)
    }

    pub(super) fn sourcing_status(&mut self) -> Result<SourcingStatus, Fail> {
        Ok(SourcingStatus { action: self.keyword("action"), lang: self.language(), text: self.string()? })
    }
}
