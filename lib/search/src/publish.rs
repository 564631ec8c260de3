//! Whoever changes the catalogue builds its index and keeps it for the functions.

use std::collections::BTreeMap;

use platform::core::Core;
use platform::store::Store;
use platform::table::{CommitError, ReadError};
use procurement::catalogue::Listing;
use procurement::id::ProductId;

use crate::blob::NotAnIndex;
use crate::index::{Index, SearchError};

/// Others may publish at the same time; the last one has everything.
pub(crate) const MAX_TRIES: u32 = 5;

/// What was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// Listings in the index.
    pub listings: usize,
    /// Bytes of it.
    pub bytes: usize,
}

/// Why no new index was kept. The functions then notice that the catalogue changed when it is noted, and index it
/// themselves.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The catalogue could not be read.
    #[error("the catalogue could not be read to index it: {0}")]
    Read(#[from] ReadError),
    /// No index could be made.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// It has no form of bytes.
    #[error(transparent)]
    Bytes(#[from] NotAnIndex),
    /// It could not be written.
    #[error("the search index could not be written: {0}; import the catalogue again")]
    Commit(#[from] CommitError),
}

/// Indexes the catalogue, keeps the index and notes that the catalogue changed. `written` are the listings that were
/// written just now: reading all listings may not show them yet.
pub async fn publish(core: &Core, written: &[Listing]) -> Result<Published, PublishError> {
    let mut tries = 1;
    loop {
        // What is there before the listings are read: a conflict then means that somebody else has read them later.
        let before = core.store.search_state().await?.index;
        let index = Index::build(all_listings(&core.store, written).await?)?;
        let bytes = index.to_bytes()?;
        let generation = core.ids.uuid().simple().to_string();
        let kept = core.store.put_search_index(&bytes, &generation, before.as_ref(), core.clock.now()).await;
        match kept {
            Ok(_) => return Ok(Published { listings: index.len(), bytes: bytes.len() }),
            Err(CommitError::Conflict { .. } | CommitError::Contention) if tries < MAX_TRIES => tries += 1,
            Err(error) => return Err(error.into()),
        }
    }
}

async fn all_listings(store: &Store, written: &[Listing]) -> Result<Vec<Listing>, ReadError> {
    let read = store.listings().await?;
    let all = read.into_iter().chain(written.iter().cloned());
    let newest: BTreeMap<ProductId, Listing> =
        all.map(|listing| (listing.product.id.clone(), listing)).collect();
    Ok(newest.into_values().collect())
}
