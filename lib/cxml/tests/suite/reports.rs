//! What `punchgate cxml check` says of a document.

use cxml::{ReadOptions, WriteOptions, report, write};

fn check(xml: &str) -> report::Report {
    report::check(xml.as_bytes(), &ReadOptions::default())
}

#[test]
fn a_report_says_what_it_is_and_who_sends_it_to_whom() {
    let document = crate::example::request(crate::example::setup(0).into());
    let report = check(&write(&document, &WriteOptions::version("1.2.014")));
    let text = report.to_text("a.xml");
    assert!(text.contains("a.xml: PunchOutSetupRequest 1.2.014"), "{text}");
    assert!(text.contains("from NetworkId AN01000002779 to DUNS 083456789"), "{text}");
    assert!(!text.contains("s3cr3t"), "{text}");
    assert!(report.is_fine());
}

#[test]
fn json_is_one_line_with_everything_in_it() {
    let json = check("<cXML>\n<a></cXML>").to_json("b \"c\".xml");
    assert!(!json.contains('\n'));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["file"], "b \"c\".xml");
    assert_eq!(value["type"], serde_json::Value::Null);
    assert_eq!(value["supported"], false);
    assert_eq!(value["notes"], serde_json::json!([]));
    let fault = &value["faults"][0];
    assert_eq!((&fault["kind"], &fault["line"], &fault["column"]), (&"xml".into(), &2.into(), &4.into()));
    assert_eq!(fault["status"], 406);
}

#[test]
fn an_unsupported_type_is_named_and_fine() {
    let report = check("<cXML><Request><CopyRequest/></Request></cXML>");
    assert_eq!(report.type_name.as_deref(), Some("CopyRequest"));
    assert!(!report.is_supported && report.is_fine());
    assert!(report.to_text("x").contains("CopyRequest, not supported"));
}
