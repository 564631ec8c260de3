//! What carries documents: the form in the browser, and multipart bodies.

use cxml::form::{self, Encoding};
use cxml::multipart::{self, Part};
use cxml::{Body, BuyerCookie, Limits, Message, ReadOptions, WriteOptions, read, write};
use proptest::collection::vec;
use proptest::prelude::*;
use scraper::{Html, Selector};

use crate::generate::Source;

/// As a template writes it: escaped once.
fn page(field: &form::Field) -> String {
    let value = field.value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!("<!doctype html><form><input type=\"hidden\" name=\"{}\" value=\"{value}\"></form>", field.name)
}

/// As a browser reads it.
fn through_html(page: &str) -> (String, String) {
    let html = Html::parse_document(page);
    let input = html.select(&Selector::parse("input").unwrap()).next().unwrap();
    let attribute = |name| input.value().attr(name).unwrap().to_owned();
    (attribute("name"), attribute("value"))
}

fn survives(document: &cxml::Document, encoding: Encoding) {
    let xml = write(document, &WriteOptions::version("1.2.023"));
    let field = form::field(&xml, encoding);
    let (name, value) = through_html(&page(&field));
    let carried = form::decode([("other", "x"), (&name, &value)]).unwrap();
    assert_eq!(carried.encoding, encoding);
    let received = read(&carried.xml, &ReadOptions::default()).unwrap();
    assert_eq!(with_plain_cookie(received.document), with_plain_cookie(document.clone()));
}

/// In us-ascii a cookie has references where it had characters; its text is the same.
fn with_plain_cookie(mut document: cxml::Document) -> cxml::Document {
    if let Body::Message { message: Message::PunchOutOrder(cart), .. } = &mut document.body {
        cart.buyer_cookie = BuyerCookie::text(&cart.buyer_cookie.to_text());
    }
    document
}

proptest! {
    #![proptest_config(crate::round_trip::config())]

    #[test]
    fn a_cart_survives_both_forms_and_html(bytes in vec(any::<u8>(), 0..300), text in "\\PC{0,20}") {
        let mut document = Source::new(&bytes).document("PunchOutOrderMessage");
        document.payload_id = text;
        survives(&document, Encoding::Base64);
        survives(&document, Encoding::UrlEncoded);
    }

    #[test]
    fn files_survive_multipart(files in vec(vec(any::<u8>(), 0..80), 0..4)) {
        let part = |(number, bytes): (usize, Vec<u8>)| Part {
            content_id: format!("file {number}@buyer"),
            content_type: "application/octet-stream".to_owned(),
            file_name: Some(format!("{number}.bin")),
            bytes,
        };
        let parts: Vec<_> = files.into_iter().enumerate().map(part).collect();
        let (content_type, body) = multipart::write("<cXML/>", &parts);
        let received = multipart::read(&content_type, &body, &Limits::default()).unwrap();
        prop_assert_eq!(received.document.as_slice(), b"<cXML/>");
        prop_assert_eq!(received.charset.as_deref(), Some("UTF-8"));
        for (number, part) in parts.iter().enumerate() {
            let url = format!("CID:file%20{number}@buyer");
            prop_assert_eq!(received.part(&url), Some(part));
        }
    }
}

#[test]
fn quotes_ampersands_and_astral_characters_survive() {
    let mut document = crate::example::cart_message(2);
    document.payload_id = "\"'&<>é😀]]>&amp;%41+".to_owned();
    survives(&document, Encoding::Base64);
    survives(&document, Encoding::UrlEncoded);
}

#[test]
fn the_urlencoded_field_is_ascii_even_with_a_cookie_of_cdata() {
    let cookie = BuyerCookie::from_xml("<![CDATA[ü<]]>😀").unwrap();
    let field = form::field(&format!("<a>{}</a>", cookie.as_xml()), Encoding::UrlEncoded);
    assert!(field.value.is_ascii());
    let back = BuyerCookie::from_xml(&field.value[3..field.value.len() - 4]).unwrap();
    assert_eq!(back.to_text(), cookie.to_text());
}

#[test]
fn names_of_fields_are_compared_without_case_and_two_documents_are_refused() {
    assert!(form::decode([("CXML-BASE64", "PGE+")]).is_ok());
    assert_eq!(form::decode([("cxml-base64", " PG\r\nE+ \n")]).unwrap().xml, b"<a>");
    let both = [("cXML-base64", "PGE+"), ("cXML-urlencoded", "<a>")];
    for fields in [&both[..], &[both[0], both[0]], &[("a", "b")], &[("cXML-base64", "!")]] {
        let fault = form::decode(fields.iter().copied()).unwrap_err();
        assert_eq!((fault.kind, fault.status.0), (cxml::FaultKind::Form, 406));
    }
}

#[test]
fn a_document_that_was_encoded_twice_is_decoded_again() {
    let carried = form::decode([("cXML-urlencoded", "%3CcXML%2F%3E+%26amp%3B")]).unwrap();
    assert_eq!(carried.xml, b"<cXML/> &amp;");
}

const BODY: &str = "preamble\r\n--b1\r\nContent-Type: text/xml; charset=\"utf-8\"\r\n\r\n<cXML/>\r\n\
    --b1\r\nContent-ID: <a@b>\r\nContent-Type: text/plain;\r\n name=x.txt\r\n\
    Content-Transfer-Encoding: base64\r\n\r\naGVs\r\nbG8=\r\n--b1 \r\nContent-Id: c\r\n\
    Content-Transfer-Encoding: Quoted-Printable\r\n\r\na=3Db=\r\nc\r\n--b1--\r\nepilogue";

#[test]
fn a_body_as_networks_send_it_is_taken_apart() {
    let kind = "Multipart/Mixed; charset=utf-8; boundary=b1";
    let received = multipart::read(kind, BODY.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(received.document, b"<cXML/>");
    assert_eq!(received.charset.as_deref(), Some("utf-8"));
    let text = received.part("cid:a%40b").unwrap();
    assert_eq!((text.bytes.as_slice(), text.file_name.as_deref()), (&b"hello"[..], Some("x.txt")));
    assert_eq!(received.part("cid:c").unwrap().bytes, b"a=bc");
    assert_eq!(received.part("https://a@b"), None);
    assert_eq!(received.part("cid:"), None);
}

#[test]
fn a_body_that_is_cut_off_or_ambiguous_is_refused() {
    let twice = BODY.replace("Content-Id: c", "Content-Id: <a@b>");
    let broken = BODY.replace("aGVs", "a*Vs");
    let cases = [
        ("multipart/mixed; boundary=b1", &BODY[..100]),
        ("multipart/mixed; boundary=b1", &twice),
        ("multipart/mixed; boundary=b1", &broken),
        ("multipart/mixed", BODY),
        ("text/xml; boundary=b1", BODY),
        ("multipart/mixed; boundary=b1", "--b1--"),
    ];
    for (kind, body) in cases {
        let fault = multipart::read(kind, body.as_bytes(), &Limits::default()).unwrap_err();
        assert_eq!(fault.kind, cxml::FaultKind::Multipart, "{kind}");
    }
}
