//! What every function stands on, built once and cloned cheaply.

use std::sync::Arc;

use cxml::model::Header;
use procurement::connection::{Connection, SealedSecret};
use procurement::marketplace::Marketplace;
use procurement::refusal::Refusal;
use procurement::sender::{self, Known, SenderKeys};

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
    /// The connection whose Sender a document has, by its secret or by its CredentialMac; the use of the secret is remembered
    /// (R8, R15, R54).
    pub async fn authenticate<'a>(
        &self,
        header: &Header,
        connections: &'a [Connection],
    ) -> Result<Known<'a>, Refusal> {
        let (hash, now) = (self.keys.secret_key(), self.clock.now());
        let open = &|connection, sealed: &SealedSecret| self.keys.open_shared_secret(connection, sealed);
        let known = sender::authenticate(header, connections, &SenderKeys { hash: &hash, open }, now)?;
        self.store.secret_used(known.connection.id, known.secret.id(), now).await;
        Ok(known)
    }

    /// A new payloadID of this marketplace.
    pub fn payload_id(&self) -> String {
        self.marketplace.payload_id(self.ids.uuid())
    }
}
