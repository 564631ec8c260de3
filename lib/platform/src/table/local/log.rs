//! What is answered is on the disk: many commits wait for it together.
//!
//! SQLite would wait for the disk at each commit, while nobody else may use the engine: a few hundred writes a second, on a good
//! disk. Instead a commit only writes to the log (`synchronous=NORMAL`), and before the answer goes out the log is made
//! to last, once for all commits that are waiting. A process that ends loses nothing either way; this is for a machine that
//! does. That the log is whole is for SQLite to see to, as ever.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

/// SQLite's write-ahead log. Clones are the same.
#[derive(Clone, Debug)]
pub(super) struct Log(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    file: Arc<File>,
    /// How many commits were written to it.
    written: AtomicU64,
    /// How many of these are known to last.
    lasting: AtomicU64,
    turn: Mutex<()>,
}

// === impl Log ===

impl Log {
    /// The log beside a database that is open; it stays the same file as long as that is.
    pub(super) fn beside(database: &Path) -> io::Result<Self> {
        let mut path = database.as_os_str().to_owned();
        path.push("-wal");
        let file = Arc::new(File::open(path)?);
        let (written, lasting) = (AtomicU64::new(0), AtomicU64::new(0));
        Ok(Self(Arc::new(Inner { file, written, lasting, turn: Mutex::new(()) })))
    }

    /// Something was committed.
    pub(super) fn wrote(&self) {
        self.0.written.fetch_add(1, Ordering::SeqCst);
    }

    /// Returns when everything that was committed until now lasts. Whoever only reads waits too: what they tell must not be
    /// undone either.
    pub(super) async fn settled(&self) -> io::Result<()> {
        let inner = &self.0;
        let wanted = inner.written.load(Ordering::SeqCst);
        if inner.lasting.load(Ordering::SeqCst) >= wanted {
            return Ok(());
        }
        let _turn = inner.turn.lock().await;
        if inner.lasting.load(Ordering::SeqCst) >= wanted {
            return Ok(());
        }
        let covered = inner.written.load(Ordering::SeqCst);
        let file = inner.file.clone();
        spawn_blocking(move || file.sync_data()).await.map_err(io::Error::other)??;
        inner.lasting.store(covered, Ordering::SeqCst);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_waits_waits_until_what_was_written_lasts_and_no_longer() {
        let directory = tempfile::tempdir().expect("a directory");
        std::fs::write(directory.path().join("store.db-wal"), b"log").expect("written");
        let log = Log::beside(&directory.path().join("store.db")).expect("a log");
        let lasting = || log.0.lasting.load(Ordering::SeqCst);
        log.settled().await.expect("nothing to wait for");
        assert_eq!(lasting(), 0);
        log.wrote();
        log.wrote();
        let (one, other) = tokio::join!(log.settled(), log.settled());
        one.and(other).expect("settled");
        assert_eq!(lasting(), 2);
    }
}
