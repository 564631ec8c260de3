//! What every function stands on, built once and cloned cheaply.

use std::sync::Arc;

use procurement::marketplace::Marketplace;

use crate::clock::Clock;
use crate::ids::Ids;
use crate::keys::Keys;
use crate::store::Store;

/// The store, the time, ids, keys, and what the marketplace says about itself.
#[derive(Clone, Debug)]
pub struct Core {
    pub store: Store,
    pub clock: Clock,
    pub ids: Ids,
    pub keys: Keys,
    pub marketplace: Arc<Marketplace>,
}

// === impl Core ===

impl Core {
    /// A new payloadID of this marketplace.
    pub fn payload_id(&self) -> String {
        self.marketplace.payload_id(self.ids.uuid())
    }
}
