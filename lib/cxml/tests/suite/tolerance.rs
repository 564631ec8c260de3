//! Read by name, not by position (R51): what is odd becomes a note, and the rest is read.

use cxml::*;

fn received(xml: &str) -> Received {
    read(xml.as_bytes(), &ReadOptions::default()).unwrap_or_else(|fault| panic!("{fault}\n{xml}"))
}

fn kinds(received: &Received) -> Vec<NoteKind> {
    received.notes.iter().map(|note| note.kind).collect()
}

fn setup(received: Received) -> PunchOutSetupRequest {
    match received.document.body {
        Body::Request { request: Request::PunchOutSetup(setup), .. } => *setup,
        body => panic!("{body:?}"),
    }
}

fn order(received: Received) -> OrderRequest {
    match received.document.body {
        Body::Request { request: Request::Order(order), .. } => *order,
        body => panic!("{body:?}"),
    }
}

fn in_request(inside: &str) -> String {
    format!("<cXML payloadID='1@a' timestamp='2026-11-21T22:15:31+01:00'><Request>{inside}</Request></cXML>")
}

#[test]
fn a_good_document_has_no_notes() {
    for (name, document) in crate::example::documents() {
        let xml = write(&document, &WriteOptions::version("1.2.014"));
        assert_eq!(received(&xml).notes, [], "{name}");
    }
}

#[test]
fn elements_in_another_order_are_read_and_noted() {
    let setup_request = "<PunchOutSetupRequest operation='create'><BuyerCookie>c</BuyerCookie>\
        <Contact><Name xml:lang='en'>Jim</Name></Contact>\
        <BrowserFormPost><URL>https://a.example</URL></BrowserFormPost></PunchOutSetupRequest>";
    let received = received(&in_request(setup_request));
    assert!(kinds(&received).contains(&NoteKind::Order));
    let setup = setup(received);
    assert_eq!(setup.browser_form_post.as_deref(), Some("https://a.example"));
    assert_eq!(setup.contacts[0].name.text, "Jim");
}

#[test]
fn namespaces_and_prefixes_do_not_matter() {
    let xml = "<c:cXML xmlns:c='urn:x' payloadID='1' timestamp='2026-11-21T22:15:31+01:00'>\
        <c:Request><c:PunchOutSetupRequest operation='create'><c:BuyerCookie>c</c:BuyerCookie>\
        </c:PunchOutSetupRequest></c:Request></c:cXML>";
    let received = received(xml);
    assert!(kinds(&received).contains(&NoteKind::Namespace));
    assert_eq!(setup(received).buyer_cookie.to_text(), "c");
}

#[test]
fn two_identities_in_one_credential_are_noted_and_the_first_counts() {
    let xml = "<cXML payloadID='1' timestamp='2026-11-21T22:15:31+01:00'><Header><From>\
        <Credential domain='duns'><Identity>1</Identity><Identity>2</Identity></Credential></From>\
        </Header><Request><ProfileRequest/></Request></cXML>";
    let received = received(xml);
    assert!(kinds(&received).contains(&NoteKind::DuplicateIdentity));
    let header = received.document.header.unwrap();
    assert_eq!(header.from.identity("DUNS"), Some("1"));
}

#[test]
fn a_cookie_with_elements_goes_back_exactly_as_it_came() {
    let inside = " <session id='7'>a &lt; <![CDATA[<b>]]></session><!-- c --> ";
    let xml = in_request(&format!(
        "<PunchOutSetupRequest operation='create'><BuyerCookie>{inside}</BuyerCookie></PunchOutSetupRequest>"
    ));
    let cookie = setup(received(&xml)).buyer_cookie;
    assert_eq!(cookie.as_xml(), inside);
    let message = PunchOutOrderMessage { buyer_cookie: cookie, ..PunchOutOrderMessage::default() };
    let document = Document::message("2@b", "", Header::default(), message.into());
    let back = write(&document, &WriteOptions::default());
    assert!(back.contains(&format!("<BuyerCookie>{inside}</BuyerCookie>")));
}

#[test]
fn every_form_of_timestamp_is_understood() {
    for (written, instant) in [
        ("2008-05-19T18:29:48+00:00", "2008-05-19T18:29:48Z"),
        ("2008-05-19T18:29:48.25+02:00", "2008-05-19T16:29:48.25Z"),
        ("2008-05-19T18:29:48-0700", "2008-05-20T01:29:48Z"),
        ("2008-05-19T18:29:48Z", "2008-05-19T18:29:48Z"),
        ("2008-05-19T18:29:48", "2008-05-19T18:29:48Z"),
        ("2008-05-19 18:29", "2008-05-19T18:29:00Z"),
        ("2008-05-19", "2008-05-19T00:00:00Z"),
        ("Mon May 19 18:29:48 +0000 2008", "2008-05-19T18:29:48Z"),
        ("Mon, 19 May 2008 18:29:48 GMT", "2008-05-19T18:29:48Z"),
        ("3/30/2015 11:56:16 AM", "2015-03-30T11:56:16Z"),
        ("3/30/2015 12:56:16 AM", "2015-03-30T00:56:16Z"),
        ("3/30/2015 11:56:16 PM", "2015-03-30T23:56:16Z"),
    ] {
        let timestamp = Timestamp::parse(written);
        assert_eq!(timestamp.instant(), Some(instant.parse().unwrap()), "{written}");
        assert!(!timestamp.wire().ends_with('Z'), "{written}");
    }
    for written in ["", "yesterday", "2008-13-19T18:29:48Z", "2008-02-30", "9999999999999999"] {
        assert_eq!(Timestamp::parse(written).instant(), None, "{written}");
    }
}

#[test]
fn a_timestamp_never_makes_a_setup_request_unreadable() {
    let xml = "<cXML payloadID='1' timestamp='soon'><Request>\
        <PunchOutSetupRequest operation='create'/></Request></cXML>";
    let received = received(xml);
    assert!(kinds(&received).contains(&NoteKind::Timestamp));
    assert_eq!(received.document.timestamp.written(), "soon");
}

#[test]
fn missing_things_are_noted_and_absent() {
    let received = received(&in_request("<OrderRequest><ItemOut/></OrderRequest>"));
    assert!(kinds(&received).contains(&NoteKind::Missing));
    let order = order(received);
    assert_eq!(order.header.total, None);
    assert_eq!(order.header.order_id, "");
}

#[test]
fn an_amount_is_read_only_when_it_can_mean_one_thing() {
    let total = |text: &str| {
        let xml = in_request(&format!(
            "<OrderRequest><OrderRequestHeader><Total><Money currency='USD'>{text}</Money></Total>\
             </OrderRequestHeader></OrderRequest>"
        ));
        order(received(&xml)).header.total.map(|money| money.amount.to_string())
    };
    for (written, amount) in [
        ("10.00", "10.00"),
        (" -1 ", "-1"),
        ("1,234.50", "1234.50"),
        ("1,234,567.8", "1234567.8"),
        ("1.5E+2", "150"),
    ] {
        assert_eq!(total(written).as_deref(), Some(amount), "{written}");
    }
    for written in ["", "1,234", "12,50", "1.234,50", "$5", "1_000", "NaN", "1e99", "0x10", "1,23.4"] {
        assert_eq!(total(written), None, "{written}");
    }
}

#[test]
fn an_unknown_request_is_named_and_not_broken() {
    let received = received(&in_request("<CopyRequest><a/></CopyRequest>"));
    assert_eq!(received.document.type_name(), "CopyRequest");
    assert!(!received.document.is_supported());
}

#[test]
fn an_unknown_operation_is_answered_by_450() {
    for inside in [
        "<PunchOutSetupRequest operation='destroy'/>",
        "<OrderRequest><OrderRequestHeader type='undo'/></OrderRequest>",
    ] {
        let fault = read(in_request(inside).as_bytes(), &ReadOptions::default()).unwrap_err();
        assert_eq!((fault.kind, fault.status.0), (FaultKind::Cxml, 450));
    }
}

#[test]
fn coupas_bare_response_is_read() {
    let received = received("<Response><Status code='406' text='Not Acceptable'>why</Status></Response>");
    match received.document.body {
        Body::Response(response) => assert_eq!(response.status.code, StatusCode::NOT_ACCEPTABLE),
        body => panic!("{body:?}"),
    }
}

#[test]
fn every_encoding_is_read() {
    let text = |encoding: &str| {
        format!(
            "<?xml version='1.0' encoding='{encoding}'?><Response><Status code='200' text='Grüße'/></Response>"
        )
    };
    let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let text = format!("\u{FEFF}{}", text("UTF-16"));
        text.encode_utf16().flat_map(order).collect()
    };
    let latin1 = |encoding| text(encoding).chars().map(|c| u8::try_from(c).unwrap()).collect();
    let all: [(Vec<u8>, Option<&str>); 8] = [
        (text("UTF-8").into(), None),
        (format!("\u{FEFF}{}", text("utf-8")).into(), None),
        (utf16(u16::to_be_bytes), None),
        (utf16(u16::to_le_bytes), None),
        (latin1("ISO-8859-1"), None),
        (latin1("UTF-8"), Some("iso-8859-1")),
        (text("iso-8859-1").into(), Some("utf-8")),
        (text("UTF-16").into(), Some("\"UTF-8\"")),
    ];
    for (bytes, charset) in all {
        let options = ReadOptions { charset: charset.map(str::to_owned), ..ReadOptions::default() };
        match read(&bytes, &options).unwrap().document.body {
            Body::Response(response) => assert_eq!(response.status.text, "Grüße"),
            body => panic!("{body:?}"),
        }
    }
    for (bytes, charset) in [
        (text("us-ascii").into_bytes(), None),
        (text("UTF-8").into_bytes(), Some("us-ascii")),
        (latin1("UTF-8"), None),
        (text("shift_jis").into_bytes(), None),
        (text("UTF-16").into_bytes(), None),
    ] {
        let options = ReadOptions { charset: charset.map(str::to_owned), ..ReadOptions::default() };
        assert_eq!(read(&bytes, &options).unwrap_err().kind, FaultKind::Xml);
    }
}
