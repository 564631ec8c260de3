//! Invoices.

use cxml::*;

use super::Source;

impl Source<'_> {
    pub(crate) fn invoice_detail_request(&mut self) -> InvoiceDetailRequest {
        InvoiceDetailRequest {
            header: self.invoice_header(),
            orders: match self.flag() {
                true => InvoiceOrders::Headers(self.list_without_empty(Self::invoice_header_order)),
                false => InvoiceOrders::Lines(self.list_without_empty(Self::invoice_order)),
            },
            summary: InvoiceDetailSummary {
                subtotal_amount: self.amount(),
                tax: self.optional_full(Self::tax),
                special_handling: self.optional(|s| SpecialHandling {
                    amount: s.amount(),
                    description: s.optional(Self::description),
                }),
                shipping_amount: self.amount(),
                gross_amount: self.amount(),
                discount: self.optional(Self::invoice_discount),
                net_amount: self.amount(),
                deposit_amount: self.amount(),
                due_amount: self.amount(),
            },
        }
    }

    fn invoice_header(&mut self) -> InvoiceDetailRequestHeader {
        use InvoicePurpose::*;
        InvoiceDetailRequestHeader {
            invoice_id: self.text(),
            invoice_date: self.moment(),
            is_information_only: self.flag(),
            purpose: self.one_of(&[Standard, CreditMemo, DebitMemo, LineLevelCreditMemo, LineLevelDebitMemo]),
            operation: self.one_of(&[InvoiceOperation::New, InvoiceOperation::Delete]),
            origin: self.one_of(&[None, Some(InvoiceOrigin::Supplier), Some(InvoiceOrigin::Buyer)]),
            header_indicator: InvoiceDetailHeaderIndicator {
                is_header_invoice: self.flag(),
                is_vat_recoverable: self.flag(),
            },
            line_indicator: InvoiceDetailLineIndicator {
                is_tax_in_line: self.flag(),
                is_special_handling_in_line: self.flag(),
                is_shipping_in_line: self.flag(),
                is_discount_in_line: self.flag(),
                is_accounting_in_line: self.flag(),
            },
            partners: self
                .list(|s| InvoicePartner { contact: s.contact(), id_references: s.list(Self::id_reference) }),
            document_reference: self.optional(Self::text),
            invoice_id_info: self.optional(Self::invoice_id_info),
            payment_terms: self.list(Self::payment_term),
            period: self.optional(Self::period),
            comments: self.optional(Self::comments),
            extrinsics: self.list(Self::extrinsic),
        }
    }

    pub(crate) fn invoice_id_info(&mut self) -> InvoiceIdInfo {
        InvoiceIdInfo { invoice_id: self.text(), invoice_date: self.optional(Self::moment) }
    }

    fn period(&mut self) -> Period {
        Period { start_date: self.moment(), end_date: self.moment() }
    }

    fn invoice_discount(&mut self) -> InvoiceDetailDiscount {
        InvoiceDetailDiscount { amount: self.amount(), percentage_rate: self.optional(Self::number) }
    }

    fn invoice_order(&mut self) -> InvoiceDetailOrder {
        let lines = match self.list(Self::invoice_line) {
            only if only == [InvoiceLine::default()] => vec![],
            lines => lines,
        };
        InvoiceDetailOrder { order_info: self.invoice_order_info(), lines }
    }

    fn invoice_order_info(&mut self) -> InvoiceDetailOrderInfo {
        let order = match self.byte() % 3 {
            0 => None,
            1 => Some(InvoicedOrder::Reference(self.order_reference())),
            _ => Some(InvoicedOrder::Id(OrderIdInfo {
                order_id: self.text(),
                order_date: self.optional(Self::moment),
            })),
        };
        let agreement = match self.byte() % 3 {
            0 => None,
            1 => Some(AgreementReference::Document {
                payload_id: self.text(),
                agreement_id: self.optional(Self::text),
                agreement_date: self.optional(Self::moment),
            }),
            _ => Some(AgreementReference::Id {
                agreement_id: self.text(),
                agreement_date: self.optional(Self::moment),
            }),
        };
        InvoiceDetailOrderInfo { order, agreement, supplier_order: self.optional(Self::supplier_order_info) }
    }

    fn invoice_header_order(&mut self) -> InvoiceDetailHeaderOrder {
        InvoiceDetailHeaderOrder {
            order_info: self.invoice_order_info(),
            summary: InvoiceDetailOrderSummary {
                invoice_line_number: self.line(),
                inspection_date: self.optional(Self::moment),
                subtotal_amount: self.amount(),
                period: self.optional(Self::period),
                tax: self.optional(Self::tax),
                gross_amount: self.amount(),
                discount: self.optional(Self::invoice_discount),
                net_amount: self.amount(),
                comments: self.optional(Self::comments),
                extrinsics: self.list(Self::extrinsic),
            },
        }
    }

    fn invoice_line(&mut self) -> InvoiceLine {
        match self.byte() % 2 {
            0 => self.invoice_item().into(),
            _ => self.invoice_service_item().into(),
        }
    }

    fn invoice_item(&mut self) -> InvoiceDetailItem {
        InvoiceDetailItem {
            invoice_line_number: self.line(),
            quantity: self.optional(Self::number),
            reference_date: self.optional(Self::moment),
            inspection_date: self.optional(Self::moment),
            unit_of_measure: self.text(),
            unit_price: self.amount(),
            price_basis_quantity: self.optional(Self::price_basis_quantity),
            item_reference: InvoiceDetailItemReference {
                line_number: self.line(),
                item_id: self.optional(Self::item_id),
                description: self.optional(Self::description),
                classifications: self.list(Self::classification),
                manufacturer: self.optional(|s| (s.text(), s.name())),
                country: self.optional(Self::country),
                serial_numbers: self.list(Self::text),
            },
            subtotal_amount: self.amount(),
            tax: self.optional(Self::tax),
            gross_amount: self.amount(),
            discount: self.optional(Self::invoice_discount),
            net_amount: self.amount(),
            distributions: self.list(Self::distribution),
            comments: self.optional(Self::comments),
            extrinsics: self.list(Self::extrinsic),
        }
    }

    fn invoice_service_item(&mut self) -> InvoiceDetailServiceItem {
        InvoiceDetailServiceItem {
            invoice_line_number: self.line(),
            quantity: self.optional(Self::number),
            reference_date: self.optional(Self::moment),
            inspection_date: self.optional(Self::moment),
            item_reference: InvoiceDetailServiceItemReference {
                line_number: self.line(),
                classifications: self.list(Self::classification),
                item_id: self.optional(Self::item_id),
                description: self.optional(Self::description),
            },
            subtotal_amount: self.amount(),
            period: self.optional(Self::period),
            unit: self.optional(|s| (s.text(), s.money())),
            tax: self.optional(Self::tax),
            gross_amount: self.amount(),
            discount: self.optional(Self::invoice_discount),
            net_amount: self.amount(),
            distributions: self.list(Self::distribution),
            comments: self.optional(Self::comments),
            extrinsics: self.list(Self::extrinsic),
        }
    }
}
