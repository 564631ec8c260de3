//! The files that are meant: those named, and those in the directories named.

use std::io;
use std::path::{Path, PathBuf};

/// A file or directory that cannot be read, and why.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be read: {error}; check its name and permissions", .path.display())]
pub(super) struct Unreadable {
    path: PathBuf,
    error: io::Error,
}

impl Unreadable {
    pub(super) fn new(path: &Path, error: io::Error) -> Self {
        Self { path: path.to_owned(), error }
    }
}

/// The files, in order. Links to directories are not followed inside of directories, so that no walk
/// is endless.
pub(super) fn below(paths: &[PathBuf]) -> Vec<Result<PathBuf, Unreadable>> {
    let mut found = Vec::new();
    for path in paths {
        match path.is_dir() {
            true => walk(path, &mut found),
            false => found.push(Ok(path.clone())),
        }
    }
    found
}

fn walk(directory: &Path, found: &mut Vec<Result<PathBuf, Unreadable>>) {
    let entries = std::fs::read_dir(directory).and_then(|entries| {
        let mut entries: Vec<_> = entries.collect::<Result<_, _>>()?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        Ok(entries)
    });
    let entries = match entries {
        Ok(entries) => entries,
        Err(error) => return found.push(Err(Unreadable::new(directory, error))),
    };
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, found),
            Ok(_) if is_document(&path) && !path.is_dir() => found.push(Ok(path)),
            Ok(_) => {}
            Err(error) => found.push(Err(Unreadable::new(&path, error))),
        }
    }
}

fn is_document(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    ["xml", "cxml"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories_are_walked_and_named_files_taken_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("deep")).unwrap();
        for name in ["b.xml", "a.CXML", "notes.txt", "deep/c.xml"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let named = folder.path().join("notes.txt");
        let found: Vec<_> =
            below(&[folder.path().to_owned(), named.clone()]).into_iter().map(Result::unwrap).collect();
        let wanted = ["a.CXML", "b.xml", "deep/c.xml", "notes.txt"];
        assert_eq!(found, wanted.map(|name| folder.path().join(name)));
    }
}
