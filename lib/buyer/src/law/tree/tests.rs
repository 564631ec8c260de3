//! What is read as what, and what is not read at all.

use super::*;

fn root(text: &str) -> Result<Element, ReadError> {
    read(text.as_bytes()).map(|tree| tree.root)
}

#[test]
fn text_references_and_cdata_become_text() -> Result<(), ReadError> {
    assert_eq!(root("<a>x &amp; &#252;<![CDATA[<y>]]></a>")?.text(), "x & ü<y>");
    Ok(())
}

#[test]
fn children_are_found_by_path_and_attributes_by_name() -> Result<(), ReadError> {
    let a = root("<a><b k='1 &lt; 2'><c>deep</c></b><b/></a>")?;
    assert_eq!(a.text_at("b/c"), "deep");
    assert_eq!(a.child("b").and_then(|b| b.attribute("k")), Some("1 < 2"));
    assert_eq!(a.children_named("b").count(), 2);
    Ok(())
}

#[test]
fn the_system_identifier_is_read_in_either_quotes() -> Result<(), ReadError> {
    let double = read(b"<!DOCTYPE a SYSTEM \"http://x/1.dtd\"><a/>")?;
    let single = read(b"<!DOCTYPE a SYSTEM 'http://x/1.dtd' ><a/>")?;
    assert_eq!(double.system_id.as_deref(), Some("http://x/1.dtd"));
    assert_eq!(single.system_id, double.system_id);
    Ok(())
}

#[test]
fn what_is_no_document_is_refused() {
    let texts = ["", "hello", "<a>", "<a></b>", "<a/><b/>", "<a/>x", "<a>&bomb;</a>", "<a k='1' k='2'/>"];
    for text in texts {
        assert!(root(text).is_err(), "{text} was read");
    }
}

#[test]
fn a_doctype_with_declarations_is_refused() {
    assert!(root("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>").is_err());
}

#[test]
fn a_tower_of_elements_is_refused() {
    let tower = "<a>".repeat(100) + &"</a>".repeat(100);
    assert!(root(&tower).is_err());
}
