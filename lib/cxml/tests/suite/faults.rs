//! Faults say where and why, and never show a secret.

use cxml::*;
use proptest::prelude::*;

fn fault(xml: &str) -> Fault {
    read(xml.as_bytes(), &ReadOptions::default()).unwrap_err()
}

#[test]
fn a_fault_has_a_place_a_status_and_advice() {
    let fault = fault("<cXML>\n  <Request>é<a b=c/></Request></cXML>");
    assert_eq!((fault.line, fault.column), (2, 18));
    assert_eq!(fault.to_string(), "an attribute's value without quotes (line 2, column 18)");
    assert_eq!(fault.at_fault, AtFault::Sender);
    let status = fault.to_status();
    assert_eq!((status.code.0, status.text.as_str()), (406, "Not Acceptable"));
    assert!(status.message.contains("name=\"value\""), "{}", status.message);
    assert!(!fault.is_retryable());
}

#[test]
fn every_limit_can_be_set_and_has_an_error_of_its_own() {
    let edit = write(&crate::example::request(crate::example::setup(3).into()), &WriteOptions::default());
    let limit = |set: fn(&mut Limits)| {
        let mut limits = Limits::default();
        set(&mut limits);
        let options = ReadOptions { limits, charset: None };
        read(edit.as_bytes(), &options).map(|_| ()).map_err(|fault| (fault.kind, fault.at_fault))
    };
    assert_eq!(limit(|_| {}), Ok(()));
    let refused = |kind| Err((FaultKind::Limit(kind), AtFault::Receiver));
    assert_eq!(limit(|l| l.bytes = 1000), refused(LimitKind::Bytes));
    assert_eq!(limit(|l| l.depth = 6), refused(LimitKind::Depth));
    assert_eq!(limit(|l| l.attributes = 2), refused(LimitKind::Attributes));
    assert_eq!(limit(|l| l.text = 30), refused(LimitKind::Text));
    assert_eq!(limit(|l| l.items = 2), refused(LimitKind::Items));
    assert_eq!(limit(|l| l.entries = 5), refused(LimitKind::Entries));
}

#[test]
fn a_document_that_is_too_large_is_answered_by_499() {
    let options = ReadOptions { limits: Limits { bytes: 3, ..Limits::default() }, charset: None };
    assert_eq!(read(b"<cXML/>", &options).unwrap_err().status.0, 499);
}

#[test]
fn another_kind_of_document_is_cxmls_fault_and_a_broken_one_xmls() {
    assert_eq!(fault("<html><p>502</p></html>").kind, FaultKind::Cxml);
    assert_eq!(fault("<html><p>502</html>").kind, FaultKind::Xml);
    assert_eq!(fault("<html><p>502</p></html>x").kind, FaultKind::Xml);
    assert_eq!(fault("").kind, FaultKind::Xml);
    assert_eq!(fault("hello").kind, FaultKind::Xml);
}

#[test]
fn an_internal_subset_is_refused_whatever_is_in_it() {
    for doctype in [
        "<!DOCTYPE cXML []>",
        "<!DOCTYPE cXML SYSTEM 'x' [<!ENTITY a 'b'>]>",
        "<!DOCTYPE cXML PUBLIC 'p' \"s\" [ ]>",
    ] {
        let fault = fault(&format!("{doctype}<cXML/>"));
        assert_eq!((fault.kind, fault.message.as_str()), (FaultKind::Xml, "an internal DTD subset"));
    }
}

const SECRET: &str = "QzXv7jK2";

fn with_secret() -> String {
    let mut document = crate::example::request(crate::example::setup(1).into());
    let sender = Credential::new("NetworkId", "AN01").with_secret(SECRET);
    document.header = Some(Header::new(sender.clone(), sender.clone(), sender, "agent"));
    write(&document, &WriteOptions::default())
}

/// Whether any four characters of the secret stand in a text.
fn leaks(text: &str) -> bool {
    SECRET.as_bytes().windows(4).any(|part| text.contains(std::str::from_utf8(part).unwrap()))
}

proptest! {
    #![proptest_config(crate::round_trip::config())]

    #[test]
    fn no_damage_to_a_document_makes_a_fault_or_note_show_its_secret(
        at in any::<prop::sample::Index>(),
        junk in "[<>&;/!\\[\\]\"'= ?a-]{0,4}",
        cut in 0usize..6,
    ) {
        let xml = with_secret();
        // Near the secrets, where it hurts.
        let places: Vec<_> = xml.match_indices("SharedSecret").map(|(at, _)| at).collect();
        let place = places[at.index(places.len())] + at.index(40);
        let end = (place + cut).min(xml.len());
        let damaged = format!("{}{junk}{}", &xml[..place], &xml[end..]);
        match read(damaged.as_bytes(), &ReadOptions::default()) {
            Ok(received) => prop_assert!(!leaks(&format!("{:?}", received.notes)), "a note leaks"),
            Err(fault) => prop_assert!(!leaks(&format!("{fault:?}{fault}")), "{}", &fault),
        }
    }
}

#[test]
fn debug_shows_no_secret_and_no_card_number() {
    let received = read(with_secret().as_bytes(), &ReadOptions::default()).unwrap();
    let header = received.document.header.as_ref().unwrap();
    assert_eq!(header.sender.credentials[0].secret, Some(SECRET.into()));
    assert!(!leaks(&format!("{received:?}")));
    let card = PaymentCard { number: SECRET.into(), ..PaymentCard::default() };
    assert!(!leaks(&format!("{card:?}")));
}

#[test]
fn an_absent_or_empty_secret_never_matches() {
    let empty = Secret::from("");
    let good = Secret::from("a");
    assert!(auth::secret_matches(Some(&good), &good));
    assert!(!auth::secret_matches(Some(&empty), &empty));
    assert!(!auth::secret_matches(None, &empty));
    assert!(!auth::secret_matches(None, &good));
    assert!(!auth::secret_matches(Some(&empty), &good));
    assert!(!auth::secret_matches(Some(&"ab".into()), &good));
}
