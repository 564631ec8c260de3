//! A requisition item as a line of the cart, the purchase order and the invoice (R19, R31).
//!
//! By product, a line is one unit at the whole price. By line, what is charged once is a *Service* of one unit at the whole
//! price; what is charged by usage, or in several parts, is a *Material*, counted in the currency's smallest unit, so that any
//! part of it can be invoiced.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Requisition;
use crate::catalogue::{Pricing, Quote};
use crate::connection::LineRule;
use crate::money::Money;

/// How a requisition item is written as a line. It stays what it was when the item was asked for, whatever the connection's
/// rule becomes: the procurement system orders what its cart said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineForm {
    /// One unit, filed under the product's type (R31).
    #[default]
    ByProduct,
    /// One charge that is not for usage.
    Service,
    /// Usage, or several charges.
    Material,
}

/// A line, as far as its form decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CartLine {
    /// How many.
    pub quantity: Decimal,
    /// The price of one.
    pub unit_price: Money,
    /// The UNSPSC code.
    pub unspsc: &'static str,
    /// What the extrinsic `LineType` says.
    pub line_type: Option<&'static str>,
}

// === impl LineForm ===

impl LineForm {
    /// The form under this rule of what comes to this quote.
    pub fn of(rule: LineRule, pricing: &Pricing, quote: &Quote) -> Self {
        match rule {
            LineRule::ByProduct => Self::ByProduct,
            LineRule::ByLine
                if has_several_charges(pricing, quote) && quote.total.minor_units().is_some() =>
            {
                Self::Material
            }
            LineRule::ByLine => Self::Service,
        }
    }
}

/// Usage comes in any number of charges; a contract in one for each dimension, or for each instalment.
fn has_several_charges(pricing: &Pricing, quote: &Quote) -> bool {
    match pricing {
        Pricing::PayAsYouGo { .. } => true,
        Pricing::Contract { .. } => quote.details.len() > 1,
        Pricing::FlexiblePaymentSchedule { instalments, .. } => instalments.len() > 1,
        Pricing::Free | Pricing::Byol | Pricing::FreeTrial { .. } => false,
    }
}

// === impl Requisition ===

impl Requisition {
    /// The item as a line.
    pub fn cart_line(&self) -> CartLine {
        let total = self.quote.total;
        let whole =
            |unspsc, line_type| CartLine { quantity: Decimal::ONE, unit_price: total, unspsc, line_type };
        match (self.line_form, total.minor_units()) {
            (LineForm::ByProduct, _) => whole(self.product.product_type.unspsc(), None),
            (LineForm::Material, Some(quantity)) => CartLine {
                quantity,
                unit_price: Money::minor_unit(total.currency),
                unspsc: "43232701",
                line_type: Some("Material"),
            },
            (LineForm::Service | LineForm::Material, _) => whole("81162000", Some("Service")),
        }
    }
}
