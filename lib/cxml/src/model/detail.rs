//! What an item is and costs.

use super::{Decimal, Description, Extrinsic, Money, Name, Url};

/// What describes a line of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// `ItemDetail`, the ordinary one.
    Item(Box<ItemDetail>),
    /// `BlanketItemDetail`, of a blanket order.
    Blanket(Box<BlanketItemDetail>),
}

impl From<ItemDetail> for Detail {
    fn from(detail: ItemDetail) -> Self {
        Self::Item(Box::new(detail))
    }
}

impl From<BlanketItemDetail> for Detail {
    fn from(detail: BlanketItemDetail) -> Self {
        Self::Blanket(Box::new(detail))
    }
}

/// `ItemDetail`. The DTD wants a price, a unit, a description and a classification; senders leave
/// them out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemDetail {
    /// `UnitPrice`; `None` where none could be read.
    pub unit_price: Option<Money>,
    /// Descriptions, one per language.
    pub descriptions: Vec<Description>,
    /// `UnitOfMeasure`, a UN/CEFACT code such as `EA`.
    pub unit_of_measure: String,
    /// `PriceBasisQuantity`: the price is for so many.
    pub price_basis_quantity: Option<PriceBasisQuantity>,
    /// Classifications, UNSPSC first.
    pub classifications: Vec<Classification>,
    /// `ManufacturerPartID`.
    pub manufacturer_part_id: Option<String>,
    /// `ManufacturerName`; its language may be empty.
    pub manufacturer_name: Option<Name>,
    /// A page about the item.
    pub url: Option<Url>,
    /// `LeadTime` in days, as it was sent.
    pub lead_time: Option<String>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

impl ItemDetail {
    /// The value of the extrinsic of that name.
    pub fn extrinsic(&self, name: &str) -> Option<&str> {
        Extrinsic::find(&self.extrinsics, name)
    }

    /// The code in a domain of classification; domains are compared without case.
    pub fn classification(&self, domain: &str) -> Option<&str> {
        self.classifications.iter().find(|c| c.domain.eq_ignore_ascii_case(domain)).map(|c| c.value.as_str())
    }
}

/// `BlanketItemDetail`: the bounds of what may be called off.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlanketItemDetail {
    /// Descriptions, one per language.
    pub descriptions: Vec<Description>,
    /// `MaxAmount`.
    pub max_amount: Option<Money>,
    /// `MinAmount`.
    pub min_amount: Option<Money>,
    /// `MaxQuantity`.
    pub max_quantity: Option<Decimal>,
    /// `MinQuantity`.
    pub min_quantity: Option<Decimal>,
    /// `UnitPrice`.
    pub unit_price: Option<Money>,
    /// `UnitOfMeasure`.
    pub unit_of_measure: Option<String>,
    /// Classifications.
    pub classifications: Vec<Classification>,
    /// Extensions.
    pub extrinsics: Vec<Extrinsic>,
}

/// `Classification`: a commodity code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Classification {
    /// `domain`, usually `UNSPSC`.
    pub domain: String,
    /// The code, such as `43230000` (R31).
    pub value: String,
}

impl Classification {
    /// A code in a domain.
    pub fn new(domain: impl Into<String>, value: impl Into<String>) -> Self {
        Self { domain: domain.into(), value: value.into() }
    }
}

/// `PriceBasisQuantity`: the unit price buys `quantity` of `unit_of_measure`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PriceBasisQuantity {
    /// `quantity`; `None` where none could be read.
    pub quantity: Option<Decimal>,
    /// `conversionFactor`; `None` where none could be read.
    pub conversion_factor: Option<Decimal>,
    /// The unit of the price.
    pub unit_of_measure: String,
    /// In words.
    pub description: Option<Description>,
}
