use platform::table::{CapacityUnits, Counters, Key, Query, Transaction, measured};

use crate::support::{Note, note, put_all, stored, table};

#[tokio::test]
async fn a_request_sees_its_own_calls_and_capacity() {
    let table = table().await;
    put_all(&table, [note("a", "0", "outside")]).await;

    let ((), counters) = measured(async {
        put_all(&table, [note("a", "1", "x")]).await;
        let both = Transaction::new().put(&note("a", "2", "x")).put(&note("a", "3", "x"));
        table.commit(&both).await.expect("stored");
        stored(&table, "a", "1").await;
        table.query(&Query::partition("a").eventually_consistent()).await.expect("a page");
    })
    .await;

    assert_eq!(
        counters,
        Counters {
            reads: 2,
            writes: 1,
            transactions: 1,
            read_units: CapacityUnits::from_halves(3),
            write_units: CapacityUnits::whole(5),
        }
    );
}

#[tokio::test]
async fn requests_at_the_same_time_do_not_see_each_other() {
    let table = table().await;
    let key = Key::new("a", "1");
    let reads = |times: u64| {
        let (table, key) = (table.clone(), key.clone());
        measured(async move {
            for _ in 0..times {
                table.get::<Note>(&key).await.expect("an answer");
            }
        })
    };
    let (((), one), ((), three)) = tokio::join!(reads(1), reads(3));
    assert_eq!((one.reads, three.reads), (1, 3));
}

#[tokio::test]
async fn an_inner_measure_counts_for_the_outer_too() {
    let table = table().await;
    let ((inner, ()), outer) = measured(async {
        stored(&table, "a", "1").await;
        let (_, inner) = measured(stored(&table, "a", "1")).await;
        (inner, ())
    })
    .await;
    assert_eq!((inner.reads, outer.reads), (1, 2));
}

#[test]
fn units_are_written_with_their_half() {
    assert_eq!(CapacityUnits::from_halves(5).to_string(), "2.5");
    assert_eq!(CapacityUnits::whole(2).to_string(), "2.0");
}
