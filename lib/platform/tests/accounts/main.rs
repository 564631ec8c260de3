//! The accounts file: what it says, and what is said about its mistakes.

mod any_mutation;
mod mistakes;
mod queries;

/// The example of the README.
fn example() -> String {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("```toml\n").expect("an example");
    rest.split_once("```").expect("its end").0.to_owned()
}
