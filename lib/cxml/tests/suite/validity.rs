//! Everything that is written is valid, in the judgement of xmllint.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use cxml::{Document, WriteOptions, write};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::generate::{KINDS, Source};
use crate::round_trip::cases;
use crate::shared::{present, shared};

/// Validates files in one go; gives what xmllint has to say.
fn complaints(dtd: &Path, files: &[PathBuf]) -> String {
    let output = Command::new("xmllint")
        .args(["--nonet", "--nowarning", "--noout", "--dtdvalid"])
        .arg(dtd)
        .args(files)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let is_about_the_network = |line: &&str| !line.contains("Attempt to load network entity");
    text.lines().filter(is_about_the_network).take(20).collect::<Vec<_>>().join("\n")
}

fn tools() -> Option<PathBuf> {
    let xmllint = Command::new("xmllint").arg("--version").output().ok();
    present(xmllint, "xmllint (libxml2-utils)")?;
    shared("dtd")
}

/// The DTDs that must accept a document: the newest, and that of its DOCTYPE where it is at hand.
fn judges(dtds: &Path, xml: &str) -> Vec<PathBuf> {
    let (_, rest) = xml.split_once("/schemas/cXML/").unwrap();
    let (system, _) = rest.split_once('"').unwrap();
    let (version, file) = system.split_once('/').unwrap();
    let mut judges = vec![dtds.join("1.2.069").join(file)];
    let own = dtds.join(version).join(file);
    if version != "1.2.069" && own.exists() {
        judges.push(own);
    }
    judges
}

fn assert_all_valid(documents: impl Iterator<Item = (Document, &'static str)>) {
    let Some(dtds) = tools() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let mut by_judge: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for (number, (document, version)) in documents.enumerate() {
        let xml = write(&document, &WriteOptions::version(version));
        let path = folder.path().join(format!("{number}.xml"));
        std::fs::write(&path, &xml).unwrap();
        for judge in judges(&dtds, &xml) {
            by_judge.entry(judge).or_default().push(path.clone());
        }
    }
    for (judge, files) in &by_judge {
        for some in files.chunks(200) {
            let complaints = complaints(judge, some);
            assert!(complaints.is_empty(), "{}:\n{complaints}", judge.display());
        }
        let name = judge.strip_prefix(&dtds).unwrap().display();
        println!("{} documents valid against {name}", files.len());
    }
}

#[test]
fn whatever_the_types_can_express_is_valid() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let bytes = vec(any::<u8>(), 0..600);
    let mut all = Vec::new();
    for _ in 0..cases() {
        let bytes = bytes.new_tree(&mut runner).unwrap().current();
        for kind in KINDS {
            let version = match kind {
                "InvoiceDetailRequest" => "1.2.020",
                _ => "1.2.014",
            };
            all.push((Source::new(&bytes).document(kind), version));
        }
    }
    assert_all_valid(all.into_iter());
}

#[test]
fn what_the_dtd_requires_and_is_not_there_is_written_empty() {
    let smallest = KINDS.map(|kind| (Source::new(&[]).document(kind), "1.2.014"));
    let bare = [
        cxml::Request::PunchOutSetup(Box::default()),
        cxml::Request::Order(Box::default()),
        cxml::Request::Confirmation(Box::default()),
        cxml::Request::StatusUpdate(Box::default()),
        cxml::Request::InvoiceDetail(Box::default()),
    ];
    let bare = bare.map(|request| {
        let header = cxml::Header::default();
        (Document::request("", "", header, request), "1.2.014")
    });
    assert_all_valid(smallest.into_iter().chain(bare));
}

#[test]
fn the_examples_are_valid() {
    let examples = crate::example::documents().into_iter();
    assert_all_valid(examples.flat_map(|(_, document)| {
        ["1.2.014", "1.2.020", "1.2.069"].map(|version| (document.clone(), version))
    }));
}
