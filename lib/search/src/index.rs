//! An index in memory, and searches in it.

use std::cmp::Ordering;
use std::fmt;

use procurement::catalogue::Listing;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::directory::RamDirectory;
use tantivy::schema::document::Value as _;
use tantivy::{
    DocAddress, DocId, IndexReader, ReloadPolicy, Score, SegmentOrdinal, SegmentReader, TantivyDocument,
};

use crate::blob::NotAnIndex;
use crate::columns::Columns;
use crate::facets::{Counts, Facets, Filters};
use crate::query::{Query, Viewer};
use crate::ranking::{self, Closeness};
use crate::schema::Fields;

/// A catalogue that can be searched.
pub struct Index {
    reader: IndexReader,
    pub(crate) directory: RamDirectory,
    pub(crate) columns: Columns,
    fields: Fields,
}

/// A page of listings, and what narrows the search further.
#[derive(Clone, Debug)]
pub struct Found {
    /// The page's listings, best first. Their descriptions are left out.
    pub listings: Vec<Listing>,
    /// The filters with what they would leave.
    pub facets: Facets,
    /// How many fit.
    pub total: usize,
    /// Which page it is, from 1.
    pub page: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
    /// Nothing had these words; what is found has similar ones.
    pub similar: bool,
}

/// Why a search or the making of an index failed. It is a fault of this program, not of what was asked.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The engine.
    #[error("the search index does not work: {0}")]
    Engine(#[from] tantivy::TantivyError),
    /// A listing in the index.
    #[error("a listing in the search index cannot be read: {0}")]
    Listing(#[from] serde_json::Error),
    /// The index as it is kept.
    #[error(transparent)]
    Stored(NotAnIndex),
}

/// A listing's number, and how well it fits.
type Hit = (DocId, Score);

// === impl Index ===

impl Index {
    pub(crate) fn over(
        index: tantivy::Index,
        directory: RamDirectory,
        fields: Fields,
        columns: Columns,
    ) -> Result<Self, SearchError> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { reader, directory, columns, fields })
    }

    /// How many listings there are, whoever may see them.
    pub fn len(&self) -> usize {
        self.columns.rows.len()
    }

    pub(crate) fn documents(&self) -> usize {
        usize::try_from(self.reader.searcher().num_docs()).unwrap_or(usize::MAX)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.columns.rows.is_empty()
    }

    /// What this viewer may see of what fits the query: best first, the same in the order of names. Where nobody looks for
    /// anything in particular, what can be sent for approval comes first.
    pub fn search(&self, query: &Query, viewer: &Viewer<'_>) -> Result<Found, SearchError> {
        let found = self.page(query, viewer, self.hits(&query.words, Closeness::Exact)?, false)?;
        if found.total > 0 || query.words.trim().is_empty() || found.facets != Facets::default() {
            return Ok(found);
        }
        // Not one listing that may be seen has the words: they may be mistyped.
        let similar = self.page(query, viewer, self.hits(&query.words, Closeness::Similar)?, true)?;
        Ok(if similar.facets == Facets::default() { found } else { similar })
    }

    fn hits(&self, words: &str, closeness: Closeness) -> Result<Vec<Hit>, SearchError> {
        match ranking::query(&self.fields, words, closeness) {
            Some(query) => Ok(self.reader.searcher().search(&query, &Hits)?),
            None if words.trim().is_empty() => {
                Ok((0..).map(|number| (number, 0.0)).take(self.columns.rows.len()).collect())
            }
            // Only signs, no words.
            None => Ok(Vec::new()),
        }
    }

    fn page(
        &self,
        query: &Query,
        viewer: &Viewer<'_>,
        mut hits: Vec<Hit>,
        similar: bool,
    ) -> Result<Found, SearchError> {
        let filters = Filters::new(query, &self.columns);
        let mut counts = Counts::new(&self.columns);
        let browsing = query.words.trim().is_empty();
        hits.retain_mut(|(number, score)| {
            let row = self.columns.rows.get(usize::try_from(*number).unwrap_or(usize::MAX));
            row.is_some_and(|row| {
                let seen = row.seen_by(viewer);
                if browsing && row.is_carried(seen) {
                    *score = 1.0;
                }
                !seen.is_none() && filters.fits(row, seen, &mut counts)
            })
        });
        let total = hits.len();
        let per_page = query.per_page.max(1);
        let pages = total.div_ceil(per_page).max(1);
        let page = query.page.clamp(1, pages);
        let shown = best(hits, (page - 1) * per_page, per_page);
        let listings = shown.into_iter().map(|(number, _)| self.listing(number)).collect::<Result<_, _>>()?;
        Ok(Found { listings, facets: counts.facets(&self.columns, query), total, page, pages, similar })
    }

    fn listing(&self, number: DocId) -> Result<Listing, SearchError> {
        let document: TantivyDocument = self.reader.searcher().doc(DocAddress::new(0, number))?;
        let bytes = document.get_first(self.fields.listing).and_then(|value| value.as_bytes());
        Ok(serde_json::from_slice(bytes.unwrap_or_default())?)
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Index of {} listings", self.len())
    }
}

/// So many of the best, after those that are skipped.
fn best(mut hits: Vec<Hit>, skipped: usize, many: usize) -> Vec<Hit> {
    let end = skipped.saturating_add(many).min(hits.len());
    if end < hits.len() {
        hits.select_nth_unstable_by(end, better_first);
        hits.truncate(end);
    }
    hits.sort_unstable_by(better_first);
    hits.split_off(skipped.min(end))
}

/// A listing's number is its place in the alphabet.
fn better_first(left: &Hit, right: &Hit) -> Ordering {
    right.1.total_cmp(&left.1).then(left.0.cmp(&right.0))
}

/// Collects every hit with its score.
struct Hits;

/// The hits of the one segment.
#[derive(Default)]
struct SegmentHits(Vec<Hit>);

impl Collector for Hits {
    type Fruit = Vec<Hit>;
    type Child = SegmentHits;

    fn for_segment(&self, _: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<SegmentHits> {
        Ok(SegmentHits::default())
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Vec<Hit>>) -> tantivy::Result<Vec<Hit>> {
        Ok(fruits.concat())
    }
}

impl SegmentCollector for SegmentHits {
    type Fruit = Vec<Hit>;

    fn collect(&mut self, number: DocId, score: Score) {
        self.0.push((number, score));
    }

    fn harvest(self) -> Vec<Hit> {
        self.0
    }
}
