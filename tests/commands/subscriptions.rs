//! Subscriptions and their usage by command (R39, R47).

use support::Ordered;

use super::desk::Desk;

#[tokio::test(flavor = "multi_thread")]
async fn a_subscription_is_changed_and_ended_with_a_reason() {
    let desk = Desk::with_orders(Ordered::CONTRACT, 1).await;
    let request = desk.requests[0].to_string();
    let amend = ["agreement", "amend", &request, "--last-day", "2999-12-31", "--reason", "As agreed."];
    let amended = desk.run(&amend).done();
    assert!(amended.contains("until 2999-12-31"), "{amended}");
    let invoiced =
        ["agreement", "amend", &request, "--charge", "1=1.00", "--reason", "A part was not delivered."];
    let refused = desk.run(&invoiced).refused();
    assert!(refused.contains("invoice"), "{refused}");
    let shown = desk.run(&["agreement", "show", &request]).done();
    assert!(shown.contains("As agreed.") && shown.contains("delivered"), "{shown}");

    let ended = desk.run(&["agreement", "end", &request, "--reason", "The seller has withdrawn it."]).done();
    assert!(ended.contains("ended") && ended.contains("withdrawn"), "{ended}");
    let again = desk.run(&["agreement", "end", &request, "--reason", "Once more."]).refused();
    assert!(again.contains("ended on"), "{again}");
    desk.work().await;
    let list = desk.of_connection(&["agreement", "list"]).done();
    assert!(list.contains("PO-000000") && list.contains("ended"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn usage_is_recorded_once_and_shown_against_what_the_order_commits_to() {
    let desk = Desk::with_orders(Ordered::USAGE, 1).await;
    let request = desk.requests[0].to_string();
    let record = ["usage", "record", &request, "--id", "a", "--rate", "Images scanned", "--quantity", "10"];
    assert!(desk.run(&record).done().contains("a is recorded"));
    assert!(desk.run(&record).done().contains("was recorded before"));
    let shown = desk.run(&["usage", "show", &request]).done();
    assert!(shown.contains("together  0.90 USD, of 10,000.00 USD"), "{shown}");
    assert_eq!(desk.run(&["usage", "statements", &request]).done(), "", "the month is not over");
    let wrong = ["usage", "record", &request, "--id", "b", "--rate", "Nothing", "--quantity", "1"];
    assert!(desk.run(&wrong).refused().contains("Nothing"));
}
