//! The content of an InvoiceDetailRequest, from its attributes on.
#![no_main]

mod inside;

libfuzzer_sys::fuzz_target!(|content: &[u8]| {
    inside::check_inside(
        "<cXML><Request><InvoiceDetailRequest",
        content,
        "</InvoiceDetailRequest></Request></cXML>",
    );
});
