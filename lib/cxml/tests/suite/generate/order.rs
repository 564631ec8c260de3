//! Orders, confirmations, status updates.

use cxml::*;

use super::Source;

impl Source<'_> {
    pub(crate) fn order_request(&mut self) -> OrderRequest {
        let items = match self.list(Self::item_out) {
            only if only == [ItemOut::default()] => vec![],
            items => items,
        };
        OrderRequest { header: self.order_request_header(), items }
    }

    fn order_request_header(&mut self) -> OrderRequestHeader {
        OrderRequestHeader {
            order_id: self.text(),
            order_date: self.moment(),
            kind: self.one_of(&[OrderKind::New, OrderKind::Update, OrderKind::Delete]),
            order_type: self.one_of(&[OrderType::Regular, OrderType::Blanket, OrderType::Release]),
            order_version: self.optional(Self::text),
            is_internal_version: self.flag(),
            release_required: self.flag(),
            effective_date: self.optional(Self::moment),
            expiration_date: self.optional(Self::moment),
            agreement_id: self.optional(Self::text),
            agreement_payload_id: self.optional(Self::text),
            parent_agreement_id: self.optional(Self::text),
            parent_agreement_payload_id: self.optional(Self::text),
            requisition_id: self.optional(Self::text),
            ship_complete: self.flag(),
            total: self.amount(),
            ship_to: self.optional(Self::address),
            bill_to: self.optional_full(Self::address),
            shipping: self.optional(Self::shipping),
            tax: self.optional(Self::tax),
            payment: self.optional(|s| PaymentCard {
                number: s.text().into(),
                expiration: s.text(),
                name: s.optional(Self::text),
                postal_address: s.optional(Self::postal_address),
            }),
            payment_terms: self.list(Self::payment_term),
            contacts: self.list(Self::contact),
            comments: self.list(Self::comments),
            followup: self.optional(Self::text),
            document_reference: self.optional(Self::text),
            supplier_order_info: self.optional(Self::supplier_order_info),
            extrinsics: self.list(Self::extrinsic),
        }
    }

    pub(crate) fn payment_term(&mut self) -> PaymentTerm {
        PaymentTerm {
            pay_in_number_of_days: self.text(),
            discount: match self.byte() % 3 {
                0 => None,
                1 => Some(Discount::Percent(self.number())),
                _ => Some(Discount::Amount(self.money())),
            },
        }
    }

    pub(crate) fn order_reference(&mut self) -> OrderReference {
        OrderReference {
            payload_id: self.text(),
            order_id: self.optional(Self::text),
            order_date: self.optional(Self::moment),
        }
    }

    pub(crate) fn confirmation_request(&mut self) -> ConfirmationRequest {
        use ConfirmationType::*;
        ConfirmationRequest {
            header: ConfirmationHeader {
                confirm_id: self.optional(Self::text),
                operation: self.one_of(&[ConfirmationOperation::New, ConfirmationOperation::Update]),
                kind: self.one_of(&[
                    Accept,
                    AllDetail,
                    Detail,
                    Backordered,
                    Except,
                    Reject,
                    RequestToPay,
                    Replace,
                ]),
                notice_date: self.moment(),
                invoice_id: self.optional(Self::text),
                document_reference: self.optional(Self::text),
                total: self.amount(),
                shipping: self.optional(Self::shipping),
                tax: self.optional(Self::tax),
                contacts: self.list(Self::contact),
                comments: self.list(Self::comments),
                extrinsics: self.list(Self::extrinsic),
            },
            order_reference: self.order_reference(),
            items: self.list(|s| ConfirmationItem {
                quantity: s.optional(Self::number),
                line_number: s.line(),
                unit_of_measure: s.text(),
                contacts: s.list(Self::contact),
                statuses: s.list_without_empty(Self::confirmation_status),
            }),
        }
    }

    fn confirmation_status(&mut self) -> ConfirmationStatus {
        use ConfirmationStatusType::*;
        let detail = match self.flag() {
            true => ConfirmedDetail::Item(Box::new(self.item_in())),
            false => ConfirmedDetail::Price {
                unit_price: self.amount(),
                tax: self.optional(Self::tax),
                shipping: self.optional(Self::shipping),
            },
        };
        ConfirmationStatus {
            quantity: self.optional(Self::number),
            kind: self.one_of(&[Unknown, Accept, AllDetail, Detail, Backordered, Reject, RequestToPay]),
            shipment_date: self.optional(Self::moment),
            delivery_date: self.optional(Self::moment),
            unit_of_measure: self.text(),
            detail,
            comments: self.list(Self::comments),
            extrinsics: self.list(Self::extrinsic),
        }
    }

    pub(crate) fn status_update_request(&mut self) -> StatusUpdateRequest {
        let detail = match self.byte() % 4 {
            0 => None,
            1 => Some(StatusUpdateDetail::Sourcing(self.sourcing_status())),
            2 => Some(StatusUpdateDetail::Invoice(self.invoice_status())),
            _ => Some(StatusUpdateDetail::Document(DocumentStatus {
                kind: self.text(),
                document: self.optional(|s| DocumentInfo {
                    document_id: s.text(),
                    document_type: s.text(),
                    document_date: s.optional(Self::moment),
                }),
                comments: self.list(Self::comments),
            })),
        };
        StatusUpdateRequest {
            document_reference: self.optional(Self::text),
            status: self.status(),
            detail,
            extrinsics: self.list(Self::extrinsic),
        }
    }

    fn invoice_status(&mut self) -> InvoiceStatus {
        use InvoiceStatusType::*;
        InvoiceStatus {
            kind: self.one_of(&[Processing, Canceled, Reconciled, Rejected, Paying, Paid]),
            invoice: self.optional(Self::invoice_id_info),
            partial_amount: self.amount(),
            comments: self.list(Self::comments),
        }
    }
}
