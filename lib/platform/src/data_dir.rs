//! The directory in which the marketplace on one machine keeps its state, locked against a second process.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// A directory that is ours as long as this value lives.
#[derive(Debug)]
pub struct DataDir {
    path: PathBuf,
    /// The lock ends with the file handle, however the process ends.
    _lock: File,
}

#[derive(Debug, thiserror::Error)]
pub enum DataDirError {
    #[error("the directory {directory} cannot be made or written: {reason}")]
    Unusable { directory: String, reason: io::Error },
    #[error("the directory {directory} is in use by {holder}; stop it, or choose another directory")]
    InUse { directory: String, holder: String },
}

// === impl DataDir ===

impl DataDir {
    /// Makes the directory and what it needs, and takes it.
    pub fn open(path: &Path) -> Result<Self, DataDirError> {
        let unusable = |reason| DataDirError::Unusable { directory: path.display().to_string(), reason };
        fs::create_dir_all(path.join("mail")).map_err(unusable)?;
        let mut lock = lock_file(&path.join("lock")).map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => note_process(&mut lock).map_err(unusable)?,
            Err(TryLockError::WouldBlock) => return Err(in_use(path, &mut lock)),
            Err(TryLockError::Error(reason)) => return Err(unusable(reason)),
        }
        Ok(Self { path: path.to_owned(), _lock: lock })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The embedded engine's file.
    pub fn store(&self) -> PathBuf {
        self.path.join("store.db")
    }

    /// The log of events for others.
    pub fn events(&self) -> PathBuf {
        self.path.join("events.jsonl")
    }

    /// Where mails are written to.
    pub fn mail(&self) -> PathBuf {
        self.path.join("mail")
    }

    /// The key file.
    pub fn keys(&self) -> PathBuf {
        self.path.join("keys")
    }

    /// Accounts and organisations.
    pub fn accounts(&self) -> PathBuf {
        self.path.join("accounts.toml")
    }
}

fn lock_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

fn note_process(lock: &mut File) -> io::Result<()> {
    lock.set_len(0)?;
    lock.rewind()?;
    writeln!(lock, "{}", std::process::id())?;
    lock.flush()
}

fn in_use(path: &Path, lock: &mut File) -> DataDirError {
    let mut noted = String::new();
    let process = lock.read_to_string(&mut noted).ok().and_then(|_| noted.trim().parse::<u32>().ok());
    DataDirError::InUse {
        directory: path.display().to_string(),
        holder: process.map_or_else(|| "another process".to_owned(), |id| format!("process {id}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_in_use_is_refused_with_its_name_and_the_process() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("data");
        let held = DataDir::open(&path).expect("opened");

        let message = DataDir::open(&path).expect_err("refused").to_string();
        assert!(message.contains(&path.display().to_string()), "{message}");
        assert!(message.contains(&format!("process {}", std::process::id())), "{message}");

        drop(held);
        assert!(DataDir::open(&path).is_ok());
    }

    #[test]
    fn the_directory_and_its_mail_are_made() {
        let dir = tempfile::tempdir().expect("a directory");
        let data = DataDir::open(&dir.path().join("a/b")).expect("opened");
        assert!(data.mail().is_dir());
        assert_eq!(data.store().parent(), Some(data.path()));
    }

    #[test]
    fn a_file_in_its_place_is_named() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("data");
        fs::write(&path, "x").expect("written");
        let message = DataDir::open(&path).expect_err("refused").to_string();
        assert!(message.contains(&path.display().to_string()), "{message}");
    }
}
