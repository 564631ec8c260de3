//! **Purchase information** (R7): what the procurement system's administrator types in, each value with a button that
//! copies it.

use crate::texts::purchase_information::{TEXTS, Words};
use crate::visitor::Visitor;

/// The pane as it is shown.
#[derive(Clone)]
pub struct PurchaseInformation {
    pub t: &'static Words,
    pub values: Vec<Value>,
    /// Shown this once; none ever after.
    pub secret: Option<String>,
    pub logo: String,
}

/// A value to be copied.
#[derive(Clone, Debug)]
pub struct Value {
    /// The id of the field that holds it.
    pub id: &'static str,
    pub label: &'static str,
    pub value: String,
}

// === impl PurchaseInformation ===

impl PurchaseInformation {
    pub fn new(visitor: &Visitor, information: config::view::PurchaseInformation) -> Self {
        let t = visitor.words(&TEXTS);
        let value = |id, label, value| Value { id, label, value };
        Self {
            t,
            values: vec![
                value("punch-out-url", t.punch_out_url, information.punch_out_url),
                value("order-url", t.order_url, information.order_url),
                value("supplier-domain", t.supplier_domain, information.supplier_domain),
                value("supplier-identity", t.supplier_identity, information.supplier_identity),
                value("buyer-domain", t.buyer_domain, information.buyer_domain),
                value("buyer-identity", t.buyer_identity, information.buyer_identity),
            ],
            secret: information.shared_secret,
            logo: information.logo_url,
        }
    }
}
