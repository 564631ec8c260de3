//! Every document that the marketplace sends is valid against the DTD (R52), by xmllint.

use std::path::Path;
use std::process::Command;

use buyer::{Direction, Document};
use support::{Harness, Offered, Shopping, tools};
use tempfile::TempDir;

#[tokio::test(flavor = "multi_thread")]
async fn every_document_that_goes_out_is_valid_against_the_dtd() {
    let (Some(shared), Some(xmllint)) = (tools::shared(), tools::program("xmllint")) else { return };
    let harness = Harness::start().await;
    for wanted in [Offered::LUMEN_LOGS, Offered::TALLY_LEDGER, Offered::HARBOR_SCAN] {
        for buyer in [harness.coupa(), harness.ariba()] {
            let order = Shopping::approved_order(buyer, wanted).await;
            buyer.send_po(&order).await.expect("an answer");
        }
    }
    refuse_something(&harness).await;
    harness.sweep().await;

    let documents = harness.coupa().documents().into_iter().chain(harness.ariba().documents());
    let ours: Vec<Document> = documents.filter(|one| one.direction == Direction::Received).collect();
    for kind in ["PunchOutSetupResponse", "PunchOutOrderMessage", "InvoiceDetailRequest", "Response"] {
        assert!(ours.iter().any(|one| one.kind == kind), "no {kind} went out");
    }
    let directory = TempDir::new().expect("a directory");
    for (index, document) in ours.iter().enumerate() {
        let file = directory.path().join(format!("{index}.xml"));
        std::fs::write(&file, &document.text).expect("written");
        let dtd = if document.kind == "InvoiceDetailRequest" { "InvoiceDetail.dtd" } else { "cXML.dtd" };
        validate(xmllint, &shared.join("dtd/1.2.069").join(dtd), &file, document);
    }
}

async fn refuse_something(harness: &Harness) {
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let faults = [buyer::Fault::Quantity(1, rust_decimal::Decimal::TWO)];
    harness.coupa().send_po_with(&order, &faults).await.expect("an answer");
    let source = buyer::PunchOut::source("ada");
    harness.coupa().punch_out(source).await.expect("an answer");
}

fn validate(xmllint: &str, dtd: &Path, file: &Path, document: &Document) {
    let output = Command::new(xmllint)
        .args(["--nonet", "--noout", "--dtdvalid"])
        .arg(dtd)
        .arg(file)
        .output()
        .expect("xmllint ran");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{} is not valid:\n{errors}\n{}", document.kind, document.text);
}
