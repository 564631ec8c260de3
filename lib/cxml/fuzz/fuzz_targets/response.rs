//! The content of a Response, from its attributes on.
#![no_main]

mod inside;

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    inside::check_inside("<Response", content, "</Response>");
});
