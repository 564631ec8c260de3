use platform::table::{CommitError, Condition, Key, Record, Transaction, Update};
use serde::Serialize;

use crate::support::{note, stored, table};

#[tokio::test]
async fn a_new_record_is_stored_as_it_was_and_counts_its_version() {
    let table = table().await;
    table.commit(&Transaction::new().put_new(&note("a", "1", "first"))).await.expect("stored");

    let read = stored(&table, "a", "1").await.expect("there");
    assert_eq!(read, Record { version: 1, ..note("a", "1", "first") });
}

#[tokio::test]
async fn a_new_record_where_one_is_already_is_a_conflict_and_changes_nothing() {
    let table = table().await;
    table.commit(&Transaction::new().put_new(&note("a", "1", "first"))).await.expect("stored");

    let again = table.commit(&Transaction::new().put_new(&note("a", "1", "second"))).await;

    assert_eq!(again, Err(CommitError::Conflict { failed: vec![0] }));
    assert_eq!(stored(&table, "a", "1").await.expect("there").body.text, "first");
}

#[tokio::test]
async fn a_transaction_names_the_elements_whose_conditions_failed_and_writes_nothing() {
    let table = table().await;
    table.commit(&Transaction::new().put_new(&note("a", "1", "first"))).await.expect("stored");

    let transaction = Transaction::new()
        .put_new(&note("b", "1", "new"))
        .put_new(&note("a", "1", "second"))
        .put(&note("c", "1", "new"))
        .check(Key::new("d", "1"), Condition::Present);

    assert_eq!(table.commit(&transaction).await, Err(CommitError::Conflict { failed: vec![1, 3] }));
    assert_eq!(stored(&table, "b", "1").await, None);
    assert_eq!(stored(&table, "c", "1").await, None);
}

#[tokio::test]
async fn a_record_that_another_wrote_meanwhile_is_not_replaced() {
    let table = table().await;
    table.commit(&Transaction::new().put_new(&note("a", "1", "first"))).await.expect("stored");
    let read = stored(&table, "a", "1").await.expect("there");
    let replace = |text| Transaction::new().put_if_version(&note("a", "1", text), read.version);

    assert_eq!(table.commit(&replace("mine")).await, Ok(()));
    assert_eq!(table.commit(&replace("theirs")).await, Err(CommitError::Conflict { failed: vec![0] }));
    let now = stored(&table, "a", "1").await.expect("there");
    assert_eq!((now.body.text.as_str(), now.version), ("mine", 2));
}

#[tokio::test]
async fn an_update_changes_single_fields_and_counts_the_version() {
    let table = table().await;
    table.commit(&Transaction::new().put_new(&note("a", "1", "first"))).await.expect("stored");

    let update = Update::new().add("amount", 3).set("text", "changed");
    let condition = Some(Condition::equals("text", "first"));
    let change = Transaction::new().update(Key::new("a", "1"), update, condition);

    assert_eq!(table.commit(&change).await, Ok(()));
    assert_eq!(table.commit(&change).await, Err(CommitError::Conflict { failed: vec![0] }));
    let now = stored(&table, "a", "1").await.expect("there");
    assert_eq!((now.body.text.as_str(), now.body.amount, now.version), ("changed", 10, 2));
}

#[tokio::test]
async fn an_update_of_a_record_read_before_counts_as_a_write_by_another() {
    let table = table().await;
    table.commit(&Transaction::new().put_new(&note("a", "1", "first"))).await.expect("stored");
    let update = Transaction::new().update(Key::new("a", "1"), Update::new().add("amount", 1), None);
    table.commit(&update).await.expect("updated");

    let stale = Transaction::new().put_if_version(&note("a", "1", "stale"), 1);
    assert_eq!(table.commit(&stale).await, Err(CommitError::Conflict { failed: vec![0] }));
}

#[tokio::test]
async fn a_record_is_deleted_only_under_its_condition() {
    let table = table().await;
    table.commit(&Transaction::new().put_new(&note("a", "1", "first"))).await.expect("stored");
    let delete = |version| Transaction::new().delete_if(Key::new("a", "1"), Condition::Version(version));

    assert_eq!(table.commit(&delete(9)).await, Err(CommitError::Conflict { failed: vec![0] }));
    assert_eq!(table.commit(&delete(1)).await, Ok(()));
    assert_eq!(stored(&table, "a", "1").await, None);
    assert_eq!(table.commit(&Transaction::new().delete(Key::new("a", "1"))).await, Ok(()));
}

#[tokio::test]
async fn a_check_alone_writes_nothing_and_answers() {
    let table = table().await;
    let check = Transaction::new().check(Key::new("a", "1"), Condition::Absent);
    assert_eq!(table.commit(&check).await, Ok(()));
    let check = Transaction::new().check(Key::new("a", "1"), Condition::Present);
    assert_eq!(table.commit(&check).await, Err(CommitError::Conflict { failed: vec![0] }));
}

#[tokio::test]
async fn the_same_token_writes_once_and_other_content_under_it_is_refused() {
    let table = table().await;
    let first = Transaction::new().put_new(&note("a", "1", "x")).client_request_token("token-1");
    assert_eq!(table.commit(&first).await, Ok(()));
    assert_eq!(table.commit(&first).await, Ok(()));

    let other = Transaction::new().put_new(&note("a", "2", "y")).client_request_token("token-1");
    assert!(matches!(table.commit(&other).await, Err(CommitError::Refused(_))));
}

#[tokio::test]
async fn a_body_that_uses_a_name_of_the_table_is_not_stored() {
    #[derive(Serialize)]
    struct Bad {
        ttl: u32,
    }
    let record = Record::new(Key::new("a", "1"), Bad { ttl: 5 });
    let refused = table().await.commit(&Transaction::new().put(&record)).await;
    let message = refused.expect_err("refused").to_string();
    assert!(message.contains("`ttl`") && message.contains("a / 1"), "{message}");
}

#[tokio::test]
async fn an_item_near_the_limit_is_stored_and_one_over_it_is_refused() {
    let table = table().await;
    let large = note("a", "1", &"x".repeat(400 * 1024 - 200));
    assert_eq!(table.commit(&Transaction::new().put_new(&large)).await, Ok(()));
    let read = stored(&table, "a", "1").await.expect("there");
    assert_eq!(read.body, large.body);

    let huge = note("a", "2", &"x".repeat(400 * 1024));
    let refused = table.commit(&Transaction::new().put_new(&huge)).await;
    assert!(matches!(refused, Err(CommitError::Refused(_))), "{refused:?}");
}
