//! The reader on any bytes.
#![no_main]

mod inside;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| inside::check(bytes));
