//! The content of a PunchOutSetupRequest, from its attributes on.
#![no_main]

mod inside;

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    inside::check_inside(
        "<cXML><Request><PunchOutSetupRequest",
        content,
        "</PunchOutSetupRequest></Request></cXML>",
    );
});
