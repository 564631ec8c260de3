//! Two accounts of one buyer, and a Sender that proves itself without sending its secret (R20, R54).

use buyer::{Fault, PunchOut};
use jiff::SignedDuration;
use procurement::configuration::{Caller, Draft};
use procurement::connection::{Connection, Deployment};
use punchgate::provision::local_caller;
use support::{Harness, Offered, Shopping};

async fn administrator(harness: &Harness, connection: &Connection) -> (config::Configuration, Caller) {
    let configuration = punchgate::marketplace::configuration(harness.world().marketplace.parts());
    let account = connection.organisation.management_account;
    let caller = local_caller(&configuration, account).await.expect("a caller");
    (configuration, caller)
}

/// SAP Ariba speaks as the buyer's test account from now on, with a secret of its own.
async fn use_test_account(harness: &Harness) {
    let connection = harness.ariba_connection().await;
    let (configuration, caller) = administrator(harness, &connection).await;
    let set = (SignedDuration::ZERO, Deployment::Test);
    let (_, information) =
        configuration.rotate_in(&caller, connection.id, connection.version, set).await.expect("a second set");
    let known = harness.ariba().connection().expect("connected");
    harness.ariba().connect(buyer::Connection {
        test_account: true,
        shared_secret: information.shared_secret.expect("shown once"),
        ..known
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_accounts_order_on_a_live_connection_is_taken_and_marked() {
    let harness = Harness::start().await;
    use_test_account(&harness).await;
    let order = Shopping::approved_order(harness.ariba(), Offered::LUMEN_LOGS).await;
    let answer = harness.ariba().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200), "{answer:?}");
    let text = answer.status.as_ref().map(|status| status.message.clone()).unwrap_or_default();
    assert!(text.contains("deploymentMode test") && text.contains("ends in -T"), "{text}");
    harness.sweep().await;
    let connection = harness.ariba_connection().await;
    let requisition = harness.requisitions(&connection).await.remove(0);
    let marks = requisition.timeline.iter().filter(|entry| entry.text.contains("marked")).count();
    assert_eq!(marks, 2, "by the punch-out and by the order: {:?}", requisition.timeline);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_strict_setting_refuses_what_names_the_other_account() {
    let harness = Harness::start().await;
    use_test_account(&harness).await;
    let connection = harness.ariba_connection().await;
    let (configuration, caller) = administrator(&harness, &connection).await;
    let strict = Draft { strict_deployment_mode: Some(true), ..Draft::default() };
    configuration.change(&caller, connection.id, connection.version, &strict).await.expect("changed");
    let setup = harness.ariba().punch_out(PunchOut::create("ada")).await.expect("an answer");
    assert_eq!(setup.code(), Some(409), "{setup:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_run_again_is_held_against_the_credentials_that_it_came_with() {
    let harness = Harness::start().await;
    use_test_account(&harness).await;
    let connection = harness.ariba_connection().await;
    let (configuration, caller) = administrator(&harness, &connection).await;
    let strict = Draft { strict_deployment_mode: Some(true), ..Draft::default() };
    configuration.change(&caller, connection.id, connection.version, &strict).await.expect("changed");
    // The document itself says nothing of a test: only its secret is the test account's.
    let known = harness.ariba().connection().expect("connected");
    harness.ariba().connect(buyer::Connection { test_account: false, ..known });
    let setup = harness.ariba().punch_out(PunchOut::create("ada")).await.expect("an answer");
    assert_eq!(setup.code(), Some(409), "{setup:?}");
    let all = harness.core().store.documents_of(connection.id).await.expect("documents");
    let kept = all.iter().find(|kept| kept.about.kind == "PunchOutSetupRequest").expect("a document");
    assert_eq!(kept.about.proved_by, Some(Deployment::Test));
    let connection = harness.ariba_connection().await;
    let again =
        platform::oversight::replay::dry(harness.core(), &connection, &kept.id).await.expect("replayed");
    assert!(again.now.code == 409 && again.now.text.contains("credentials for test"), "{again:?}");
    assert!(!again.differs(), "{again:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_credential_mac_opens_the_store_once_the_connection_asks_for_it() {
    let harness = Harness::start().await;
    let by_code = || PunchOut::create("ada").with(Fault::CredentialMac(SignedDuration::ZERO));
    let refused = harness.coupa().punch_out(by_code()).await.expect("an answer");
    assert_eq!(refused.code(), Some(401));

    let connection = harness.coupa_connection().await;
    let (configuration, caller) = administrator(&harness, &connection).await;
    let asked = Draft { credential_mac: Some(true), ..Draft::default() };
    let changed =
        configuration.change(&caller, connection.id, connection.version, &asked).await.expect("changed");
    let overlap = SignedDuration::ZERO;
    let (_, information) =
        configuration.rotate(&caller, connection.id, changed.version, overlap).await.expect("rotated");
    let known = harness.coupa().connection().expect("connected");
    let shared_secret = information.shared_secret.expect("shown once");
    harness.coupa().connect(buyer::Connection { shared_secret, ..known });
    let opened = harness.coupa().punch_out(by_code()).await.expect("an answer");
    assert_eq!(opened.code(), Some(200), "{opened:?}");
    let late = PunchOut::create("ada").with(Fault::CredentialMac(SignedDuration::from_hours(-25)));
    let refused = harness.coupa().punch_out(late).await.expect("an answer");
    assert_eq!(refused.code(), Some(401), "its day is over");
}
