//! The least that reading a document can be: quick-xml, every attribute, text and reference read,
//! nothing checked beyond what quick-xml checks, nothing kept.

use std::hint::black_box;

use quick_xml::XmlVersion;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

/// Walks a document and counts what it met.
pub fn walk(xml: &str) -> usize {
    let mut reader = Reader::from_str(xml);
    let mut count = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                black_box(tag.name());
                for attribute in tag.attributes() {
                    let Ok(attribute) = attribute else { return 0 };
                    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                    let Ok(value) = value else { return 0 };
                    count += black_box(value).len();
                }
            }
            Ok(Event::Text(text)) => {
                count += black_box(text.xml10_content()).len();
            }
            Ok(Event::CData(text)) => {
                count += black_box(text.xml10_content()).len();
            }
            Ok(Event::GeneralRef(reference)) => {
                let Ok(resolved) = reference.resolve_char_ref() else { return 0 };
                let name = reference.xml10_content();
                let named = quick_xml::escape::resolve_xml_entity(&name).map(str::len);
                count += black_box(resolved).map_or(0, char::len_utf8) + named.unwrap_or(0);
            }
            Ok(Event::Eof) => return count,
            Ok(_) => {}
            Err(_) => return 0,
        }
    }
}
