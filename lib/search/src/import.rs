//! Products and offers are written, each product all or not at all, and the index for search is built anew.

use std::collections::HashSet;

use crate::publish::{MAX_TRIES, PublishError, Published};
use platform::core::Core;
use platform::store::StoredIndex;
use platform::table::{CommitError, ReadError};
use procurement::catalogue::{CatalogueFault, Listing, not_superseding, parse_lines};

/// How an import went.
#[derive(Debug, Default)]
pub struct Imported {
    /// Products that were new or had changed.
    pub written: usize,
    /// Products that were there as they are.
    pub unchanged: usize,
    /// The places in `listings` of those that were passed over, and why; a place stands there once for each reason.
    pub refused: Vec<(usize, String)>,
}

/// The most faults of a text that are told; a file of another kind has one in every line.
const MAX_FAULTS: usize = 1_000;

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

/// How the import of a text went.
#[derive(Debug, Default)]
pub struct ImportedLines {
    /// Products that were new or had changed.
    pub written: usize,
    /// Products that were there as they are.
    pub unchanged: usize,
    /// What is wrong with the lines that were passed over, by line, up to a limit.
    pub faults: Vec<CatalogueFault>,
    /// Faults beyond the limit.
    pub more_faults: usize,
}

/// Reads JSON lines (docs/catalogue.md), writes what is new or has changed, and publishes the index. A line at fault is passed
/// over and told; the others count.
pub async fn import_lines(core: &Core, text: &str) -> Result<ImportedLines, ImportError> {
    let (listings, faults) = parse_lines(text, core.clock.now());
    let imported = import(core, &listings).await?;
    let (written, unchanged) = (imported.written, imported.unchanged);
    let mut faults = all_faults(text, faults, imported);
    let more_faults = faults.len().saturating_sub(MAX_FAULTS);
    faults.truncate(MAX_FAULTS);
    Ok(ImportedLines { written, unchanged, faults, more_faults })
}

/// Writes what is new or has changed, and publishes the index.
pub async fn import(core: &Core, listings: &[Listing]) -> Result<Imported, ImportError> {
    let (mut imported, mut written) = (Imported::default(), Vec::new());
    for (place, listing) in listings.iter().enumerate() {
        let before = core.store.listing(&listing.product.id).await?;
        let why_not = judge(core, listing, before.as_ref()).await?;
        if !why_not.is_empty() {
            imported.refused.extend(why_not.into_iter().map(|why| (place, why)));
        } else if before.as_ref() == Some(listing) {
            imported.unchanged += 1;
        } else {
            if written.is_empty() {
                leave_index_behind(core).await?;
            }
            core.store.put_listing(listing).await?;
            written.push(listing.clone());
        }
    }
    imported.written = written.len();
    publish(core, &written).await?;
    Ok(imported)
}

/// Before the first listing is written.
async fn leave_index_behind(core: &Core) -> Result<(), ImportError> {
    let mut tries = 1;
    loop {
        let Some(index) = core.store.search_state().await?.index.filter(|index| !index.is_behind) else {
            return Ok(());
        };
        match core.store.leave_search_index_behind(&index).await {
            Err(CommitError::Conflict { .. } | CommitError::Contention) if tries < MAX_TRIES => tries += 1,
            noted => return Ok(noted?),
        }
    }
}

/// An index that is as new as the catalogue stays; a former import may have stopped before it made one.
async fn publish(core: &Core, written: &[Listing]) -> Result<Option<Published>, ImportError> {
    let is_new = |index: &StoredIndex| !index.is_behind;
    if written.is_empty() && core.store.search_state().await?.index.as_ref().is_some_and(is_new) {
        return Ok(None);
    }
    Ok(Some(crate::publish::publish(core, written).await?))
}

/// Why a product may not be written as it is in the file.
async fn judge(core: &Core, listing: &Listing, before: Option<&Listing>) -> Result<Vec<String>, ReadError> {
    let mut why_not = before.map_or_else(Vec::new, |before| not_superseding(listing, before));
    let known = |id| before.is_some_and(|before| before.offers.iter().any(|offer| offer.id == id));
    for offer in &listing.offers {
        if known(offer.id.clone()) {
            continue;
        }
        if let Some(other) = core.store.offer(&offer.id).await?
            && other.product != listing.product.id
        {
            why_not.push(format!(
                "offer {} belongs to product {} in the catalogue; give this one an id of its own",
                offer.id, other.product
            ));
        }
    }
    Ok(why_not)
}

/// The faults of reading and those of writing, by line.
fn all_faults(text: &str, faults: Vec<CatalogueFault>, imported: Imported) -> Vec<CatalogueFault> {
    let text = text.trim_start_matches('\u{feff}');
    let at_fault: HashSet<usize> = faults.iter().map(|fault| fault.line).collect();
    let is_listing = |(line, text): &(usize, &str)| {
        !text.trim().is_empty() && !text.starts_with('#') && !at_fault.contains(line)
    };
    let good: Vec<usize> = (1..).zip(text.lines()).filter(is_listing).map(|(line, _)| line).collect();
    let refused = imported.refused.into_iter();
    let refused =
        refused.filter_map(|(place, problem)| Some(CatalogueFault { line: *good.get(place)?, problem }));
    let mut all: Vec<CatalogueFault> = faults.into_iter().chain(refused).collect();
    all.sort_by_key(|fault| fault.line);
    all
}
