//! The purchase order.

use super::reader::Reader;
use crate::grammar;
use crate::xml::Fail;
use crate::{ItemOut, OrderRequest, OrderRequestHeader};

impl Reader<'_> {
    pub(super) fn order_request(&mut self) -> Result<OrderRequest, Fail> {
        let mut order = OrderRequest::default();
        self.children(&grammar::ORDER_REQUEST, |r, name| {
            match name {
                "OrderRequestHeader" => order.header = r.order_request_header()?,
                "ItemOut" => order.items.push(r.item_out()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        if let [only] = order.items.as_slice()
            && *only == ItemOut::default()
        {
            order.items.clear();
        }
        Ok(order)
    }

    fn order_request_header(&mut self) -> Result<OrderRequestHeader, Fail> {
        let mut header = OrderRequestHeader {
            order_id: self.required("orderID"),
            order_date: self.required_moment("orderDate"),
            kind: self.operation("type")?.unwrap_or_default(),
            order_type: self.operation("orderType")?.unwrap_or_default(),
            order_version: self.optional("orderVersion"),
            is_internal_version: self.flag("isInternalVersion"),
            release_required: self.flag("releaseRequired"),
            effective_date: self.moment("effectiveDate"),
            expiration_date: self.moment("expirationDate"),
            agreement_id: self.optional("agreementID"),
            agreement_payload_id: self.optional("agreementPayloadID"),
            parent_agreement_id: self.optional("parentAgreementID"),
            parent_agreement_payload_id: self.optional("parentAgreementPayloadID"),
            requisition_id: self.optional("requisitionID"),
            ship_complete: self.flag("shipComplete"),
            ..OrderRequestHeader::default()
        };
        self.children(&grammar::ORDER_REQUEST_HEADER, |r, name| {
            match name {
                "Total" => header.total = r.amount(&grammar::TOTAL)?,
                "ShipTo" => header.ship_to = r.place(&grammar::SHIP_TO)?,
                "BillTo" => {
                    let place = r.place(&grammar::BILL_TO)?;
                    header.bill_to = place.filter(|place| *place != Default::default());
                }
                "Shipping" => header.shipping = Some(r.shipping()?),
                "Tax" => header.tax = Some(r.tax()?),
                "Payment" => header.payment = r.payment()?,
                "PaymentTerm" => header.payment_terms.push(r.payment_term()?),
                "Contact" => header.contacts.push(r.contact()?),
                "Comments" => header.comments.push(r.comments()?),
                "Followup" => header.followup = Some(r.url_inside()?),
                "DocumentReference" => header.document_reference = Some(r.document_reference()?),
                "SupplierOrderInfo" => header.supplier_order_info = Some(r.supplier_order_info()?),
                "Extrinsic" => header.extrinsics.push(r.extrinsic()?),
                _ => r.pass(name)?,
            }
            Ok(())
        })?;
        Ok(header)
    }
}
