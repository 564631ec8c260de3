use jiff::{SignedDuration, Timestamp};
use platform::table::{Due, Gsi1, Index, Key, Query, Record, Transaction};

use crate::support::{Note, note, put_all, stored, table};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).expect("in range")
}

#[tokio::test]
async fn only_what_is_due_is_found_the_longest_due_first() {
    let table = table().await;
    let job = |name: &str, shard: &str, second| note("job", name, "x").due(Due::new(shard, at(second)));
    put_all(
        &table,
        [
            job("soon", "s1", 10),
            job("late", "s1", -5),
            job("now", "s1", 0),
            job("elsewhere", "s2", -9),
            note("job", "never", "x"),
        ],
    )
    .await;

    let due = table.query(&Query::due("s1", at(0))).await.expect("a page");

    let names: Vec<&str> = due.items.iter().map(|item| item.key.sk.as_str()).collect();
    assert_eq!(names, ["late", "now"]);
}

#[tokio::test]
async fn a_record_keeps_its_places_and_lifetime_through_the_table() {
    let table = table().await;
    let due_at = at(0) + SignedDuration::from_millis(250);
    let record =
        note("a", "1", "x").due(Due::new("s", due_at)).gsi1(Gsi1::new("account#1", "2026")).expires(at(60));
    table.commit(&Transaction::new().put_new(&record)).await.expect("stored");

    let read = stored(&table, "a", "1").await.expect("there");
    assert_eq!(read, Record { version: 1, ..record });
    assert!(!read.has_expired(at(59)) && read.has_expired(at(60)));
}

#[tokio::test]
async fn a_record_leaves_an_index_when_it_is_written_without_it() {
    let table = table().await;
    let mut record = note("a", "1", "x").gsi1(Gsi1::new("g", "1")).due(Due::new("s", at(0)));
    put_all(&table, [record.clone()]).await;
    let by_index = || Query::on(Index::Gsi1, "g").sk_prefix("1");
    let found = table.query(&by_index()).await.expect("a page").records::<Note>().expect("notes");
    assert_eq!(found[0].key, Key::new("a", "1"));

    (record.gsi1, record.due) = (None, None);
    put_all(&table, [record]).await;
    assert!(table.query(&by_index()).await.expect("a page").items.is_empty());
    assert!(table.query(&Query::due("s", at(9))).await.expect("a page").items.is_empty());
}
