//! Products and offers are written, each product all or not at all, and the index for search is built anew.

use platform::core::Core;
use platform::table::{CommitError, ReadError};
use procurement::catalogue::{Listing, supersedes};
use search::{PublishError, Published};

/// How an import went.
#[derive(Debug, Default)]
pub struct Imported {
    /// Products that were new or had changed.
    pub written: usize,
    /// Products that were there as they are.
    pub unchanged: usize,
    /// The places in `listings` of those that were passed over, and why.
    pub refused: Vec<(usize, String)>,
}

/// Why an import stopped. What was written before stays; importing the same file again goes on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The catalogue could not be read.
    #[error("the catalogue could not be read: {0}")]
    Read(#[from] ReadError),
    /// It could not be written.
    #[error("the catalogue could not be written: {0}; import the file again")]
    Commit(#[from] CommitError),
    /// No index was built.
    #[error(transparent)]
    Publish(#[from] PublishError),
}

/// Writes what is new or has changed, and publishes the index.
pub async fn import(core: &Core, listings: &[Listing]) -> Result<Imported, ImportError> {
    let (mut imported, mut written) = (Imported::default(), Vec::new());
    for (place, listing) in listings.iter().enumerate() {
        let before = core.store.listing(&listing.product.id).await?;
        match judge(core, listing, before.as_ref()).await? {
            Err(why) => imported.refused.push((place, why)),
            Ok(()) if before.as_ref() == Some(listing) => imported.unchanged += 1,
            Ok(()) => {
                core.store.put_listing(listing).await?;
                written.push(listing.clone());
            }
        }
    }
    imported.written = written.len();
    publish(core, &written).await?;
    Ok(imported)
}

/// An index that is as new as the catalogue stays; a former import may have stopped before it made one.
async fn publish(core: &Core, written: &[Listing]) -> Result<Option<Published>, ImportError> {
    if written.is_empty() && core.store.search_state().await?.index.is_some() {
        return Ok(None);
    }
    Ok(Some(search::publish(core, written).await?))
}

/// Whether a product may be written as it is in the file.
async fn judge(
    core: &Core,
    listing: &Listing,
    before: Option<&Listing>,
) -> Result<Result<(), String>, ReadError> {
    let known = |id| before.is_some_and(|before| before.offers.iter().any(|offer| offer.id == id));
    for offer in &listing.offers {
        if known(offer.id.clone()) {
            continue;
        }
        if let Some(other) = core.store.offer(&offer.id).await?
            && other.product != listing.product.id
        {
            return Ok(Err(format!(
                "offer {} belongs to product {} in the catalogue; give this one an id of its own",
                offer.id, other.product
            )));
        }
    }
    Ok(before.map_or(Ok(()), |before| supersedes(listing, before)))
}
