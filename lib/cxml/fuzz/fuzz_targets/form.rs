//! The form's fields, from both sides.
#![no_main]

use cxml::form::{self, Encoding};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let _ = form::decode([("cxml-base64", &*text)]);
    let _ = form::decode([("cxml-urlencoded", &*text)]);
    let field = form::field(&text, Encoding::Base64);
    let carried = form::decode([(field.name, field.value.as_str())]).unwrap();
    assert_eq!(carried.xml, text.as_bytes());
    let _ = form::field(&text, Encoding::UrlEncoded);
});
