//! What a test needs from outside: it says what is missing, and skips; under `REQUIRE_TOOLS=1` absence is a failure.

use std::path::PathBuf;
use std::process::Command;

/// The folder with DTDs, samples and hostile XML: `SHARED_DIR`, or `../shared` beside the project.
pub fn shared() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let path = std::env::var_os("SHARED_DIR").map_or_else(|| root.join("../shared"), PathBuf::from);
    present(path.is_dir(), "the folder shared/ (set SHARED_DIR)").then_some(path)
}

/// A program on the path.
pub fn program(name: &str) -> Option<&str> {
    let found = Command::new(name).arg("--version").output().is_ok();
    present(found, &format!("the program {name}")).then_some(name)
}

/// Says that something is missing, unless it was found.
pub fn present(found: bool, what: &str) -> bool {
    if !found {
        let required = std::env::var("REQUIRE_TOOLS").is_ok_and(|value| value == "1");
        assert!(!required, "{what} is missing, and REQUIRE_TOOLS=1");
        println!("skipped: {what} is missing");
    }
    found
}
