//! The content of an OrderRequest, from its attributes on.
#![no_main]

mod inside;

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    inside::check_inside("<cXML><Request><OrderRequest", content, "</OrderRequest></Request></cXML>");
});
