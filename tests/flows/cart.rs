//! The cart goes back (R28, R29).

use buyer::{Checkout, Fault, PunchOut};
use procurement::connection::FormField;
use procurement::requisition::Status;
use support::{Harness, Offered, Shopping};

#[tokio::test(flavor = "multi_thread")]
async fn opened_again_the_way_back_carries_the_same_document() {
    let harness = Harness::start().await;
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    let first = shopping.carrier().await.cart_form().expect("a cart");
    harness.advance(jiff::SignedDuration::from_mins(7));
    let again = shopping.open("/return").await.cart_form().expect("a cart");
    assert_eq!(again, first);
    let received = harness.coupa().receive_cart(shopping.session, &first.fields).await.expect("an answer");
    assert!(matches!(received, Ok(Checkout::Cart { repeated: false, .. })), "{received:?}");
    let received = harness.coupa().receive_cart(shopping.session, &again.fields).await.expect("an answer");
    assert!(matches!(received, Ok(Checkout::Cart { repeated: true, .. })), "{received:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cart_is_taken_in_either_form_field() {
    for field in [FormField::Base64, FormField::UrlEncoded] {
        let harness = Harness::start().await;
        harness.change_coupa(|connection| connection.settings.form_field = field).await;
        let shopping = Shopping::start(harness.coupa()).await;
        shopping.request(Offered::LUMEN_LOGS).await;
        shopping.check_out().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_without_a_cart_says_so_with_status_204() {
    let harness = Harness::start().await;
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    let cart = shopping.open("/cart").await;
    let page = shopping.submit(&cart.form_to("/leave").expect("a way out")).await;
    let form = page.cart_form().expect("a message");
    let received = harness.coupa().receive_cart(shopping.session, &form.fields).await.expect("an answer");
    assert!(matches!(received, Ok(Checkout::Unchanged)), "{received:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_that_holds_elements_comes_back_as_it_came() {
    let harness = Harness::start().await;
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    // The simulated Coupa refuses a cart whose BuyerCookie differs from the one that it sent.
    shopping.check_out().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_that_expired_while_shopping_is_found_before_the_browser_leaves() {
    let harness = Harness::start().await;
    let shopping = Shopping::start(harness.coupa()).await;
    let page = shopping.request(Offered::FERNHOLLOW_BACKUP).await;
    assert_eq!(page.status, 200, "{}", page.html);
    let listing = "prod-fernhollow-backup".parse().expect("an id");
    let mut listing = harness.core().store.listing(&listing).await.expect("a read").expect("a listing");
    for offer in &mut listing.offers {
        offer.expires = Some(harness.now());
    }
    harness.core().store.put_listing(&listing).await.expect("written");

    let cart = shopping.open("/cart").await;
    let page = match cart.form_to("/return") {
        Ok(form) => shopping.submit(&form).await,
        Err(_) => cart,
    };
    assert!(page.cart_form().is_err(), "the browser would leave");
    assert!(page.says("changed") || page.says("expired"), "{}", page.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_cart_opens_with_what_was_in_it() {
    let harness = Harness::start().await;
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    let requisition = shopping.check_out().await;

    let again = Shopping::start_with(harness.coupa(), PunchOut::edit(requisition, &[])).await;
    assert!(again.store.says("Lumen Logs"), "{}", again.store.html);
    let look = Shopping::start_with(harness.coupa(), PunchOut::inspect(requisition, &[])).await;
    assert!(look.store.says("Lumen Logs"), "{}", look.store.html);
    assert!(look.store.form_to("/return").is_err(), "an inspected cart can be sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setup_request_without_a_user_agent_or_with_an_odd_time_is_served() {
    let harness = Harness::start().await;
    let odd = [
        Fault::NoUserAgent,
        Fault::HeaderReversed,
        Fault::DoubleIdentity,
        Fault::MixedCaseDomains,
        Fault::Timestamp("3/30/2015 11:56:16 AM".into()),
        Fault::Utf16,
        Fault::NoDoctype,
        Fault::ContactFirst,
    ];
    for fault in odd {
        let name = format!("{fault:?}");
        let setup = harness.coupa().punch_out(PunchOut::create("ada").with(fault)).await.expect("an answer");
        assert_eq!(setup.code(), Some(200), "{name}: {:?}", setup.refusal);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_waits_for_approval() {
    let harness = Harness::start().await;
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    let connection = harness.coupa_connection().await;
    assert_eq!(harness.requisitions(&connection).await[0].status, Status::InCart);
    shopping.check_out().await;
    assert_eq!(harness.requisitions(&connection).await[0].status, Status::SentForApproval);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_cart_goes_back_complete_and_what_was_taken_out_is_cancelled() {
    let harness = Harness::start().await;
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    shopping.request(Offered::HARBOR_SCAN).await;
    let requisition = shopping.check_out().await;

    let again = Shopping::start_with(harness.coupa(), PunchOut::edit(requisition, &[])).await;
    let removed = again.submit(&again.open("/cart").await.form_to("/cart/remove").expect("a form")).await;
    assert!(!removed.says("Lumen Logs"), "{}", removed.html);
    assert_eq!(again.check_out().await, requisition, "it is the same requisition");

    let lines = harness.coupa().requisition(requisition).expect("it").lines;
    assert_eq!(lines.len(), 1, "{lines:?}");
    let connection = harness.coupa_connection().await;
    for item in harness.requisitions(&connection).await {
        match item.product.id.as_str() {
            "prod-lumen-logs" => {
                assert!(matches!(item.status, Status::Cancelled { .. }), "{:?}", item.status)
            }
            _ => assert_eq!(item.status, Status::SentForApproval),
        }
    }
    harness.coupa().submit(requisition).expect("submitted");
    let order = harness.coupa().approve(requisition).expect("approved").number;
    assert_eq!(harness.coupa().send_po(&order).await.expect("an answer").code(), Some(200));
    harness.sweep().await;
    assert_eq!(harness.agreements(&connection).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_an_edited_cart_leaves_everything_as_it_was() {
    let harness = Harness::start().await;
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    let requisition = shopping.check_out().await;
    let again = Shopping::start_with(harness.coupa(), PunchOut::edit(requisition, &[])).await;
    let cart = again.submit(&again.open("/cart").await.form_to("/cart/remove").expect("a form")).await;
    let page = again.submit(&cart.form_to("/leave").expect("a way out")).await;
    let form = page.cart_form().expect("a message");
    let received = harness.coupa().receive_cart(again.session, &form.fields).await.expect("an answer");
    assert!(matches!(received, Ok(Checkout::Unchanged)), "{received:?}");
    let kept = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    assert_eq!(kept.status, Status::SentForApproval);
}
