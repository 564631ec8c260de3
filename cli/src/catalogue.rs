//! `punchgate catalogue`: products and offers from a file, and into one.

mod export;

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use platform::core::Core;
use platform::table::ReadError;
use search::import_lines;

use crate::place::{Place, PlaceError, marketplace_at};
use crate::serve::local;

pub use search::{ImportError, Imported, import};

/// The catalogue that comes with the program; docs/catalogue.md describes its format.
pub const SAMPLE: &str = include_str!("../sample/catalogue.jsonl");

/// What can be done with the catalogue.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read products and offers from a file of JSON lines (docs/catalogue.md); `sample` is the one that comes with the
    /// program. What is there unchanged stays, so a file can be imported again. Stop the marketplace first.
    Import {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The file.
        file: PathBuf,
    },
    /// Write all products and offers as JSON lines, as `import` reads them. Stop the marketplace first.
    Export {
        /// The marketplace's directory.
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The file; without it, standard output.
        file: Option<PathBuf>,
    },
}

/// Why a catalogue was not imported, or not all of it.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The marketplace's directory.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The file.
    #[error("{0} cannot be read or written: {1}")]
    File(String, io::Error),
    /// Lines of it.
    #[error("the lines with these faults were passed over; correct them and import the file again:\n{}", lines(.0))]
    Faults(Vec<String>),
    /// The store.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The store.
    #[error("the catalogue could not be read: {0}")]
    Read(#[from] ReadError),
}

// === impl Command ===

impl Command {
    /// Does it.
    pub async fn run(self) -> Result<(), CatalogueError> {
        match self {
            Self::Import { data, file } => import_file(&open(&data).await?.1, &file).await,
            Self::Export { data, file } => export_file(&open(&data).await?.1, file.as_deref()).await,
        }
    }
}

/// The directory is held as long as the place lives.
async fn open(data: &Path) -> Result<(Place, Core), CatalogueError> {
    let place = Place::open(data).await?;
    let core = place.core(marketplace_at(local(([127, 0, 0, 1], 80).into())));
    Ok((place, core))
}

async fn import_file(core: &Core, file: &Path) -> Result<(), CatalogueError> {
    let name = file.display().to_string();
    let text = match name.as_str() {
        "sample" => SAMPLE.to_owned(),
        _ => std::fs::read_to_string(file).map_err(|error| CatalogueError::File(name.clone(), error))?,
    };
    let imported = import_lines(core, &text).await?;
    println!("{} products written, {} unchanged", imported.written, imported.unchanged);
    let faults = imported.faults;
    if faults.is_empty() {
        return Ok(());
    }
    let named = faults.iter().map(|fault| format!("{name}:{}: {}", fault.line, fault.problem));
    let more = (imported.more_faults > 0).then(|| format!("and {} faults more", imported.more_faults));
    Err(CatalogueError::Faults(named.chain(more).collect()))
}

async fn export_file(core: &Core, file: Option<&Path>) -> Result<(), CatalogueError> {
    let listings = core.store.listings().await?;
    let failed = |error| {
        let name = file.map_or_else(|| "standard output".to_owned(), |file| file.display().to_string());
        CatalogueError::File(name, error)
    };
    match file {
        None => export::export(listings, io::stdout().lock()).map(|_| ()).map_err(failed),
        Some(path) => {
            let written = File::create(path).and_then(|to| export::export(listings, BufWriter::new(to)));
            println!("{} products written to {}", written.map_err(failed)?, path.display());
            Ok(())
        }
    }
}

fn lines(faults: &[String]) -> String {
    faults.join("\n")
}
