//! The content of a ConfirmationRequest, from its attributes on.
#![no_main]

mod inside;

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    inside::check_inside(
        "<cXML><Request><ConfirmationRequest",
        content,
        "</ConfirmationRequest></Request></cXML>",
    );
});
