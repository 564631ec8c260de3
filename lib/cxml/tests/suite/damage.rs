//! Damaged documents are decided, and what is still read can be written and read again.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::round_trip::config;
use crate::shared::{files_below, shared};

#[path = "../../fuzz/fuzz_targets/inside.rs"]
mod inside;

const PIECES: [&str; 24] = [
    "<",
    ">",
    "&",
    "\"",
    "'",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&#0;",
    "&#x41;",
    "\0",
    "<a/>",
    "</Money>",
    "<ItemOut>",
    " ",
    "\r\n",
    "=",
    "/",
    "<?x ?>",
    "é",
    "Z",
    "99999999999999999999",
    "e5,-",
];

fn seeds() -> Vec<Vec<u8>> {
    let samples = shared("samples").map(|folder| files_below(&folder, ".xml")).unwrap_or_default();
    let mut seeds: Vec<_> = samples.iter().map(|path| std::fs::read(path).unwrap()).collect();
    let examples = crate::example::documents();
    let options = cxml::WriteOptions::default();
    seeds.extend(examples.iter().map(|(_, example)| cxml::write(example, &options).into_bytes()));
    seeds.retain(|seed| seed.len() < 20_000);
    seeds
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_damaged_document_does_no_harm(
        changes in vec((any::<Index>(), 0usize..30, prop::sample::select(&PIECES[..])), 1..4),
    ) {
        static SEEDS: std::sync::OnceLock<Vec<Vec<u8>>> = std::sync::OnceLock::new();
        for seed in SEEDS.get_or_init(seeds) {
            let mut bytes = seed.clone();
            for (at, cut, piece) in &changes {
                let at = at.index(bytes.len());
                let end = (at + cut).min(bytes.len());
                bytes.splice(at..end, piece.bytes());
            }
            inside::check(&bytes);
        }
    }
}
