//! The content of a PunchOutOrderMessage, from its attributes on.
#![no_main]

mod inside;

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    inside::check_inside(
        "<cXML><Message><PunchOutOrderMessage",
        content,
        "</PunchOutOrderMessage></Message></cXML>",
    );
});
