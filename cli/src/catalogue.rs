//! `punchgate catalogue`: products and offers from a file.

use std::path::PathBuf;

use clap::Subcommand;
use jiff::Timestamp;
use platform::store::Store;
use platform::table::CommitError;
use procurement::catalogue::{CatalogueFault, Listing, parse_lines};

use crate::place::{Place, PlaceError, marketplace_at};
use crate::serve::local;

/// The catalogue that comes with the program; docs/catalogue.md describes its format.
pub const SAMPLE: &str = include_str!("../sample/catalogue.jsonl");

/// What can be done with the catalogue.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read products and offers from a file of JSON lines (docs/catalogue.md); `sample` is the one that comes with the
    /// program. Stop the marketplace first.
    Import {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The file.
        file: PathBuf,
    },
}

/// Why a catalogue was not imported, or not all of it.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The file.
    #[error("{0} cannot be read: {1}")]
    File(String, std::io::Error),
    /// Lines of it.
    #[error("{} of the lines are at fault and were passed over; correct them and import the file again:\n{}", .0.len(), lines(.0))]
    Faults(Vec<String>),
    /// The store.
    #[error("the catalogue could not be written: {0}")]
    Commit(#[from] CommitError),
}

// === impl Command ===

impl Command {
    /// Does it.
    pub async fn run(self) -> Result<(), CatalogueError> {
        let Self::Import { data, file } = self;
        let name = file.display().to_string();
        let text = match name.as_str() {
            "sample" => SAMPLE.to_owned(),
            _ => std::fs::read_to_string(&file).map_err(|error| CatalogueError::File(name.clone(), error))?,
        };
        let place = Place::open(&data).await?;
        let core = place.core(marketplace_at(local(([127, 0, 0, 1], 80).into())));
        let (listings, faults) = parse_lines(&text, core.clock.now());
        import(&core.store, &listings, core.clock.now()).await?;
        println!("{} products imported", listings.len());
        if faults.is_empty() { Ok(()) } else { Err(CatalogueError::Faults(named(&name, &faults))) }
    }
}

/// Writes these products and notes that the catalogue changed.
pub async fn import(store: &Store, listings: &[Listing], now: Timestamp) -> Result<(), CommitError> {
    for listing in listings {
        store.put_listing(listing).await?;
    }
    store.note_catalogue_change(now).await
}

fn named(file: &str, faults: &[CatalogueFault]) -> Vec<String> {
    faults.iter().map(|fault| format!("{file}:{}: {}", fault.line, fault.problem)).collect()
}

fn lines(faults: &[String]) -> String {
    faults.join("\n")
}
