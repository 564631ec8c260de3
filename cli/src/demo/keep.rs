//! Leaves every document and mail of a demonstration in a directory.

use std::fs;
use std::io;
use std::path::Path;

use super::world::World;

/// Writes the documents of both systems, and the mails as they were sent. Shared secrets are masked.
pub(super) fn everything(world: &World, directory: &Path) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    for document in world.coupa.documents().into_iter().chain(world.ariba.documents()) {
        fs::write(directory.join(document.file_name()), document.masked())?;
    }
    for entry in fs::read_dir(&world.mail)? {
        let path = entry?.path();
        if let Some(name) = path.file_name() {
            fs::copy(&path, directory.join(name))?;
        }
    }
    Ok(())
}
