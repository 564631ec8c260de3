//! The W3C's XML conformance suite, read from its zip, unmodified: XML 1.0, fifth edition.

use std::collections::HashMap;
use std::io::Read as _;

use cxml::{FaultKind, Limits, ReadOptions, read};

use crate::shared::shared;

const CATALOGUES: [&str; 13] = [
    "xmltest/xmltest.xml",
    "japanese/japanese.xml",
    "sun/sun-valid.xml",
    "sun/sun-not-wf.xml",
    "oasis/oasis.xml",
    "ibm/ibm_oasis_not-wf.xml",
    "ibm/ibm_oasis_valid.xml",
    "ibm/ibm_oasis_invalid.xml",
    "eduni/errata-2e/errata2e.xml",
    "eduni/errata-3e/errata3e.xml",
    "eduni/errata-4e/errata4e.xml",
    "eduni/misc/ht-bh.xml",
    "sun/sun-invalid.xml",
];

/// What the catalogues say of the documents that are not well-formed.
#[derive(Debug, PartialEq, Eq)]
struct NotWellFormed {
    all: usize,
    /// Refused because they have an internal subset.
    with_subset: usize,
    /// Refused because their fault is found.
    fault_found: usize,
    /// Accepted: the fault is in an external DTD, which is never fetched.
    fault_outside: usize,
}

struct Document {
    path: String,
    catalogue: &'static str,
    kind: String,
    bytes: Vec<u8>,
}

fn documents() -> Option<Vec<Document>> {
    let path = shared("hostile/w3c-xmlts/xmlts20130923.zip")?;
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut file = |path: &str| {
        let mut bytes = Vec::new();
        zip.by_name(path).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let mut found = Vec::new();
    for catalogue in CATALOGUES {
        let text = String::from_utf8_lossy(&file(&format!("xmlconf/{catalogue}"))).into_owned();
        let (folder, _) = catalogue.rsplit_once('/').unwrap();
        for test in without_comments(&text).split("<TEST").skip(1) {
            let Some(attributes) = test.strip_prefix(char::is_whitespace).map(attributes) else {
                continue;
            };
            if !is_fifth_edition(&attributes) {
                continue;
            }
            let path = format!("xmlconf/{folder}/{}", attributes["URI"]);
            found.push(Document { bytes: file(&path), path, catalogue, kind: attributes["TYPE"].clone() });
        }
    }
    Some(found)
}

fn without_comments(text: &str) -> String {
    let mut pieces = text.split("<!--");
    let first = pieces.next().unwrap().to_owned();
    pieces.fold(first, |sum, piece| sum + piece.split_once("-->").map_or("", |(_, rest)| rest))
}

fn attributes(tag: &str) -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut rest = tag;
    while let Some((name, after)) = rest.split_once('=') {
        if name.contains('>') {
            break;
        }
        let after = after.trim_start();
        let quote = after.chars().next().unwrap();
        let (value, next) = after[1..].split_once(quote).unwrap();
        found.insert(name.trim().to_owned(), value.to_owned());
        rest = next;
    }
    found
}

fn is_fifth_edition(test: &HashMap<String, String>) -> bool {
    let recommendation = test.get("RECOMMENDATION").map_or("XML1.0", String::as_str);
    recommendation.starts_with("XML1.0") && test.get("EDITION").is_none_or(|e| e.contains('5'))
}

/// Where the internal subset is, and whether entities beyond the five are used.
fn text_of(document: &Document) -> String {
    match document.bytes.as_slice() {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        bytes => bytes.iter().copied().map(char::from).collect(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<_> = bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16_lossy(&units)
}

fn has_internal_subset(document: &Document) -> bool {
    let text = text_of(document);
    let Some((_, after)) = text.split_once("<!DOCTYPE") else {
        return text.contains("<!ELEMENT") || text.contains("<!ENTITY");
    };
    let mut quote = None;
    for c in after.chars() {
        match (quote, c) {
            (None, '[') => return true,
            (None, '>') => return false,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    false
}

fn kind_of_fault(document: &Document) -> FaultKind {
    let options =
        ReadOptions { limits: Limits { depth: 1000, ..Limits::default() }, ..ReadOptions::default() };
    match read(&document.bytes, &options) {
        Ok(received) => panic!("{} is read as {received:?}", document.path),
        Err(fault) => {
            assert_eq!(fault.status.0, 406);
            assert!(fault.line > 0 && fault.column > 0, "{}: {fault}", document.path);
            assert!(!fault.message.is_empty() && !fault.advice.is_empty());
            fault.kind
        }
    }
}

fn tally(documents: &[&Document]) -> NotWellFormed {
    let (accepted, refused): (Vec<&Document>, Vec<&Document>) =
        documents.iter().partition(|document| kind_of_fault(document) != FaultKind::Xml);
    for document in &accepted {
        let text = text_of(document);
        assert!(text.contains("SYSTEM"), "{} has no external DTD", document.path);
    }
    let with_subset = refused.iter().filter(|d| has_internal_subset(d)).count();
    NotWellFormed {
        all: documents.len(),
        with_subset,
        fault_found: refused.len() - with_subset,
        fault_outside: accepted.len(),
    }
}

#[test]
fn every_document_that_is_not_well_formed_is_refused() {
    let Some(documents) = documents() else {
        return;
    };
    let is_oasis = |document: &&Document| document.catalogue.starts_with("oasis");
    let bad: Vec<_> = documents.iter().filter(|d| d.kind == "not-wf").collect();
    let (oasis, others): (Vec<&Document>, Vec<&Document>) = bad.into_iter().partition(is_oasis);
    let others = tally(&others);
    let oasis = tally(&oasis);
    println!("{others:?}, and of OASIS's catalogue {oasis:?}");
    // 19 of the 746 have their fault in an external DTD. One of these is refused all the same,
    // because it uses an entity that nothing within it declares.
    assert_eq!((others.all, others.fault_outside), (746, 18));
    assert_eq!((oasis.all, oasis.fault_outside), (247, 11));
}

/// Documents that use an entity which only their external DTD declares.
const ENTITY_OUTSIDE: [&str; 5] = [
    "xmltest/valid/not-sa/031.xml",
    "sun/valid/pe00.xml",
    "ibm/valid/P09/ibm09v03.xml",
    "ibm/valid/P32/ibm32v02.xml",
    "eduni/errata-2e/E19.xml",
];

#[test]
fn every_valid_document_without_internal_subset_is_accepted() {
    let Some(documents) = documents() else {
        return;
    };
    let is_wanted = |document: &&Document| {
        let uses_entity = ENTITY_OUTSIDE.iter().any(|path| document.path.ends_with(path));
        document.kind == "valid" && !has_internal_subset(document) && !uses_entity
    };
    let wanted: Vec<_> = documents.iter().filter(is_wanted).collect();
    println!("{} valid documents without internal subset", wanted.len());
    assert_eq!(wanted.len(), 46);
    for document in wanted {
        assert_eq!(kind_of_fault(document), FaultKind::Cxml, "{}", document.path);
    }
}
