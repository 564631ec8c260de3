//! What is written is read as what it was.

use cxml::{Document, ReadOptions, WriteOptions, read, write};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::generate::{KINDS, Source};

/// How many documents of each kind; `CXML_CASES` sets another number.
pub fn cases() -> u32 {
    let wanted = std::env::var("CXML_CASES").ok();
    wanted.and_then(|cases| cases.parse().ok()).unwrap_or(150)
}

pub fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) }
}

fn read_back(document: &Document, version: &str) -> Document {
    let xml = write(document, &WriteOptions::version(version));
    match read(xml.as_bytes(), &ReadOptions::default()) {
        Ok(received) => received.document,
        Err(fault) => panic!("{fault}\n{xml}"),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_document_is_read_as_it_was_written(bytes in vec(any::<u8>(), 0..600)) {
        for kind in KINDS {
            let document = Source::new(&bytes).document(kind);
            prop_assert_eq!(&read_back(&document, "1.2.014"), &document);
        }
    }

    #[test]
    fn any_text_survives(text in "\\PC*|[\\r\\n\\t <>&\"']*") {
        let cookie = cxml::BuyerCookie::text(&text);
        prop_assert_eq!(cookie.to_text(), text.as_str());
        let mut document = crate::example::cart_message(1);
        document.payload_id = text.clone();
        document.lang = Some(text.clone());
        prop_assert_eq!(&read_back(&document, "1.2.023"), &document);
    }
}

#[test]
fn characters_that_xml_cannot_hold_become_replacement_characters() {
    let mut document = crate::example::cart_message(1);
    document.payload_id = "a\0b\u{FFFF}c\u{1B}".to_owned();
    assert_eq!(read_back(&document, "1.2.023").payload_id, "a\u{FFFD}b\u{FFFD}c\u{FFFD}");
}
