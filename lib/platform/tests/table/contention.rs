use platform::table::{CommitError, Key, Transaction, Update};

use crate::support::{note, stored, table};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_transactions_for_one_record_one_wins() {
    let table = table().await;
    let contenders = (0..50).map(|number| {
        let table = table.clone();
        tokio::spawn(async move {
            let own = format!("own-{number}");
            let transaction = Transaction::new()
                .put_new(&note("po", "agreement", &own))
                .put_new(&note("jobs", &own, "mail"));
            table.commit(&transaction).await
        })
    });
    let mut won = 0;
    for contender in contenders.collect::<Vec<_>>() {
        match contender.await.expect("ran") {
            Ok(()) => won += 1,
            Err(CommitError::Conflict { failed }) => assert_eq!(failed, vec![0]),
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(won, 1);
    let winner = stored(&table, "po", "agreement").await.expect("one").body.text;
    assert!(stored(&table, "jobs", &winner).await.is_some());
    let jobs = table.query_all(&platform::table::Query::partition("jobs")).await.expect("jobs");
    assert_eq!(jobs.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_addition_is_lost() {
    let table = table().await;
    table.commit(&Transaction::new().put_new(&note("n", "1", "count"))).await.expect("stored");
    let adders: Vec<_> = (0..40)
        .map(|_| {
            let table = table.clone();
            let add = Transaction::new().update(Key::new("n", "1"), Update::new().add("amount", 1), None);
            tokio::spawn(async move { table.commit(&add).await })
        })
        .collect();
    for adder in adders {
        adder.await.expect("ran").expect("added");
    }
    assert_eq!(stored(&table, "n", "1").await.expect("there").body.amount, 47);
}
