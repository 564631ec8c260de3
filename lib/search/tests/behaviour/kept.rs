//! The index beside the catalogue: published by whoever changes it, loaded by those who search.

use std::sync::Arc;

use jiff::SignedDuration;
use platform::clock::{Clock, ManualClock};
use platform::core::Core;
use platform::ids::Ids;
use platform::keys::Keys;
use platform::store::Store;
use platform::table::local::Embedded;
use procurement::connection::{Identity, IdentityDomain};
use procurement::marketplace::Marketplace;
use search::{Index, Query, Shelf, Viewer, publish};

use crate::shop::listings;

async fn core() -> (Core, ManualClock) {
    let clock = ManualClock::new("2026-11-02T09:00:00Z".parse().expect("a time"));
    let table = Embedded::memory().await.expect("an engine").table();
    let marketplace = Marketplace {
        name: "Test".into(),
        base_url: "http://127.0.0.1/".parse().expect("a URL"),
        mail_from: "no-reply@marketplace.example".into(),
        supplier: Identity { domain: IdentityDomain::NetworkId, value: "PUNCHGATE".into() },
    };
    let core = Core {
        store: Store::new(table),
        clock: Clock::from(&clock),
        ids: Ids::seeded(Clock::from(&clock), 7),
        keys: Keys::from_bytes([1; 32], [2; 32], [3; 32]),
        marketplace: Arc::new(marketplace),
    };
    (core, clock)
}

async fn put(core: &Core, count: usize) {
    for listing in listings().iter().take(count) {
        core.store.put_listing(listing).await.expect("written");
    }
}

fn total(index: &Index) -> usize {
    index.search(&Query::default(), &Viewer::default()).expect("a search").total
}

#[tokio::test]
async fn what_was_published_is_loaded_in_two_reads_and_not_built_again() {
    let (core, _) = core().await;
    put(&core, 5).await;
    publish(&core, &[]).await.expect("published");
    let shelf = Shelf::new(core.store.clone(), core.clock.clone());
    let (index, counted) = platform::table::measured(shelf.index()).await;
    assert_eq!(total(&index.expect("an index")), 5);
    assert_eq!(counted.reads, 2);
}

#[tokio::test]
async fn what_is_published_later_is_found_a_few_seconds_later() {
    let (core, clock) = core().await;
    put(&core, 2).await;
    publish(&core, &[]).await.expect("published");
    let shelf = Shelf::new(core.store.clone(), core.clock.clone());
    assert_eq!(total(&shelf.index().await.expect("an index")), 2);
    for count in 3..6 {
        put(&core, count).await;
        clock.advance(SignedDuration::from_secs(1));
        publish(&core, &[]).await.expect("published");
        assert_eq!(
            total(&shelf.index().await.expect("an index")),
            count - 1,
            "it is asked every two seconds"
        );
        clock.advance(SignedDuration::from_secs(2));
        assert_eq!(total(&shelf.index().await.expect("an index")), count);
    }
}

#[tokio::test]
async fn a_change_that_was_noted_but_not_published_is_indexed_where_it_is_searched() {
    let (core, clock) = core().await;
    put(&core, 2).await;
    publish(&core, &[]).await.expect("published");
    clock.advance(SignedDuration::from_secs(5));
    put(&core, 4).await;
    core.store.note_catalogue_change(clock.now()).await.expect("noted");
    let shelf = Shelf::new(core.store.clone(), core.clock.clone());
    assert_eq!(total(&shelf.index().await.expect("an index")), 4);
}

#[tokio::test]
async fn a_catalogue_without_a_kept_index_can_be_searched() {
    let (core, _) = core().await;
    put(&core, 3).await;
    let shelf = Shelf::new(core.store.clone(), core.clock.clone());
    assert_eq!(total(&shelf.index().await.expect("an index")), 3);
}

#[tokio::test]
async fn of_two_who_publish_at_once_the_later_has_everything() {
    let (core, clock) = core().await;
    put(&core, 5).await;
    let (one, other) = tokio::join!(publish(&core, &[]), publish(&core, &[]));
    assert_eq!((one.expect("published").listings, other.expect("published").listings), (5, 5));
    clock.advance(SignedDuration::from_secs(3));
    let shelf = Shelf::new(core.store.clone(), core.clock.clone());
    assert_eq!(total(&shelf.index().await.expect("an index")), 5);
}

#[tokio::test]
async fn what_was_written_just_now_is_indexed_even_if_the_list_does_not_show_it_yet() {
    let (core, _) = core().await;
    let published = publish(&core, &listings()).await.expect("published");
    assert_eq!(published.listings, 6);
}
