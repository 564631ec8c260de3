//! Which products need no approval (R16).

use serde::{Deserialize, Serialize};

/// The two switches for products that cost nothing here. On: the requester subscribes at once, with no cart. Off: an order
/// of 0.00 goes through the procurement system (R16).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutomaticApproval {
    /// Free products.
    pub free: bool,
    /// Products whose licence was bought elsewhere.
    pub byol: bool,
}
