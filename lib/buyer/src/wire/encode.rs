//! From text to the bytes of an HTTP body.

use crate::Fault;

/// The body and its Content-Type.
pub(crate) struct Encoded {
    pub(crate) bytes: Vec<u8>,
    pub(crate) content_type: String,
    /// What is kept among the documents.
    pub(crate) text: String,
}

/// UTF-8 and `text/xml; charset=UTF-8`, unless a fault says otherwise.
pub(crate) fn encode(xml: String, faults: &[Fault]) -> Encoded {
    let text = faults.iter().fold(xml, spoil);
    let mut content_type = "text/xml; charset=UTF-8".to_owned();
    let mut bytes = text.clone().into_bytes();
    for fault in faults {
        match fault {
            Fault::Utf16 => {
                bytes = utf16(&text.replacen("UTF-8", "UTF-16", 1));
                content_type = "text/xml; charset=UTF-16".to_owned();
            }
            Fault::UrlEncoded => {
                let pairs = [("cXML-urlencoded", text.as_str())];
                bytes =
                    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish().into_bytes();
                content_type = "application/x-www-form-urlencoded".to_owned();
            }
            Fault::ContentType(other) => content_type.clone_from(other),
            _ => {}
        }
    }
    Encoded { bytes, content_type, text }
}

fn spoil(xml: String, fault: &Fault) -> String {
    match fault {
        Fault::Truncated => xml.chars().take(xml.chars().count() / 2).collect(),
        Fault::Padded(length) => padded(&xml, *length),
        Fault::Body(other) => other.clone(),
        _ => xml,
    }
}

/// A comment before the root's end tag, so that what is read first is sound.
fn padded(xml: &str, length: usize) -> String {
    let missing = length.saturating_sub(xml.len());
    let padding = format!("<!--{}--></cXML>", " ".repeat(missing));
    xml.replacen("</cXML>", &padding, 1)
}

fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cXML>ü</cXML>";

    #[test]
    fn without_faults_the_text_goes_out_as_it_is() {
        let encoded = encode(XML.into(), &[]);
        assert_eq!(
            (encoded.bytes.as_slice(), encoded.content_type.as_str()),
            (XML.as_bytes(), "text/xml; charset=UTF-8")
        );
    }

    #[test]
    fn a_padded_document_is_as_long_as_asked_and_still_ends() {
        let encoded = encode(XML.into(), &[Fault::Padded(5_000_000)]);
        assert!(encoded.bytes.len() >= 5_000_000 && encoded.text.ends_with("--></cXML>"));
    }

    #[test]
    fn a_truncated_document_has_no_end() {
        assert!(!encode(XML.into(), &[Fault::Truncated]).text.contains("</cXML>"));
    }

    #[test]
    fn utf16_says_so_in_the_declaration_and_starts_with_its_mark() {
        let encoded = encode(XML.into(), &[Fault::Utf16]);
        assert_eq!(encoded.bytes[..4], [0xFF, 0xFE, b'<', 0]);
        assert!(encoded.content_type.ends_with("UTF-16"));
    }
}
