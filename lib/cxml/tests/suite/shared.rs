//! Test data from outside, found through `SHARED_DIR`; never copied into the project.

use std::path::{Path, PathBuf};

/// A folder of the shared test data; `None`, with a word about it, where it is absent.
///
/// With `REQUIRE_TOOLS=1` its absence is a failure.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = match std::env::var_os("SHARED_DIR") {
        Some(directory) => workspace.join(directory),
        None => workspace.join("../shared"),
    };
    let path = root.join(folder);
    present(path.exists().then_some(path), folder)
}

/// A value that must be there where tools are required; says that a test is skipped otherwise.
pub fn present<T>(value: Option<T>, what: &str) -> Option<T> {
    let is_required = std::env::var("REQUIRE_TOOLS").is_ok_and(|value| value == "1");
    if value.is_none() {
        assert!(!is_required, "{what} is absent");
        println!("skipped: {what} is absent");
    }
    value
}

/// All files below a folder whose names end so, in order.
pub fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}
