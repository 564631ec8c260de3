//! Documents made of the bytes: read(write(x)) == x.
#![no_main]

use cxml::{ReadOptions, WriteOptions, read, write};

#[path = "../../tests/suite/generate/mod.rs"]
mod generate;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else {
        return;
    };
    let kind = generate::KINDS[usize::from(*kind) % generate::KINDS.len()];
    let document = generate::Source::new(bytes).document(kind);
    let xml = write(&document, &WriteOptions::version("1.2.014"));
    let received = match read(xml.as_bytes(), &ReadOptions::default()) {
        Ok(received) => received,
        Err(fault) => panic!("{fault}\n{xml}"),
    };
    assert_eq!(received.document, document);
});
