use platform::table::{CommitError, Query, Transaction};

use crate::support::{note, put_all, stored, table};

#[tokio::test]
async fn a_record_of_more_than_400_kb_is_refused_and_nothing_of_it_is_stored() {
    let table = table().await;
    put_all(&table, [note("p", "fits", &"x".repeat(380 * 1024))]).await;
    let too_large = Transaction::new().put(&note("p", "large", &"x".repeat(410 * 1024)));
    assert!(matches!(table.commit(&too_large).await, Err(CommitError::Refused(_))));
    assert!(stored(&table, "p", "large").await.is_none());
}

#[tokio::test]
async fn a_transaction_of_100_records_is_stored_and_of_101_refused() {
    let table = table().await;
    let of = |count: usize| {
        (0..count).fold(Transaction::new(), |all, n| all.put(&note("p", &format!("{count}-{n:03}"), "x")))
    };
    table.commit(&of(100)).await.expect("stored");
    assert!(matches!(table.commit(&of(101)).await, Err(CommitError::Refused(_))));
    let all = table.query_all(&Query::partition("p")).await.expect("all");
    assert_eq!(all.len(), 100);
}

#[tokio::test]
async fn a_transaction_names_a_record_only_once() {
    let table = table().await;
    let twice = Transaction::new().put(&note("p", "1", "a")).put(&note("p", "1", "b"));
    assert!(matches!(table.commit(&twice).await, Err(CommitError::Refused(_))));
    assert!(stored(&table, "p", "1").await.is_none());
}
