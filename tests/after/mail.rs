//! Mail after the order: reminders, what came back, and who gets no more (R44, R45).

use jiff::SignedDuration;
use procurement::requisition::Status;
use support::{Harness, Offered, Shopping};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn named<'a>(mails: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    mails.iter().filter(|(file, _)| file.starts_with(name)).map(|(_, text)| text.as_str()).collect()
}

async fn bounce(harness: &Harness, reference: &str, address: &str) {
    let event = format!(
        r#"{{"eventType":"Bounce","mail":{{"messageId":"{reference}"}},"bounce":{{"bounceType":"Permanent",
        "bouncedRecipients":[{{"emailAddress":"{address}","diagnosticCode":"550 no such user"}}]}}}}"#
    );
    notify::mail_event(harness.core(), event.as_bytes()).await.expect("taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_is_told_before_the_request_expires_and_it_is_closed_when_it_does() {
    let harness = Harness::start().await;
    Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.sweep().await;
    assert!(harness.mails().is_empty(), "nothing is to be told yet");
    harness.advance(DAY * 27);
    harness.sweep().await;
    let mails = harness.mails();
    let [mail] = named(&mails, "mail-request-expiring").try_into().expect("one reminder");
    assert!(mail.contains("To: ada@buyer.example") && mail.contains("Lumen Logs"), "{mail}");
    harness.advance(DAY * 3);
    harness.sweep().await;
    let requisition = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    assert!(matches!(&requisition.status, Status::Cancelled { reason } if reason.contains("expired")));
    assert_eq!(harness.mails().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_a_purchase_order_is_not_reminded() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    harness.advance(DAY * 31);
    harness.sweep().await;
    let mails = harness.mails();
    assert!(named(&mails, "mail-request-expiring").is_empty());
    let requisition = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    assert!(matches!(requisition.status, Status::Subscribed { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_that_ends_before_its_purchase_order_is_told_of() {
    let harness = Harness::start().await;
    Shopping::approved_order(harness.coupa(), Offered::FERNHOLLOW_BACKUP).await;
    harness.advance(DAY + DAY / 2);
    harness.sweep().await;
    let mails = harness.mails();
    assert_eq!(named(&mails, "mail-offer-expiring").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn test_mode_is_called_to_mind_once_a_week_and_only_after_test_orders() {
    let harness = Harness::in_test_mode().await;
    for _ in 0..2 {
        let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
        assert_eq!(harness.coupa().send_po(&order).await.expect("an answer").code(), Some(200));
    }
    harness.sweep().await;
    assert!(named(&harness.mails(), "mail-test-mode").is_empty());
    harness.advance(DAY * 7);
    harness.sweep().await;
    let mails = harness.mails();
    let [mail] = named(&mails, "mail-test-mode").try_into().expect("one reminder");
    assert!(mail.contains("2 test orders"), "{mail}");
    harness.advance(DAY * 7);
    harness.sweep().await;
    assert_eq!(named(&harness.mails(), "mail-test-mode").len(), 1, "no test order came since");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_to_which_mail_came_back_gets_no_more_and_the_request_says_so() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;
    let reference = harness.mails()[0].0.clone();
    for _ in 0..2 {
        bounce(&harness, &reference, "Ada <ada@buyer.example>").await;
    }
    let requisition = harness.requisitions(&harness.coupa_connection().await).await.remove(0);
    let notes: Vec<&str> = requisition
        .timeline
        .iter()
        .map(|one| one.text.as_str())
        .filter(|text| text.contains("came back"))
        .collect();
    let [note] = notes.as_slice() else { panic!("{notes:?}") };
    assert!(note.contains("a…@buyer.example") && !note.contains("ada@"), "{note}");

    let again = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&again).await.expect("an answer");
    harness.sweep().await;
    let last = harness.mails().into_iter().find(|(_, text)| text.contains(&again)).expect("a mail");
    assert!(!last.1.contains("ada@buyer.example"), "{}", last.1);
    assert!(last.1.contains("aws-research@analytics.example"), "{}", last.1);
}
