//! An index is built of listings, in the order of their names.

use std::collections::HashMap;

use procurement::catalogue::Listing;
use tantivy::TantivyDocument;
use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;

use crate::columns::{Columns, Row};
use crate::index::{Index, SearchError};
use crate::schema::{Fields, tokenizers};

/// What the writer's tables begin with; they grow with the listings.
const WRITER_MEMORY: usize = 4 * 1024 * 1024;

// === impl Index ===

impl Index {
    /// Indexes these listings; withdrawn ones are left out.
    ///
    /// They get numbers in the order of their names, and all are in one segment: a listing's number is its place in
    /// the alphabet and in columns.
    pub fn build(listings: impl IntoIterator<Item = Listing>) -> Result<Self, SearchError> {
        let mut listings: Vec<Listing> =
            listings.into_iter().filter(|listing| !listing.product.withdrawn).collect();
        listings
            .sort_by_cached_key(|listing| (listing.product.name.to_lowercase(), listing.product.id.clone()));
        let fields = Fields::new();
        let directory = RamDirectory::create();
        let columns = columns(&listings);
        let builder = tantivy::Index::builder().schema(fields.schema.clone()).tokenizers(tokenizers());
        if listings.is_empty() {
            // The engine has no segment of nothing.
            return Self::over(builder.open_or_create(directory.clone())?, directory, fields, columns);
        }
        // No threads, and one segment: what a serverless function and a test both want.
        let mut writer: SingleSegmentIndexWriter =
            builder.single_segment_index_writer(directory.clone(), WRITER_MEMORY)?;
        for listing in listings {
            writer.add_document(document(&fields, listing)?)?;
        }
        Self::over(writer.finalize()?, directory, fields, columns)
    }
}

fn document(fields: &Fields, mut listing: Listing) -> Result<TantivyDocument, SearchError> {
    let product = &mut listing.product;
    let mut document = TantivyDocument::new();
    document.add_text(fields.description, std::mem::take(&mut product.description));
    document.add_text(fields.name, &product.name);
    document.add_text(fields.seller, &product.seller.name);
    let about = format!("{} {} {}", product.summary, product.category, product.product_type.label());
    document.add_text(fields.about, about);
    document.add_text(fields.stems, format!("{} {} {}", product.name, product.category, product.summary));
    document.add_bytes(fields.listing, &serde_json::to_vec(&listing)?);
    Ok(document)
}

fn columns(listings: &[Listing]) -> Columns {
    let (mut sellers, mut categories) = (Places::default(), Places::default());
    let mut columns = Columns::default();
    for listing in listings {
        let product = &listing.product;
        let seller = sellers.place(product.seller.id.as_str(), || {
            columns.sellers.push((product.seller.id.to_string(), product.seller.name.clone()));
        });
        let category =
            categories.place(&product.category, || columns.categories.push(product.category.clone()));
        columns.rows.push(Row::new(listing, seller, category));
    }
    columns
}

/// Each text's place in the order of first sight.
#[derive(Default)]
struct Places<'a>(HashMap<&'a str, usize>);

// === impl Places ===

impl<'a> Places<'a> {
    fn place(&mut self, text: &'a str, on_first_sight: impl FnOnce()) -> usize {
        let next = self.0.len();
        *self.0.entry(text).or_insert_with(|| {
            on_first_sight();
            next
        })
    }
}
