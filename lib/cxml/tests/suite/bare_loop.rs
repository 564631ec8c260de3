//! quick-xml, which checks less, must read the same from what we accept.

use cxml::{ReadOptions, read};
use proptest::prelude::*;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

fn is_read_by_quick_xml(xml: &str) -> bool {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

proptest! {
    #![proptest_config(crate::round_trip::config())]

    #[test]
    fn what_quick_xml_cannot_read_is_not_read_here(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "<cXML>", "</cXML>", "<a b='c'>", "</a>", "<a/>", "<", ">", "&", "&lt;", "]]>",
                "<!--", "-->", "<?p ?>", "<![CDATA[", "text", " ", "\"", "=", "<!DOCTYPE a>",
            ]),
            0..12,
        ),
    ) {
        let xml = format!("<cXML>{}</cXML>", pieces.concat());
        let fault = read(xml.as_bytes(), &ReadOptions::default()).unwrap_err();
        if fault.kind != cxml::FaultKind::Xml {
            prop_assert!(is_read_by_quick_xml(&xml), "{}", xml);
        }
    }
}
