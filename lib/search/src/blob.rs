//! An index as one block of bytes, and back.
//!
//! `PGSEARCH1`, the length of a table of contents as eight bytes, that table as JSON, then the files one after another.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::directory::{Directory as _, RamDirectory, TerminatingWrite as _};

use crate::columns::Columns;
use crate::index::{Index, SearchError};
use crate::schema::{Fields, tokenizers};

/// Changes whenever older bytes can no longer be read: they are then built anew.
const MAGIC: &[u8; 9] = b"PGSEARCH1";
const META: &str = "meta.json";

/// Bytes that hold no index of this version.
#[derive(Debug, thiserror::Error)]
#[error("the stored search index cannot be used ({0}); import the catalogue again to build it anew")]
pub struct NotAnIndex(String);

#[derive(Serialize, Deserialize)]
struct Contents {
    columns: usize,
    /// Name and length of each file.
    files: Vec<(String, usize)>,
}

// === impl Index ===

impl Index {
    /// The index as bytes, to be kept.
    pub fn to_bytes(&self) -> Result<Vec<u8>, NotAnIndex> {
        let columns = serde_json::to_vec(&self.columns).map_err(wrong)?;
        let mut files = Vec::new();
        for path in self.files()? {
            let file = self.directory.open_read(&path).map_err(wrong)?;
            files.push((path.display().to_string(), file.read_bytes().map_err(wrong)?));
        }
        let named = files.iter().map(|(name, content)| (name.clone(), content.len())).collect();
        let contents =
            serde_json::to_vec(&Contents { columns: columns.len(), files: named }).map_err(wrong)?;
        let length = u64::try_from(contents.len()).map_err(wrong)?;
        let mut bytes = [MAGIC.as_slice(), &length.to_be_bytes(), &contents, &columns].concat();
        files.iter().for_each(|(_, content)| bytes.extend_from_slice(content));
        Ok(bytes)
    }

    /// The files of the engine that are there.
    fn files(&self) -> Result<Vec<PathBuf>, NotAnIndex> {
        let index = tantivy::Index::open(self.directory.clone()).map_err(wrong)?;
        let meta = index.load_metas().map_err(wrong)?;
        let mut paths: Vec<PathBuf> = meta.list_segment_files().into_iter().collect();
        paths.retain(|path| self.directory.exists(path).unwrap_or(false));
        paths.push(PathBuf::from(META));
        Ok(paths)
    }

    /// The index of these bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAnIndex> {
        let mut rest = Rest(bytes.strip_prefix(MAGIC).ok_or_else(|| wrong("it is of another version"))?);
        let length = rest.take(8)?.try_into().map_err(wrong)?;
        let length = usize::try_from(u64::from_be_bytes(length)).map_err(wrong)?;
        let contents: Contents = serde_json::from_slice(rest.take(length)?).map_err(wrong)?;
        let columns: Columns = serde_json::from_slice(rest.take(contents.columns)?).map_err(wrong)?;
        let directory = RamDirectory::create();
        for (name, length) in &contents.files {
            put(&directory, Path::new(name), rest.take(*length)?)?;
        }
        let mut index = tantivy::Index::open(directory.clone()).map_err(wrong)?;
        index.set_tokenizers(tokenizers());
        let loaded = Self::over(index, directory, Fields::new(), columns).map_err(wrong)?;
        loaded.check()
    }

    /// The engine's listings and the columns belong together.
    fn check(self) -> Result<Self, NotAnIndex> {
        match self.documents() == self.len() {
            true => Ok(self),
            false => Err(wrong("its parts do not belong together")),
        }
    }
}

fn put(directory: &RamDirectory, path: &Path, content: &[u8]) -> Result<(), NotAnIndex> {
    if path == Path::new(META) {
        return directory.atomic_write(path, content).map_err(wrong);
    }
    let mut writer = directory.open_write(path).map_err(wrong)?;
    writer.write_all(content).map_err(wrong)?;
    writer.terminate().map_err(wrong)
}

/// The bytes that are not read yet.
struct Rest<'a>(&'a [u8]);

// === impl Rest ===

impl<'a> Rest<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], NotAnIndex> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or_else(|| wrong("it ends too early"))?;
        self.0 = rest;
        Ok(taken)
    }
}

fn wrong(reason: impl std::fmt::Display) -> NotAnIndex {
    NotAnIndex(reason.to_string())
}

impl From<NotAnIndex> for SearchError {
    fn from(error: NotAnIndex) -> Self {
        Self::Stored(error)
    }
}
