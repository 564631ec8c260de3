//! The law against documents that others wrote: what the DTDs accept, it must not refuse.

use super::{shape, tree};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of `SHARED_DIR`; where it is absent the test is skipped, or fails where it is demanded.
fn shared(folder: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let path = std::env::var_os("SHARED_DIR").map_or_else(beside, PathBuf::from).join(folder);
    if path.is_dir() {
        return Some(path);
    }
    assert!(std::env::var_os("REQUIRE_TOOLS").is_none_or(|it| it != "1"), "{} is missing", path.display());
    eprintln!("skipped: {} is not there", path.display());
    None
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn no_sample_that_the_dtds_accept_is_refused_by_its_shape() {
    let Some(samples) = shared("samples") else {
        return;
    };
    let manifest = fs::read_to_string(samples.join("MANIFEST.tsv")).unwrap_or_default();
    let rows = manifest.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let valid: Vec<_> = rows.filter(|row| row.get(10).is_some_and(|by| by.starts_with("1.2.069"))).collect();
    assert!(valid.len() > 20, "only {} valid samples are listed", valid.len());
    for row in valid {
        let text = fs::read(samples.join(row[0])).unwrap_or_default();
        let verdict =
            tree::read(&text).map_err(|error| error.to_string()).and_then(|tree| shape::judge(&tree.root));
        assert_eq!(verdict, Ok(()), "{}", row[0]);
    }
}

#[test]
fn hostile_documents_are_read_or_refused_and_never_a_crash() {
    let Some(hostile) = shared("hostile") else {
        return;
    };
    let files = files_below(&hostile);
    assert!(files.len() > 50, "only {} hostile files", files.len());
    for file in files {
        let text = fs::read(&file).unwrap_or_default();
        if let Ok(tree) = tree::read(&text) {
            let _ = shape::judge(&tree.root);
        }
    }
}
