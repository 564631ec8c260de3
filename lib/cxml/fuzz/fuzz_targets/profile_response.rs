//! The content of a ProfileResponse, from its attributes on.
#![no_main]

mod inside;

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    inside::check_inside(
        "<cXML><Response><Status code='200'/><ProfileResponse",
        content,
        "</ProfileResponse></Response></cXML>",
    );
});
