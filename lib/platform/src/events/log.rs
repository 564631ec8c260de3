//! A line of JSON for each event, on disk before it counts as published.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use procurement::event::Event;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::task::block_in_place;

use super::{EventsError, text};

pub(super) async fn append(path: &Path, events: &[Event]) -> Result<(), EventsError> {
    let mut lines = String::new();
    for event in events {
        lines.push_str(&text(event)?);
        lines.push('\n');
    }
    here_and_now(|| write(path, lines))
        .map_err(|error| EventsError::Temporary(format!("{} cannot be written: {error}", path.display())))
}

/// Other tasks go on meanwhile where there are threads for them. With one thread all waits: what follows then follows from
/// the order of the tasks alone, as it must where a history is played again.
fn here_and_now<T>(work: impl FnOnce() -> T) -> T {
    match Handle::current().runtime_flavor() {
        RuntimeFlavor::MultiThread => block_in_place(work),
        _ => work(),
    }
}

/// One write for all, so that two processes do not mix their lines.
fn write(path: &Path, mut lines: String) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).append(true).read(true).open(path)?;
    // A process that was killed may have left half a line.
    if !ends_with_a_line(&mut file)? {
        lines.insert(0, '\n');
    }
    file.write_all(lines.as_bytes())?;
    file.sync_data()
}

fn ends_with_a_line(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_line_of_a_killed_process_spoils_no_other() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("events.jsonl");
        write(&path, "{\"a\":1}\n".to_owned()).expect("written");
        std::fs::write(&path, "{\"a\":1}\n{\"b\"").expect("half a line");
        write(&path, "{\"c\":3}\n".to_owned()).expect("written");
        let content = std::fs::read_to_string(&path).expect("read");
        assert_eq!(content, "{\"a\":1}\n{\"b\"\n{\"c\":3}\n");
    }
}
