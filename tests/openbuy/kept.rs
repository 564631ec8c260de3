//! The catalogue is imported, and what was imported is found.

use jiff::SignedDuration;
use procurement::catalogue::parse_lines;
use punchgate::catalogue::{SAMPLE, import};
use support::Harness;

use super::client::Client;

#[tokio::test(flavor = "multi_thread")]
async fn the_same_catalogue_may_be_imported_again_and_writes_nothing() {
    let harness = Harness::start().await;
    let (listings, _) = parse_lines(SAMPLE, harness.now());
    let imported = import(harness.core(), &listings).await.expect("imported");
    assert_eq!((imported.written, imported.unchanged), (0, listings.len()));
    assert!(imported.refused.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_offer_needs_a_new_revision_and_is_found_then() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    let (listings, _) = parse_lines(SAMPLE, harness.now());
    let mut listing =
        listings.into_iter().find(|one| one.product.id.as_str() == "prod-lumen-logs").expect("it");
    listing.product.name = "Zephyrine Logs".into();
    listing.offers[0].name = "Another name".into();
    let refused = import(harness.core(), &[listing.clone()]).await.expect("imported").refused;
    assert!(refused[0].1.contains("give what changed the revision"), "{refused:?}");
    assert!(client.found("zephyrine").await.is_empty());

    listing.offers[0].revision += 1;
    assert_eq!(import(harness.core(), &[listing]).await.expect("imported").written, 1);
    harness.advance(SignedDuration::from_secs(3));
    assert_eq!(client.found("zephyrine").await, ["prod-lumen-logs"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_ended_before_its_index_is_made_up_for_by_the_same_import() {
    let harness = Harness::start().await;
    let client = Client::of(&harness).await;
    let (listings, _) = parse_lines(SAMPLE, harness.now());
    let mut listing =
        listings.into_iter().find(|one| one.product.id.as_str() == "prod-lumen-logs").expect("it");
    listing.product.name = "Zephyrine Logs".into();
    let store = &harness.core().store;
    let index = store.search_state().await.expect("a read").index.expect("an index");
    store.leave_search_index_behind(&index).await.expect("noted");
    store.put_listing(&listing).await.expect("written");
    harness.advance(SignedDuration::from_secs(3));
    assert!(client.found("zephyrine").await.is_empty(), "the index before serves");

    let imported = import(harness.core(), &[listing]).await.expect("imported");
    assert_eq!((imported.written, imported.unchanged), (0, 1));
    harness.advance(SignedDuration::from_secs(3));
    assert_eq!(client.found("zephyrine").await, ["prod-lumen-logs"]);
}
