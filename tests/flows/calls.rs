//! What a request costs at the table: the round trips are part of the design.

use buyer::PunchOut;
use jiff::SignedDuration;
use platform::table::{CapacityUnits, Counters};
use support::{Harness, Offered, Shopping};

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_is_one_read_and_one_write_of_session_and_document_together() {
    let harness = Harness::start().await;
    // The first document of an hour also writes that its secret was used.
    harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    let before = counters(&harness);
    harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    let used = counters(&harness) - before;
    assert_eq!((used.reads, used.writes, used.transactions), (1, 0, 1), "{used:?}");
    assert!(used.read_units <= CapacityUnits::whole(2), "{used:?}");
    assert!(used.write_units <= CapacityUnits::whole(12), "{used:?}");
    println!("setup: {used:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_one_write_of_its_document_one_read_and_one_transaction() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let before = counters(&harness);
    harness.coupa().send_po(&order).await.expect("an answer");
    let used = counters(&harness) - before;
    assert_eq!((used.reads, used.writes, used.transactions), (1, 1, 1), "{used:?}");
    println!("order: {used:?}");

    let before = counters(&harness);
    harness.coupa().send_po_again(&order).await.expect("an answer");
    let again = counters(&harness) - before;
    assert_eq!((again.reads, again.writes, again.transactions), (1, 1, 0), "{again:?}");
    harness.sweep().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_use_of_a_secret_is_written_once_an_hour_and_by_who_knows_it() {
    let harness = Harness::start().await;
    let connection = harness.coupa_connection().await;
    let last_used = async || harness.core().store.secret_uses(connection.id).await.expect("a read");
    let stranger = PunchOut::create("ada").with(buyer::Fault::WrongSecret("wrong".into()));
    harness.coupa().punch_out(stranger).await.expect("an answer");
    assert_eq!(last_used().await, Vec::new());

    let first = harness.now();
    for minutes in [0, 30, 29] {
        harness.advance(SignedDuration::from_mins(minutes));
        harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
        let uses = last_used().await;
        assert_eq!(uses.iter().map(|used| used.at).collect::<Vec<_>>(), [first], "{minutes}");
        assert_eq!(uses[0].secret, connection.secrets[0].id());
    }
    harness.advance(SignedDuration::from_mins(1));
    harness.coupa().punch_out(PunchOut::create("ada")).await.expect("an answer");
    assert_eq!(last_used().await[0].at, first + SignedDuration::from_hours(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_writes_nothing() {
    let harness = Harness::start().await;
    let before = counters(&harness);
    let stranger = PunchOut::create("ada").with(buyer::Fault::WrongSecret("wrong".into()));
    let setup = harness.coupa().punch_out(stranger).await.expect("an answer");
    assert_eq!(setup.code(), Some(401));
    let used = counters(&harness) - before;
    assert_eq!((used.reads, used.writes, used.transactions), (1, 0, 0), "{used:?}");
}

fn counters(harness: &Harness) -> Counters {
    harness.core().store.table().counters()
}
