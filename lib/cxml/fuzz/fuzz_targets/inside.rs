//! What every target of one document does: the bytes stand where the document's content would, so
//! that the fuzzer need not find the envelope first.

use cxml::{ReadOptions, WriteOptions, read, write};

/// Reads bytes as a document; what is read must be written and read again as it is.
pub fn check(xml: &[u8]) {
    let Ok(first) = read(xml, &ReadOptions::default()) else {
        return;
    };
    if !first.document.is_supported() {
        return;
    }
    let written = write(&first.document, &WriteOptions::default());
    let second = match read(written.as_bytes(), &ReadOptions::default()) {
        Ok(second) => second,
        Err(fault) => panic!("{fault}\n{written}"),
    };
    let again = write(&second.document, &WriteOptions::default());
    assert_eq!(again, written);
}

/// The same with the bytes inside of elements.
#[allow(dead_code)]
pub fn check_inside(start: &str, content: &[u8], end: &str) {
    check(&[start.as_bytes(), content, end.as_bytes()].concat());
}
