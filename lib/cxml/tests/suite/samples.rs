//! Documents that others wrote, and documents made to break parsers.

use std::path::Path;

use cxml::{FaultKind, NoteKind, ReadOptions, Received, WriteOptions, read, write};

use crate::shared::{files_below, shared};

const KNOWN: [&str; 10] = [
    "ConfirmationRequest",
    "InvoiceDetailRequest",
    "OrderRequest",
    "ProfileRequest",
    "ProfileResponse",
    "PunchOutOrderMessage",
    "PunchOutSetupRequest",
    "PunchOutSetupResponse",
    "Response/Status",
    "StatusUpdateRequest",
];

fn received(path: &Path) -> Result<Received, cxml::Fault> {
    read(&std::fs::read(path).unwrap(), &ReadOptions::default())
}

/// What a document is called in the manifest.
fn type_in_manifest(document: &cxml::Document) -> &str {
    match document.type_name() {
        "Response" => "Response/Status",
        name => name,
    }
}

#[test]
fn every_sample_decodes_or_is_named_or_is_not_well_formed() {
    let Some(samples) = shared("samples") else {
        return;
    };
    let manifest = std::fs::read_to_string(samples.join("MANIFEST.tsv")).unwrap();
    let (mut decoded, mut named, mut broken, mut other) = (0, 0, 0, 0);
    for line in manifest.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        let columns: Vec<_> = line.split('\t').collect();
        let (file, kind, is_well_formed) = (columns[0], columns[6], columns[9] == "yes");
        match received(&samples.join(file)) {
            Err(fault) if !is_well_formed => {
                assert_eq!(fault.kind, FaultKind::Xml, "{file}: {fault}");
                broken += 1;
            }
            Err(fault) => {
                assert!(!KNOWN.contains(&kind), "{file}: {fault}");
                assert_eq!((fault.kind, fault.status.0), (FaultKind::Cxml, 406), "{file}");
                other += 1;
            }
            Ok(received) => {
                assert!(is_well_formed, "{file} is read, but is not well-formed");
                let document = &received.document;
                let is_known = document.is_supported();
                // "cXML" is what the manifest calls a document whose content it cannot name.
                // So is a response with something unknown in it called after its Status.
                let is_garbage = kind == "Response/Status" && !is_known;
                if kind != "cXML" && !is_garbage {
                    assert_eq!(type_in_manifest(document), kind, "{file}");
                    assert_eq!(is_known, KNOWN.contains(&kind), "{file}");
                }
                if is_known { decoded += 1 } else { named += 1 }
            }
        }
    }
    println!("{decoded} decoded, {named} named, {other} outlines, {broken} not well-formed");
    assert!(decoded >= 90 && named >= 20 && broken >= 5);
}

#[test]
fn every_decoded_sample_is_written_and_read_again_as_it_was() {
    let Some(samples) = shared("samples") else {
        return;
    };
    let mut count = 0;
    for path in files_below(&samples, ".xml") {
        let Ok(first) = received(&path) else {
            continue;
        };
        if first.document.is_supported() {
            // Writing gives timestamps an offset; from then on nothing changes any more.
            let xml = write(&first.document, &WriteOptions::default());
            let second = read(xml.as_bytes(), &ReadOptions::default()).unwrap();
            let again = write(&second.document, &WriteOptions::default());
            assert_eq!(again, xml, "{}", path.display());
            let is_ours = |note: &cxml::Note| matches!(note.kind, NoteKind::Order | NoteKind::Unexpected);
            assert!(!second.notes.iter().any(is_ours), "{}", path.display());
            count += 1;
        }
    }
    println!("{count} samples written and read again");
}

#[test]
fn documents_made_to_break_parsers_are_decided_without_harm() {
    for folder in ["hostile/defusedxml", "hostile/libxml2-errors", "hostile/libxml2-recurse"] {
        let Some(folder) = shared(folder) else {
            return;
        };
        for path in files_below(&folder, ".xml") {
            let fault = received(&path).expect_err(&path.display().to_string());
            let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            if text.contains("<!ENTITY") {
                assert_eq!(fault.kind, FaultKind::Xml, "{}", path.display());
            }
        }
    }
}
