//! The message inspector: every document in and out, without secrets and addresses, found by its words (R57).

use procurement::id::ConnectionId;
use procurement::inspector::{masked, searchable};

use crate::core::Core;
use crate::documents::About;
use crate::store::KeptDocument;
use crate::table::ReadError;

/// A connection's documents, newest first: all, or those that hold these words: a purchase order's number, a
/// payloadID, a requester's name or address, and what a document itself says.
///
/// What was noted of a document is looked at first; its content is read only where that says nothing.
pub async fn find(
    core: &Core,
    connection: ConnectionId,
    words: Option<&str>,
) -> Result<Vec<KeptDocument>, ReadError> {
    let all = core.store.documents_of(connection).await?;
    let Some(words) = words.map(|words| words.trim().to_lowercase()).filter(|words| !words.is_empty()) else {
        return Ok(all);
    };
    let mut found = Vec::new();
    for kept in all {
        if is_named(&kept.about, &words) || says(core, &kept.id, &words).await? {
            found.push(kept);
        }
    }
    Ok(found)
}

fn is_named(about: &About, words: &str) -> bool {
    let mut names = std::iter::once(&about.payload_id).chain(&about.names);
    names.any(|name| name.to_lowercase().contains(words))
}

async fn says(core: &Core, id: &str, words: &str) -> Result<bool, ReadError> {
    let content = core.store.document(id).await?;
    Ok(content.is_some_and(|content| searchable(&content).contains(words)))
}

/// A document as people may see it.
pub async fn show(core: &Core, id: &str) -> Result<Option<String>, ReadError> {
    Ok(core.store.document(id).await?.map(|content| masked(&content)))
}
