//! The PO number that is typed in where purchases go without a procurement system, and where it is seen again (R18).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::OrganisationSettings;
use crate::catalogue::{Pricing, ProductType};

/// The most characters of a PO number (R18).
pub const MAX_ORDER_NUMBER: usize = 200;

/// A PO number as somebody typed it in: 1 to 200 characters in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrderNumber(String);

/// Why a text is no PO number.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("Write the PO number in one line of at most {MAX_ORDER_NUMBER} characters.")]
pub struct NotAnOrderNumber;

// === impl OrderNumber ===

impl OrderNumber {
    /// What was typed in; nothing if the field was left empty.
    pub fn read(typed: &str) -> Result<Option<Self>, NotAnOrderNumber> {
        let typed = typed.trim();
        if typed.chars().count() > MAX_ORDER_NUMBER || typed.contains(char::is_control) {
            return Err(NotAnOrderNumber);
        }
        Ok((!typed.is_empty()).then(|| Self(typed.to_owned())))
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for OrderNumber {
    type Error = NotAnOrderNumber;

    fn try_from(text: String) -> Result<Self, NotAnOrderNumber> {
        Self::read(&text)?.ok_or(NotAnOrderNumber)
    }
}

impl From<OrderNumber> for String {
    fn from(number: OrderNumber) -> Self {
        number.0
    }
}

// === impl OrganisationSettings ===

impl OrganisationSettings {
    /// Whether a native purchase of something so priced asks for a PO number first: SaaS contracts, under purchase order
    /// management (R18).
    pub const fn asks_for_order_number(&self, product: ProductType, pricing: &Pricing) -> bool {
        self.purchase_order_management && is_saas_contract(product, pricing)
    }

    /// Whether the PO number appears on the bill of something so priced: SaaS contracts, under billing integration (R18).
    pub const fn bills_order_number(&self, product: ProductType, pricing: &Pricing) -> bool {
        self.billing_integration && is_saas_contract(product, pricing)
    }
}

const fn is_saas_contract(product: ProductType, pricing: &Pricing) -> bool {
    matches!(product, ProductType::Saas) && pricing.is_contract()
}
