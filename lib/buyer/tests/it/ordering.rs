//! Orders: sent, repeated, refused, changed.

use crate::marketplace::Marketplace;
use crate::start::{connected, ordered};
use buyer::{Approval, Buyer, BuyerError, Delivery, Fault, System};
use jiff::SignedDuration;
use rust_decimal::Decimal;

const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);

#[tokio::test]
async fn an_order_is_sent_with_its_lines_and_accepted() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await;
    assert_eq!(order.number, "PO-4500001");
    let answer = buyer.send_po(&order.number).await.expect("an answer");
    assert_eq!((answer.code(), answer.delivery), (Some(200), Delivery::Accepted));
    let text = marketplace.last();
    for part in [
        "orderID=\"PO-4500001\"",
        "type=\"new\"",
        "orderVersion=\"1\"",
        "<ItemOut quantity=\"2\" lineNumber=\"1\">",
        "<SupplierPartAuxiliaryID>ref-1</SupplierPartAuxiliaryID>",
        "<Money currency=\"EUR\">10.25</Money>",
        "<Money currency=\"EUR\">20.50</Money>",
        "<UnitOfMeasure>EA</UnitOfMeasure>",
        "<Email name=\"default\">ada@buyer.example</Email>",
    ] {
        assert!(text.contains(part), "no {part} in {text}");
    }
}

#[tokio::test]
async fn an_order_sent_again_is_the_same_document_to_the_byte() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await;
    buyer.send_po(&order.number).await.expect("an answer");
    buyer.clock().advance(AN_HOUR);
    buyer.send_po_again(&order.number).await.expect("an answer");
    let posted = marketplace.posted();
    assert_eq!(posted[1].body, posted[2].body);
}

#[tokio::test]
async fn fifty_at_once_are_the_same_document() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let (buyer, number) = (buyer.clone(), order.number.clone());
        tasks.spawn(async move { buyer.send_po(&number).await.map(|answer| answer.code()) });
    }
    assert!(tasks.join_all().await.into_iter().all(|code| code == Ok(Some(200))));
    let posted = marketplace.posted();
    assert!(posted[1..].iter().all(|it| it.body == posted[1].body));
}

/// Sends an order that is answered 560 for ever, hour by hour, and counts what the marketplace got.
async fn tries(system: System) -> (usize, Delivery) {
    let (marketplace, buyer) = connected(system).await;
    let order = ordered(&buyer).await;
    (0..20).for_each(|_| marketplace.will_say(560));
    let before = marketplace.posted().len();
    buyer.send_po(&order.number).await.expect("an answer");
    for _ in 0..15 {
        assert!(buyer.retry_due(buyer.clock().now()).await.expect("answers").is_empty());
        buyer.clock().advance(AN_HOUR);
        buyer.retry_due(buyer.clock().now()).await.expect("answers");
    }
    (marketplace.posted().len() - before, buyer.order(&order.number).expect("an order").delivery)
}

#[tokio::test]
async fn a_temporary_failure_is_repeated_hourly_and_given_up_at_last() {
    let (coupa, delivery) = tries(System::Coupa).await;
    assert_eq!(coupa, 6);
    assert!(matches!(delivery, Delivery::GivenUp(_)));
    let (ariba, delivery) = tries(System::Ariba).await;
    assert_eq!(ariba, 11);
    assert!(matches!(delivery, Delivery::GivenUp(because) if because.starts_with("PO-11: ")));
}

#[tokio::test]
async fn a_repeat_that_succeeds_ends_the_matter() {
    let (marketplace, buyer) = connected(System::Ariba).await;
    let order = ordered(&buyer).await;
    marketplace.will_answer(503, "<html>busy</html>");
    let answer = buyer.send_po(&order.number).await.expect("an answer");
    assert!(matches!(answer.delivery, Delivery::Waiting { because, .. } if because.starts_with("PO-7: ")));
    let due = buyer.next_due().expect("a next try");
    let answers = buyer.retry_due(due).await.expect("answers");
    assert_eq!((answers.len(), answers[0].delivery.clone()), (1, Delivery::Accepted));
    assert_eq!(buyer.next_due(), None);
}

#[tokio::test]
async fn a_refusal_is_final() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await;
    marketplace.will_say(409);
    let answer = buyer.send_po(&order.number).await.expect("an answer");
    assert_eq!(answer.delivery, Delivery::Refused("Status 409 Text 409: in words".into()));
    assert_eq!(buyer.next_due(), None);
}

#[tokio::test]
async fn no_marketplace_at_all_is_a_temporary_failure() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await;
    let mut connection = crate::start::connection(&marketplace);
    let gone = std::net::TcpListener::bind(("127.0.0.1", 0)).and_then(|it| it.local_addr()).expect("a port");
    connection.order_url.set_port(Some(gone.port())).expect("a port");
    buyer.connect(connection);
    let answer = buyer.send_po(&order.number).await.expect("an answer");
    assert!(matches!(answer.delivery, Delivery::Waiting { .. }) && answer.http_status.is_none());
}

/// What the marketplace gets of an order with this fault.
async fn sent_with(setup: &(Marketplace, Buyer), number: &str, fault: Fault) -> String {
    setup.1.send_po_with(number, &[fault]).await.expect("an answer");
    setup.0.last()
}

#[tokio::test]
async fn faults_of_an_order_are_in_the_document_and_do_not_change_the_order() {
    let setup = connected(System::Coupa).await;
    let order = ordered(&setup.1).await;
    let number = order.number.as_str();
    let price = sent_with(&setup, number, Fault::Price(1, Decimal::ONE)).await;
    assert!(
        price.contains("<Money currency=\"EUR\">1</Money>")
            && price.contains("<Money currency=\"EUR\">2</Money>")
    );
    assert!(sent_with(&setup, number, Fault::Quantity(1, Decimal::TEN)).await.contains("quantity=\"10\""));
    assert!(sent_with(&setup, number, Fault::AuxiliaryId(1, "forged".into())).await.contains(">forged<"));
    let dollars = sent_with(&setup, number, Fault::Currency("USD".into())).await;
    assert!(dollars.contains("\"USD\"") && !dollars.contains("\"EUR\""));
    assert!(sent_with(&setup, number, Fault::OrderVersion(7)).await.contains("orderVersion=\"7\""));
    assert!(sent_with(&setup, number, Fault::OrderId("PO-X".into())).await.contains("orderID=\"PO-X\""));
    assert!(
        sent_with(&setup, number, Fault::Comment("changed".into())).await.contains(">changed</Comments>")
    );
    assert!(sent_with(&setup, number, Fault::Total(Decimal::TEN)).await.contains("\"EUR\">10</Money>"));
    assert!(sent_with(&setup, number, Fault::Blanket).await.contains("orderType=\"blanket\""));
    assert!(sent_with(&setup, number, Fault::Padded(5_000_000)).await.len() >= 5_000_000);
    let kept = setup.1.order(number).expect("an order");
    assert_eq!((kept.delivery, kept.lines, kept.answers.len()), (Delivery::Ready, order.lines, 10));
}

#[tokio::test]
async fn an_update_and_a_cancellation_refer_to_what_was_sent_before() {
    let (marketplace, buyer) = connected(System::Coupa).await;
    let order = ordered(&buyer).await;
    buyer.send_po(&order.number).await.expect("an answer");
    let updated =
        buyer.update_po(&order.number, |order| order.lines[0].quantity = Decimal::ONE).expect("an order");
    buyer.send_po(&order.number).await.expect("an answer");
    let text = marketplace.last();
    assert!(
        text.contains("type=\"update\"")
            && text.contains("orderVersion=\"2\"")
            && text.contains("quantity=\"1\"")
    );
    assert!(text.contains(&format!("<DocumentReference payloadID=\"{}\"/>", order.payload_id)));
    buyer.cancel_po(&order.number).expect("an order");
    buyer.send_po(&order.number).await.expect("an answer");
    let text = marketplace.last();
    assert!(
        text.contains("type=\"delete\"")
            && text.contains(&format!("<DocumentReference payloadID=\"{}\"/>", updated.payload_id))
    );
}

#[tokio::test]
async fn only_what_waits_for_approval_is_approved_or_rejected() {
    let (_marketplace, buyer) = connected(System::Coupa).await;
    let number = crate::start::cart(&buyer, &[("prod-1", "ref-1", 1, 100)]).await;
    assert!(matches!(buyer.approve(number), Err(BuyerError::WrongStage { .. })));
    buyer.submit(number).expect("a cart");
    let rejected = buyer.reject(number, "too dear").expect("a pending requisition");
    assert_eq!(rejected.approval, Approval::Rejected("too dear".into()));
    assert!(matches!(buyer.approve(number), Err(BuyerError::WrongStage { .. })));
    assert!(buyer.orders().is_empty());
}
