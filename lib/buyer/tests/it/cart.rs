//! Carts that come back.

use crate::start::{base64, cart, connected, poom, poom_with, punched_out};
use buyer::{Approval, BuyerError, CartRejection, Checkout, Fault, LineType, PunchOut, System};

const ONE: [(&str, &str, u32, u32); 1] = [("prod-1", "ref-1", 2, 1025)];

#[tokio::test]
async fn a_cart_becomes_a_requisition_of_its_requester() {
    for system in [System::Coupa, System::Ariba] {
        let (_marketplace, buyer) = connected(system).await;
        let number = cart(&buyer, &[("prod-1", "ref-1", 2, 1025), ("prod-2", "ref-2", 1, 500)]).await;
        let requisition = buyer.requisition(number).expect("a requisition");
        assert_eq!((requisition.requester.as_str(), requisition.approval.clone()), ("ada", Approval::Cart));
        assert_eq!(requisition.total().to_string(), "25.50");
        assert_eq!(requisition.lines[0].description, "Größe & prod-1");
        assert_eq!(requisition.lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2]);
    }
}

#[tokio::test]
async fn an_identical_repeat_is_harmless_and_another_cart_is_refused() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let session = punched_out(&buyer).await;
    let form = base64(&poom(&session.buyer_cookie, &ONE));
    let first = buyer.receive_cart(session.session, &form).await.expect("an answer");
    let second = buyer.receive_cart(session.session, &form).await.expect("an answer");
    let Ok(Checkout::Cart { requisition, repeated: false }) = first else { panic!("{first:?}") };
    assert_eq!(second, Ok(Checkout::Cart { requisition, repeated: true }));
    let other = base64(&poom(&session.buyer_cookie, &[("prod-9", "ref-9", 1, 100)]));
    let third = buyer.receive_cart(session.session, &other).await.expect("an answer");
    assert_eq!(third, Err(CartRejection::SessionOver(session.session)));
    assert_eq!(buyer.requisitions().len(), 1);
}

#[tokio::test]
async fn a_refused_cart_leaves_the_session_open() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let session = punched_out(&buyer).await;
    let wrong = buyer.receive_cart(session.session, &base64(&poom("other", &ONE))).await.expect("an answer");
    assert_eq!(wrong, Err(CartRejection::BuyerCookie("other".into())));
    let right = base64(&poom(&session.buyer_cookie, &ONE));
    assert!(buyer.receive_cart(session.session, &right).await.expect("an answer").is_ok());
}

#[tokio::test]
async fn a_cart_for_a_session_that_was_refused_is_not_taken() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    marketplace.will_say(401);
    let session = punched_out(&buyer).await;
    let form = base64(&poom(&session.buyer_cookie, &ONE));
    let verdict = buyer.receive_cart(session.session, &form).await.expect("an answer");
    assert_eq!(verdict, Err(CartRejection::SessionNotOpen(session.session)));
}

#[tokio::test]
async fn the_urlencoded_field_is_taken_in_ascii_with_references() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let session = punched_out(&buyer).await;
    let ascii = poom(&session.buyer_cookie, &ONE).replace('ö', "&#246;").replace('ß', "&#223;");
    let form = vec![("cxml-urlencoded".to_owned(), ascii)];
    assert!(buyer.receive_cart(session.session, &form).await.expect("an answer").is_ok());
    assert_eq!(buyer.requisitions()[0].lines[0].description, "Größe & prod-1");
}

#[tokio::test]
async fn an_edited_line_is_replaced_and_the_others_stay() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let number = cart(&buyer, &[("prod-1", "ref-1", 2, 1025), ("prod-2", "ref-2", 1, 500)]).await;
    let session = buyer.punch_out(PunchOut::edit(number, &[1])).await.expect("a setup request");
    let form =
        base64(&poom(&session.buyer_cookie, &[("prod-1", "ref-3", 5, 1025), ("prod-4", "ref-4", 1, 100)]));
    buyer.receive_cart(session.session, &form).await.expect("an answer").expect("a sound cart");
    let lines = buyer.requisition(number).expect("a requisition").lines;
    let seen: Vec<_> = lines.iter().map(|line| (line.number, line.auxiliary.as_str())).collect();
    assert_eq!(seen, [(1, "ref-3"), (2, "ref-2"), (3, "ref-4")]);
}

#[tokio::test]
async fn an_edit_that_comes_back_empty_deletes_and_status_204_does_not() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let number = cart(&buyer, &ONE).await;
    let cancelled = buyer.punch_out(PunchOut::edit(number, &[])).await.expect("a setup request");
    let end = poom(&cancelled.buyer_cookie, &[])
        .replace("<Message>", "<Message><Status code=\"204\" text=\"No Content\"/>");
    let outcome = buyer.receive_cart(cancelled.session, &base64(&end)).await.expect("an answer");
    assert_eq!((outcome, buyer.requisitions()[0].lines.len()), (Ok(Checkout::Unchanged), 1));
    let emptied = buyer.punch_out(PunchOut::edit(number, &[])).await.expect("a setup request");
    let form = base64(&poom(&emptied.buyer_cookie, &[]));
    let outcome = buyer.receive_cart(emptied.session, &form).await.expect("an answer");
    assert_eq!(outcome, Ok(Checkout::Emptied { requisition: number }));
    assert_eq!(buyer.submit(number), Err(BuyerError::EmptyCart(number)));
}

#[tokio::test]
async fn an_edit_that_comes_back_after_submission_is_refused() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let number = cart(&buyer, &ONE).await;
    let session = buyer.punch_out(PunchOut::edit(number, &[])).await.expect("a setup request");
    buyer.submit(number).expect("a cart");
    let form = base64(&poom(&session.buyer_cookie, &ONE));
    let outcome = buyer.receive_cart(session.session, &form).await.expect("an answer");
    assert_eq!(outcome, Err(CartRejection::RequisitionClosed(number)));
}

#[tokio::test]
async fn an_empty_cart_after_create_is_nothing() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let session = punched_out(&buyer).await;
    let outcome = buyer
        .receive_cart(session.session, &base64(&poom(&session.buyer_cookie, &[])))
        .await
        .expect("an answer");
    assert_eq!((outcome, buyer.requisitions().len()), (Ok(Checkout::Unchanged), 0));
}

#[tokio::test]
async fn two_sessions_at_once_do_not_touch_each_other() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let (one, two) = tokio::join!(punched_out(&buyer), punched_out(&buyer));
    let crossed = base64(&poom(&one.buyer_cookie, &ONE));
    let verdict = buyer.receive_cart(two.session, &crossed).await.expect("an answer");
    assert!(matches!(verdict, Err(CartRejection::BuyerCookie(_))));
    assert!(buyer.receive_cart(one.session, &crossed).await.expect("an answer").is_ok());
}

#[tokio::test]
async fn a_service_line_stays_one_in_the_order() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let session = punched_out(&buyer).await;
    let service = poom_with(&session.buyer_cookie, &ONE, "<Extrinsic name=\"LineType\">Service</Extrinsic>");
    buyer.receive_cart(session.session, &base64(&service)).await.expect("an answer").expect("a sound cart");
    let number = buyer.requisitions()[0].number;
    assert_eq!(buyer.requisitions()[0].lines[0].line_type, LineType::Amount);
    buyer.submit(number).expect("a cart");
    let order = buyer.approve(number).expect("a pending requisition");
    buyer.send_po_with(&order.number, &[Fault::Comment("hello".into())]).await.expect("an answer");
    assert!(marketplace.last().contains("<Extrinsic name=\"LineType\">Amount</Extrinsic>"));
}
