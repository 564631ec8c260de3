use platform::table::{Key, ReadError, Record, Transaction};
use serde::{Deserialize, Serialize};

use crate::support::{Note, note, put_all, table};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Label {
    label: String,
}

#[tokio::test]
async fn more_keys_than_one_call_takes_are_read() {
    let table = table().await;
    put_all(&table, (0..230).map(|n| note("many", &format!("{n:03}"), &n.to_string()))).await;
    let before = table.counters();

    let keys = (0..231).map(|n| Key::new("many", format!("{n:03}")));
    let mut batch = table.batch_get(keys).await.expect("a batch");

    for n in 0..230 {
        let record = batch.take::<Note>(&Key::new("many", format!("{n:03}"))).expect("a note");
        assert_eq!(record.expect("there").body.text, n.to_string());
    }
    assert!(batch.take::<Note>(&Key::new("many", "230")).expect("no fault").is_none());
    assert_eq!((table.counters() - before).reads, 3);
}

#[tokio::test]
async fn more_than_one_answer_holds_is_asked_for_again() {
    let table = table().await;
    let large = "x".repeat(390 * 1024);
    put_all(&table, (0..60).map(|n| note("large", &n.to_string(), &large))).await;
    let keys: Vec<Key> = (0..60).map(|n| Key::new("large", n.to_string())).collect();
    let batch = table.batch_get(keys.clone()).await.expect("a batch");
    assert!(keys.iter().all(|key| batch.contains(key)));
}

#[tokio::test]
async fn records_of_different_kinds_come_in_one_call() {
    let table = table().await;
    let label = Record::new(Key::new("b", "1"), Label { label: "hello".into() });
    let both = Transaction::new().put_new(&note("a", "1", "x")).put_new(&label);
    table.commit(&both).await.expect("stored");
    let before = table.counters();

    let (a, b) = (Key::new("a", "1"), Key::new("b", "1"));
    let mut batch = table.batch_get([a.clone(), b.clone(), a.clone()]).await.expect("a batch");

    assert_eq!(batch.take::<Note>(&a).expect("a note").expect("there").body.text, "x");
    assert_eq!(batch.take::<Label>(&b).expect("a label").expect("there").body, label.body);
    assert_eq!((table.counters() - before).reads, 1);
}

#[tokio::test]
async fn a_record_of_another_kind_is_reported_with_its_key() {
    let table = table().await;
    put_all(&table, [note("a", "1", "x")]).await;
    let key = Key::new("a", "1");
    let read = table.get::<Label>(&key).await;
    assert!(matches!(read, Err(ReadError::Damaged { key: named, .. }) if named == key));
}
