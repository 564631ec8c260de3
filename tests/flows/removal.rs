//! The operator removes a connection, with its safeguards (R14).

use config::Failure;
use procurement::configuration::{Action, Caller, Permissions, Problem, Standing};
use support::{Harness, Offered, Shopping};

/// The account that runs the marketplace; it buys nothing itself.
fn operator() -> Caller {
    Caller {
        account: "999900001111".parse().expect("an account"),
        arn: "arn:aws:iam::999900001111:user/operator".to_owned(),
        permissions: Permissions::ALL,
        standing: Standing::Unknown,
        operator: true,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_with_pending_requests_is_removed_only_by_force_and_its_audit_log_stays() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let connection = harness.coupa_connection().await;
    let configuration = punchgate::marketplace::configuration(harness.world().marketplace.parts());

    let refused = configuration.remove(&operator(), connection.id, connection.version, false).await;
    let Err(Failure::Problem(Problem::Conflict { field, message })) = refused else { panic!("{refused:?}") };
    assert_eq!(field, "force");
    assert!(message.starts_with("1 request of this connection waits"), "{message}");
    assert_eq!(harness.coupa_connection().await.version, connection.version, "nothing was changed");

    configuration.remove(&operator(), connection.id, connection.version, true).await.expect("removed");
    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(401), "{answer:?}");

    let owner = connection.organisation.management_account;
    let audit = harness.core().store.audit(owner, None).await.expect("a read").items;
    let actions: Vec<Action> = audit.iter().rev().map(|entry| entry.action).collect();
    assert_eq!(actions, [Action::Create, Action::Change, Action::Remove]);
    assert_eq!(audit[0].who, operator().arn);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_without_pending_requests_is_removed_at_once() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::HARBOR_SCAN).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    let connection = harness.coupa_connection().await;
    let configuration = punchgate::marketplace::configuration(harness.world().marketplace.parts());
    configuration.remove(&operator(), connection.id, connection.version, false).await.expect("removed");
    assert_eq!(harness.agreements(&connection).await.len(), 1, "what was bought stays bought");
}
