//! Purchase information (R7): what the procurement system's administrator types in, and nothing else.

use std::fmt;

use procurement::connection::Connection;
use procurement::marketplace::Marketplace;
use serde::Serialize;
use utoipa::ToSchema;

/// What the procurement system needs (R7).
#[derive(Clone, Serialize, ToSchema)]
pub struct PurchaseInformation {
    pub punch_out_url: String,
    pub order_url: String,
    pub supplier_domain: String,
    pub supplier_identity: String,
    pub buyer_domain: String,
    pub buyer_identity: String,
    /// Only in the answer to the request that made it; never again.
    pub shared_secret: Option<String>,
    /// The store's logo, 150 × 50, as PNG.
    pub logo_url: String,
}

// === impl PurchaseInformation ===

impl PurchaseInformation {
    pub(crate) fn of(marketplace: &Marketplace, connection: &Connection, secret: Option<String>) -> Self {
        Self {
            punch_out_url: marketplace.url("cxml/setup").into(),
            order_url: marketplace.url("cxml/orders").into(),
            supplier_domain: connection.supplier.domain.to_string(),
            supplier_identity: connection.supplier.value.clone(),
            buyer_domain: connection.buyer.domain.to_string(),
            buyer_identity: connection.buyer.value.clone(),
            shared_secret: secret,
            logo_url: marketplace.url("static/logo.png").into(),
        }
    }

    /// The same for the buyer's test account (R20).
    pub(crate) fn for_test(self, connection: &Connection) -> Self {
        Self {
            supplier_identity: connection.supplier.for_test().value,
            buyer_identity: connection.buyer.for_test().value,
            ..self
        }
    }
}

/// Without the secret: a value that is shown once is in no log.
impl fmt::Debug for PurchaseInformation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PurchaseInformation({} {})", self.buyer_domain, self.buyer_identity)
    }
}
