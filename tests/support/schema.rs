//! JSON schemas of the repository.

use std::path::Path;

/// What judges by the schema in this file, whose path begins at the repository's root.
pub fn validator(path: &str) -> jsonschema::Validator {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let schema = serde_json::from_str(&text).expect("a schema");
    jsonschema::validator_for(&schema).expect("a schema")
}
