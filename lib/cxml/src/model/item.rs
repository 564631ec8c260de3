//! Items: what is asked for (`ItemOut`) and what is offered (`ItemIn`).

use super::{
    BlanketItemDetail, Comments, Contact, Decimal, Detail, Distribution, ItemDetail, Money, Shipping, Tax,
};
use crate::{Timestamp, model::Address};

/// `ItemID`: how an item is called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemId {
    /// `SupplierPartID`: the product.
    pub supplier_part_id: String,
    /// `SupplierPartAuxiliaryID`: the supplier's own reference to this very item; buyers send it
    /// back unchanged.
    pub supplier_part_auxiliary_id: Option<String>,
    /// `BuyerPartID`.
    pub buyer_part_id: Option<String>,
}

impl ItemId {
    /// A product and the supplier's reference to this very item.
    pub fn new(part: impl Into<String>, auxiliary: Option<String>) -> Self {
        Self { supplier_part_id: part.into(), supplier_part_auxiliary_id: auxiliary, buyer_part_id: None }
    }
}

/// `SupplierID`: the supplier, by a domain of identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SupplierId {
    /// `domain`, such as `DUNS`.
    pub domain: String,
    /// The identifier.
    pub value: String,
}

/// `ItemOut`: a line that goes from the buyer to the supplier, in orders and in setup requests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemOut {
    /// `quantity`; `None` where none could be read.
    pub quantity: Option<Decimal>,
    /// `lineNumber`.
    pub line_number: Option<u32>,
    /// `requisitionID`.
    pub requisition_id: Option<String>,
    /// `agreementItemNumber`.
    pub agreement_item_number: Option<String>,
    /// `requestedDeliveryDate`.
    pub requested_delivery_date: Option<Timestamp>,
    /// `isAdHoc="yes"`: not from the catalogue.
    pub is_ad_hoc: bool,
    /// What is ordered.
    pub item_id: ItemId,
    /// Its price and description.
    pub detail: Option<Detail>,
    /// From whom.
    pub supplier_id: Option<SupplierId>,
    /// Where it goes.
    pub ship_to: Option<Address>,
    /// What delivery costs.
    pub shipping: Option<Shipping>,
    /// Its tax.
    pub tax: Option<Tax>,
    /// Who pays.
    pub distributions: Vec<Distribution>,
    /// People for this line.
    pub contacts: Vec<Contact>,
    /// Remarks and attachments.
    pub comments: Vec<Comments>,
}

impl ItemOut {
    /// The ordinary detail, if it is not a blanket line.
    pub fn item_detail(&self) -> Option<&ItemDetail> {
        match &self.detail {
            Some(Detail::Item(detail)) => Some(detail),
            _ => None,
        }
    }

    /// The detail of a blanket line.
    pub fn blanket_detail(&self) -> Option<&BlanketItemDetail> {
        match &self.detail {
            Some(Detail::Blanket(detail)) => Some(detail),
            _ => None,
        }
    }

    /// The unit price of either kind of detail.
    pub fn unit_price(&self) -> Option<&Money> {
        match self.detail.as_ref()? {
            Detail::Item(detail) => detail.unit_price.as_ref(),
            Detail::Blanket(detail) => detail.unit_price.as_ref(),
        }
    }
}

/// `ItemIn`: a line that goes from the supplier to the buyer, in a cart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemIn {
    /// `quantity`; `None` where none could be read.
    pub quantity: Option<Decimal>,
    /// `lineNumber`.
    pub line_number: Option<u32>,
    /// What is offered.
    pub item_id: ItemId,
    /// Its price and description.
    pub detail: ItemDetail,
    /// From whom.
    pub supplier_id: Option<SupplierId>,
    /// Where it goes.
    pub ship_to: Option<Address>,
    /// What delivery costs.
    pub shipping: Option<Shipping>,
    /// Its tax.
    pub tax: Option<Tax>,
}
