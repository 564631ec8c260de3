use platform::table::local::{Embedded, EmbeddedError};
use platform::table::{CommitError, Transaction};

use crate::support::{note, stored};

#[tokio::test]
async fn everything_is_there_after_a_restart_on_the_same_file() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("store.db");
    {
        let table = Embedded::file(&file).await.expect("an engine").table();
        table.commit(&Transaction::new().put_new(&note("a", "1", "kept"))).await.expect("stored");
    }
    let table = Embedded::file(&file).await.expect("an engine").table();
    assert_eq!(stored(&table, "a", "1").await.expect("there").body.text, "kept");
    let again = table.commit(&Transaction::new().put_new(&note("a", "1", "again"))).await;
    assert_eq!(again, Err(CommitError::Conflict { failed: vec![0] }));
}

#[tokio::test]
async fn a_file_that_is_no_store_is_named() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("store.db");
    std::fs::write(&file, "this is a letter, not a database").expect("written");
    match Embedded::file(&file).await {
        Err(error @ EmbeddedError::Open { .. }) => {
            assert!(error.to_string().contains("store.db"), "{error}");
        }
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("opened"),
    }
}

#[tokio::test]
async fn what_has_expired_is_swept() {
    let embedded = Embedded::memory().await.expect("an engine");
    let table = embedded.table();
    let long_ago = jiff::Timestamp::from_second(1_600_000_000).expect("in range");
    let expired = note("a", "1", "x").expires(long_ago);
    table.commit(&Transaction::new().put(&expired).put(&note("a", "2", "x"))).await.expect("stored");

    assert_eq!(embedded.sweep_expired().await.expect("swept"), 1);
    assert_eq!(stored(&table, "a", "1").await, None);
    assert!(stored(&table, "a", "2").await.is_some());
}

#[tokio::test]
async fn a_stream_of_an_earlier_version_is_ended_because_it_would_make_each_write_slower_than_the_last() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("store.db");
    let stream = |embedded: &Embedded| {
        let answer = embedded.answer("DynamoDB_20120810.DescribeTable", br#"{"TableName": "punchgate"}"#);
        let table: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        table["Table"]["StreamSpecification"]["StreamEnabled"].as_bool()
    };
    {
        let embedded = Embedded::file(&file).await.expect("an engine");
        let on = br#"{"TableName": "punchgate",
            "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}"#;
        embedded.answer("DynamoDB_20120810.UpdateTable", on);
        assert_eq!(stream(&embedded), Some(true));
    }
    let embedded = Embedded::file(&file).await.expect("an engine");
    assert_ne!(stream(&embedded), Some(true));
}
