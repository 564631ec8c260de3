//! The documents as kept, and as the DTDs judge them.

use crate::start::{SECRET, cart, connected, ordered, punched_out};
use buyer::{Direction, PunchOut, System};
use std::path::{Path, PathBuf};
use std::process::Command;

#[tokio::test]
async fn everything_in_and_out_is_kept_in_order_and_named_for_a_folder() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await;
    buyer.send_po(&order.number).await.expect("an answer");
    let documents = buyer.documents();
    let names: Vec<_> = documents.iter().map(|document| document.file_name()).collect();
    assert_eq!(
        names,
        [
            "coupa-0001-sent-PunchOutSetupRequest.xml",
            "coupa-0002-received-PunchOutSetupResponse.xml",
            "coupa-0003-received-PunchOutOrderMessage.xml",
            "coupa-0004-sent-OrderRequest.xml",
            "coupa-0005-received-Response.xml",
        ]
    );
    assert_eq!(documents[4].status.as_ref().map(|status| status.code), Some(200));
    assert_eq!(documents[3].direction, Direction::Sent);
}

#[tokio::test]
async fn a_masked_document_has_no_secret() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    punched_out(&buyer).await;
    let document = buyer.documents().remove(0);
    assert!(document.text.contains(SECRET) && !document.masked().contains(SECRET));
}

/// The folder with the DTDs and whether `xmllint` runs; without either the test is skipped, or fails where both are demanded.
fn dtd_and_xmllint(version: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("SHARED_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let dtd = shared.join("dtd").join(version).join("cXML.dtd");
    let xmllint = Command::new("xmllint").arg("--version").output().is_ok();
    if dtd.exists() && xmllint {
        return Some(dtd);
    }
    assert!(std::env::var_os("REQUIRE_TOOLS").is_none_or(|it| it != "1"), "the DTDs or xmllint are missing");
    eprintln!("skipped: needs {} and xmllint", dtd.display());
    None
}

/// Everything sent must be valid by that version.
async fn sent_documents_are_valid(system: System, version: &str) {
    let Some(dtd) = dtd_and_xmllint(version) else {
        return;
    };
    let (_marketplace, buyer) = connected(system).await;
    let number = cart(&buyer, &[("prod-1", "ref-1", 2, 1025), ("prod-2", "ref-2", 1, 500)]).await;
    buyer.punch_out(PunchOut::edit(number, &[])).await.expect("a setup request");
    buyer.punch_out(PunchOut::create("ben").select("p", Some("a"))).await.expect("a setup request");
    buyer.submit(number).expect("a cart");
    let order = buyer.approve(number).expect("a pending requisition");
    buyer.send_po(&order.number).await.expect("an answer");
    buyer.cancel_po(&order.number).expect("an order");
    buyer.send_po(&order.number).await.expect("an answer");
    let folder = tempfile::tempdir().expect("a folder");
    for document in buyer.documents().into_iter().filter(|it| it.direction == Direction::Sent) {
        let file = folder.path().join(document.file_name());
        std::fs::write(&file, &document.text).expect("a file");
        let verdict =
            Command::new("xmllint").args(["--nonet", "--noout", "--dtdvalid"]).arg(&dtd).arg(&file).output();
        let verdict = verdict.expect("xmllint");
        assert!(verdict.status.success(), "{}\n{}", String::from_utf8_lossy(&verdict.stderr), document.text);
    }
}

#[tokio::test]
async fn what_coupa_sends_is_valid_by_the_version_it_names() {
    sent_documents_are_valid(System::Coupa, "1.2.014").await;
}

#[tokio::test]
async fn what_ariba_sends_is_valid_by_the_version_it_names() {
    sent_documents_are_valid(System::Ariba, "1.2.069").await;
}
