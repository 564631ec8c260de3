//! Offers that hold (R37): what can become of an offer between the request and the purchase order, and after it.
//!
//! Each change is made once before the purchase order, which is then refused in words of its own, and once after it: what was
//! bought stays bought, and the same order gets the same answer.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use procurement::approved_products::ApprovedProducts;
use procurement::catalogue::{Listing, Offer, Pricing};
use procurement::mail::Language;
use procurement::requisition::Status;
use support::{Harness, Offered, Shopping};

/// What becomes of the offer.
#[derive(Clone, Copy, Debug)]
enum Change {
    Expires,
    Repriced,
    Replaced,
    ExpiryMoved,
    ProductRemoved,
    NotApproved,
}

const CHANGES: [(Change, &str); 6] = [
    (Change::Expires, "The offer expired on 2026-11-04."),
    (Change::Repriced, "The price or the terms of the offer have changed since approval."),
    (Change::Replaced, "The seller has replaced the offer by offer-fernhollow-backup-standard."),
    (Change::ExpiryMoved, "The expiry date of the offer has changed since approval."),
    (Change::ProductRemoved, "The seller has withdrawn this product."),
    (Change::NotApproved, "Your organisation has not approved this product, or approves it no longer."),
];

impl Change {
    async fn happens(self, harness: &Harness) {
        match self {
            Self::Expires => harness.advance(SignedDuration::from_hours(49)),
            Self::Repriced => on_the_offer(harness, |offer| offer.pricing = Pricing::Byol).await,
            Self::Replaced => {
                on_the_offer(harness, |offer| {
                    offer.replaced_by = Some("offer-fernhollow-backup-standard".parse().expect("an id"));
                })
                .await;
            }
            Self::ExpiryMoved => {
                let later = harness.now() + SignedDuration::from_hours(24 * 30);
                on_the_offer(harness, |offer| offer.expires = Some(later)).await;
            }
            Self::ProductRemoved => on_the_listing(harness, |listing| listing.product.withdrawn = true).await,
            Self::NotApproved => approve(harness, "prod-harbor-scan").await,
        }
    }

    /// Only the list of approved products is not about the offer, so that request is refused and not stale.
    fn leaves_it_stale(self) -> bool {
        !matches!(self, Self::NotApproved)
    }
}

async fn on_the_listing(harness: &Harness, change: impl FnOnce(&mut Listing)) {
    let store = &harness.core().store;
    let id = Offered::FERNHOLLOW_BACKUP.product.parse().expect("an id");
    let mut listing = store.listing(&id).await.expect("a read").expect("a listing");
    change(&mut listing);
    store.put_listing(&listing).await.expect("written");
}

async fn on_the_offer(harness: &Harness, change: impl FnOnce(&mut Offer)) {
    on_the_listing(harness, |listing| {
        let id = Offered::FERNHOLLOW_BACKUP.offer.expect("an offer");
        let offer = listing.offers.iter_mut().find(|offer| offer.id.as_str() == id).expect("the offer");
        offer.revision += 1;
        change(offer);
    })
    .await;
}

async fn approve(harness: &Harness, product: &str) {
    let organisation = harness.world().coupa_connection.organisation.management_account;
    let products = BTreeSet::from([product.parse().expect("an id")]);
    let list = ApprovedProducts::new(organisation, products, harness.now()).expect("a list");
    harness.core().store.put_approved_products(&list).await.expect("saved");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cart_whose_offer_changed_does_not_leave_and_says_how_it_changed() {
    for (change, words) in CHANGES {
        let harness = Harness::start().await;
        let shopping = Shopping::start(harness.coupa()).await;
        shopping.request(Offered::FERNHOLLOW_BACKUP).await;
        let cart = shopping.open("/cart").await;
        let send = cart.form_to("/return").expect("a way back");
        if let Change::Expires = change {
            // A session does not last that long; the offer's end comes nearer instead.
            let soon = harness.now() + SignedDuration::from_mins(10);
            on_the_listing_keeping_the_request(&harness, soon).await;
            harness.advance(SignedDuration::from_mins(11));
        } else {
            change.happens(&harness).await;
        }
        let words =
            if matches!(change, Change::Expires) { "The offer expired on 2026-11-02." } else { words };
        let cart = shopping.open("/cart").await;
        assert!(cart.says(words), "{change:?}: {}", cart.html);
        let stopped = shopping.submit(&send).await;
        assert_eq!(stopped.status, 409, "{change:?}: {}", stopped.html);
        assert!(stopped.says(words), "{change:?}: {}", stopped.html);
    }
}

/// The offer ends at another time, and the request knows it so.
async fn on_the_listing_keeping_the_request(harness: &Harness, end: jiff::Timestamp) {
    on_the_offer(harness, |offer| {
        offer.revision -= 1;
        offer.expires = Some(end);
    })
    .await;
    let mut asked = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    asked.offer.expires = Some(end);
    asked.version += 1;
    harness.core().store.put_requisition(&asked).await.expect("written");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_for_an_offer_that_changed_before_it_buys_nothing_and_tells_the_requester_how_it_changed() {
    for (change, words) in CHANGES {
        let harness = Harness::start().await;
        let order = Shopping::approved_order(harness.coupa(), Offered::FERNHOLLOW_BACKUP).await;
        change.happens(&harness).await;
        let answer = harness.coupa().send_po(&order).await.expect("an answer");
        assert_eq!(answer.code(), Some(409), "{change:?}: {answer:?}");
        let said = answer.status.expect("a Status").message;
        assert!(said.contains(words), "{change:?}: {said}");
        harness.sweep().await;

        let connection = harness.coupa_connection().await;
        assert!(harness.agreements(&connection).await.is_empty(), "{change:?}");
        assert!(harness.invoices(&connection).await.is_empty(), "{change:?}");
        let request = harness.requisitions(&connection).await.remove(0);
        assert_eq!(matches!(request.status, Status::Stale { .. }), change.leaves_it_stale(), "{change:?}");
        let german = request.reason(Language::German).expect("a reason");
        assert_eq!((german.language, &german.quoted), (Language::German, &None), "{change:?}: {german}");
        let shopping = Shopping::start(harness.coupa()).await;
        let page = shopping.open(&format!("/requests/{}", request.id)).await;
        assert!(page.says(words), "{change:?}: {}", page.html);
        let mail = harness.mails().into_iter().find(|(name, _)| name.starts_with("mail-refused"));
        assert!(
            mail.is_some_and(|(_, mail)| mail.contains("/offers/pg1.")),
            "{change:?}: no link in the mail"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_order_bought_stays_bought_whatever_becomes_of_the_offer() {
    for (change, _) in CHANGES {
        let harness = Harness::start().await;
        let order = Shopping::approved_order(harness.coupa(), Offered::FERNHOLLOW_BACKUP).await;
        let first = harness.coupa().send_po(&order).await.expect("an answer");
        assert_eq!(first.code(), Some(200), "{change:?}: {first:?}");
        harness.sweep().await;
        let connection = harness.coupa_connection().await;
        let bought = harness.agreements(&connection).await;

        change.happens(&harness).await;
        let again = harness.coupa().send_po(&order).await.expect("an answer");
        assert_eq!(again.status, first.status, "{change:?}");
        harness.sweep().await;
        assert_eq!(harness.agreements(&connection).await, bought, "{change:?}");
        let request = harness.requisitions(&connection).await.remove(0);
        assert!(matches!(request.status, Status::Subscribed { .. }), "{change:?}: {:?}", request.status);
        let shopping = Shopping::start(harness.coupa()).await;
        let page = shopping.open(&format!("/subscriptions/{}", request.id)).await;
        assert!(page.status == 200 && page.says(&order), "{change:?}: {}", page.html);
    }
}
