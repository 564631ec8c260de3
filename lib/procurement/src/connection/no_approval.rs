//! What is had at once, without a cart (R16), and what usage is taken to cost (R17).

use super::Connection;
use crate::catalogue::Pricing;
use crate::money::Money;

// === impl Connection ===

impl Connection {
    /// Whether a requester subscribes to something so priced at once, with no cart: the two switches for free products and
    /// for those with a licence of one's own. A paid product at 0.00 is neither (R16), and nor is a trial of one.
    pub const fn needs_no_approval(&self, pricing: &Pricing) -> bool {
        let switches = self.settings.automatic_approval;
        match pricing {
            Pricing::Free => switches.free,
            Pricing::Byol => switches.byol,
            Pricing::Contract { .. }
            | Pricing::FlexiblePaymentSchedule { .. }
            | Pricing::PayAsYouGo { .. }
            | Pricing::FreeTrial { .. } => false,
        }
    }

    /// What a pay-as-you-go request comes to where the requester enters no estimate (R17).
    pub const fn blanket_amount(&self) -> Money {
        self.settings.blanket_amount
    }
}
