//! Products and their sellers.

use serde::{Deserialize, Serialize};
use url::Url;

use crate::id::{ProductId, SellerId};

/// Software that a seller offers on the marketplace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// The product's id, which is the `SupplierPartID` of cXML.
    pub id: ProductId,
    /// Its name.
    pub name: String,
    /// One sentence, for lists.
    pub summary: String,
    /// Everything a requester should know; paragraphs are separated by an empty line.
    pub description: String,
    /// How it is delivered.
    #[serde(rename = "type")]
    pub product_type: ProductType,
    /// What it is for, for filters: `Security`, `Observability`, …
    pub category: String,
    /// Who sells it.
    pub seller: Seller,
    /// Where the seller helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<String>,
    /// Where a new subscriber sets the product up.
    pub setup_url: Url,
    /// Withdrawn products are kept, because agreements refer to them, but cannot be bought.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// Who sells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seller {
    /// The seller's id.
    pub id: SellerId,
    /// The seller's legal name.
    pub name: String,
}

/// How a product is delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductType {
    /// Software as a service.
    Saas,
    /// A machine image (Amazon Machine Image).
    Ami,
    /// Container images.
    Container,
    /// A machine-learning algorithm or model.
    MachineLearning,
    /// A group of rules for a web application firewall.
    WafRules,
    /// Work done by people.
    ProfessionalServices,
}

// === impl ProductType ===

impl ProductType {
    /// Every type there is.
    pub const ALL: [Self; 6] = [
        Self::Saas,
        Self::Ami,
        Self::Container,
        Self::MachineLearning,
        Self::WafRules,
        Self::ProfessionalServices,
    ];

    /// The type as people call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Saas => "SaaS",
            Self::Ami => "Amazon Machine Image",
            Self::Container => "Container",
            Self::MachineLearning => "Machine-learning algorithm",
            Self::WafRules => "WAF rules",
            Self::ProfessionalServices => "Professional services",
        }
    }

    /// The type as it stands in files, queries and documents.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Saas => "saas",
            Self::Ami => "ami",
            Self::Container => "container",
            Self::MachineLearning => "machine_learning",
            Self::WafRules => "waf_rules",
            Self::ProfessionalServices => "professional_services",
        }
    }

    /// The type of this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.key() == key)
    }
}
