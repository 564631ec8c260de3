//! A document that came in is run again, dry and for real (R34, R57).

use platform::oversight::documents::find;
use platform::oversight::replay::{CannotReplay, dry, for_real};
use procurement::requisition::Status;
use support::{Harness, Offered, Shopping};

async fn document(harness: &Harness, kind: &str) -> String {
    let connection = harness.coupa_connection().await;
    let all = find(harness.core(), connection.id, None).await.expect("documents");
    all.into_iter().find(|kept| kept.about.kind == kind).expect("a document").id
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_was_accepted_comes_to_the_same_again_and_changes_nothing() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    let (connection, id) = (harness.coupa_connection().await, document(&harness, "OrderRequest").await);
    for _ in 0..3 {
        let again = for_real(harness.core(), &connection, &id).await.expect("replayed");
        assert!(!again.changed && !again.differs() && again.now.code == 200, "{again:?}");
    }
    harness.sweep().await;
    assert_eq!(harness.agreements(&connection).await.len(), 1);
    assert_eq!((harness.mails().len(), harness.coupa().received_invoices().len()), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_was_refused_is_run_again_once_its_cause_is_mended() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    // The catalogue loses the offer by mistake, and gets it back.
    let requisition = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    let store = &harness.core().store;
    let listing = store.listing(&requisition.product.id).await.expect("a read").expect("a listing");
    let mut without = listing.clone();
    without.offers.iter_mut().for_each(|offer| offer.revision += 1);
    store.put_listing(&without).await.expect("written");
    assert_eq!(harness.coupa().send_po(&order).await.expect("an answer").code(), Some(409));
    store.put_listing(&listing).await.expect("written");
    harness.sweep().await;

    let (connection, id) = (harness.coupa_connection().await, document(&harness, "OrderRequest").await);
    let shown = dry(harness.core(), &connection, &id).await.expect("replayed");
    assert_eq!(shown.then.as_ref().map(|then| then.code), Some(409));
    assert!(shown.differs() && shown.now.code == 200 && !shown.changed, "{shown:?}");
    assert!(harness.agreements(&connection).await.is_empty(), "a dry run changes nothing");

    let done = for_real(harness.core(), &connection, &id).await.expect("replayed");
    assert!(done.changed && done.now.code == 200, "{done:?}");
    harness.sweep().await;
    assert_eq!(harness.agreements(&connection).await.len(), 1);
    let requisition = harness.requisitions(&connection).await.remove(0);
    assert!(matches!(requisition.status, Status::Subscribed { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_is_run_dry_only_and_what_went_out_not_at_all() {
    let harness = Harness::start().await;
    Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    let connection = harness.coupa_connection().await;
    let setup = document(&harness, "PunchOutSetupRequest").await;
    let shown = dry(harness.core(), &connection, &setup).await.expect("replayed");
    assert!(!shown.differs() && shown.now.code == 200, "{shown:?}");
    assert!(matches!(for_real(harness.core(), &connection, &setup).await, Err(CannotReplay::DryOnly)));
    let cart = document(&harness, "PunchOutOrderMessage").await;
    assert!(matches!(dry(harness.core(), &connection, &cart).await, Err(CannotReplay::Kind(_))));
    let other = harness.ariba_connection().await;
    assert!(matches!(dry(harness.core(), &other, &setup).await, Err(CannotReplay::None(_))));
}
