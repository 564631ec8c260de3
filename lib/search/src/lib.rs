//! The catalogue's search index: words, beginnings of words, typing errors, filters with counts (R24).
//!
//! [`Index::build`] makes an index of listings; it is built by whoever changes the catalogue ([`publish`]) and kept
//! beside it as one block of bytes, which a function loads when it starts ([`Shelf`]). The index finds and ranks; who may
//! see what is decided at each search by a [`Viewer`], so private offers and lists of approved products (R23) need no index
//! of their own.
//!
//! Pages that decide about money read the table itself. What stands here may be a few seconds old.

mod blob;
mod build;
mod columns;
mod facets;
mod import;
mod index;
mod publish;
mod query;
mod ranking;
mod schema;
mod shelf;

pub use blob::NotAnIndex;
pub use facets::{Facet, Facets, MOST_FACETS};
pub use import::{ImportError, Imported, ImportedLines, import, import_lines};
pub use index::{Found, Index, SearchError};
pub use publish::{PublishError, Published, publish};
pub use query::{Query, Viewer};
pub use shelf::{Shelf, ShelfError};
