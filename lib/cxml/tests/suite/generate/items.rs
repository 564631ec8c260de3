//! Lines and what they hold.

use cxml::*;

use super::Source;

impl Source<'_> {
    pub(crate) fn item_id(&mut self) -> ItemId {
        ItemId {
            supplier_part_id: self.text(),
            supplier_part_auxiliary_id: self.optional(Self::text),
            buyer_part_id: self.optional(Self::text),
        }
    }

    pub(crate) fn classification(&mut self) -> Classification {
        Classification::new(self.text(), self.text())
    }

    pub(crate) fn item_detail(&mut self) -> ItemDetail {
        ItemDetail {
            unit_price: self.amount(),
            descriptions: self.list_without_empty(Self::description),
            unit_of_measure: self.text(),
            price_basis_quantity: self.optional(Self::price_basis_quantity),
            classifications: self.list_without_empty(Self::classification),
            manufacturer_part_id: self.optional(Self::text),
            manufacturer_name: self.optional(Self::name),
            url: self.optional(Self::url),
            lead_time: self.optional(Self::text),
            extrinsics: self.list(Self::extrinsic),
        }
    }

    fn blanket_item_detail(&mut self) -> BlanketItemDetail {
        BlanketItemDetail {
            descriptions: self.list_without_empty(Self::description),
            max_amount: self.amount(),
            min_amount: self.amount(),
            max_quantity: self.optional(Self::number),
            min_quantity: self.optional(Self::number),
            unit_price: self.amount(),
            unit_of_measure: self.optional(Self::text),
            classifications: self.list(Self::classification),
            extrinsics: self.list(Self::extrinsic),
        }
    }

    pub(crate) fn price_basis_quantity(&mut self) -> PriceBasisQuantity {
        PriceBasisQuantity {
            quantity: self.optional(Self::number),
            conversion_factor: self.optional(Self::number),
            unit_of_measure: self.text(),
            description: self.optional(Self::description),
        }
    }

    fn supplier_id(&mut self) -> SupplierId {
        SupplierId { domain: self.text(), value: self.text() }
    }

    pub(crate) fn item_out(&mut self) -> ItemOut {
        let detail = match self.byte() % 3 {
            0 => None,
            1 => Some(self.item_detail().into()),
            _ => Some(self.blanket_item_detail().into()),
        };
        ItemOut {
            quantity: self.optional(Self::number),
            line_number: self.line(),
            requisition_id: self.optional(Self::text),
            agreement_item_number: self.optional(Self::text),
            requested_delivery_date: self.optional(Self::moment),
            is_ad_hoc: self.flag(),
            item_id: self.item_id(),
            detail,
            supplier_id: self.optional(Self::supplier_id),
            ship_to: self.optional(Self::address),
            shipping: self.optional(Self::shipping),
            tax: self.optional(Self::tax),
            distributions: self.list(Self::distribution),
            contacts: self.list(Self::contact),
            comments: self.list(Self::comments),
        }
    }

    pub(crate) fn item_in(&mut self) -> ItemIn {
        ItemIn {
            quantity: self.optional(Self::number),
            line_number: self.line(),
            item_id: self.item_id(),
            detail: self.item_detail(),
            supplier_id: self.optional(Self::supplier_id),
            ship_to: self.optional(Self::address),
            shipping: self.optional(Self::shipping),
            tax: self.optional(Self::tax),
        }
    }

    pub(crate) fn shipping(&mut self) -> Shipping {
        Shipping {
            amount: self.amount(),
            description: self.description(),
            tracking_domain: self.optional(Self::text),
            tracking_id: self.optional(Self::text),
        }
    }

    pub(crate) fn tax(&mut self) -> Tax {
        Tax {
            amount: self.amount(),
            description: self.description(),
            details: self.list(|s| TaxDetail {
                category: s.text(),
                purpose: s.optional(Self::text),
                percentage_rate: s.optional(Self::number),
                is_vat_recoverable: s.flag(),
                tax_point_date: s.optional(Self::moment),
                taxable_amount: s.amount(),
                tax_amount: s.amount(),
                location: s.optional(Self::name),
                description: s.optional(Self::description),
            }),
        }
    }

    pub(crate) fn distribution(&mut self) -> Distribution {
        Distribution {
            accounting: Accounting {
                name: self.text(),
                segments: self.list_without_empty(|s| AccountingSegment {
                    id: s.text(),
                    name: s.name(),
                    description: s.description(),
                }),
            },
            charge: self.amount(),
        }
    }
}
