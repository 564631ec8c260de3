//! The content of a StatusUpdateRequest, from its attributes on.
#![no_main]

mod inside;

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    inside::check_inside(
        "<cXML><Request><StatusUpdateRequest",
        content,
        "</StatusUpdateRequest></Request></cXML>",
    );
});
