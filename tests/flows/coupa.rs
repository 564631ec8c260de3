//! A purchase through Coupa.

use jiff::SignedDuration;
use procurement::invoice::InvoiceState;
use procurement::requisition::Status;
use support::{Harness, Offered, Shopping};

#[tokio::test(flavor = "multi_thread")]
async fn an_approved_order_becomes_an_agreement_a_mail_and_an_invoice_with_the_po_number() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;

    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200), "{answer:?}");
    harness.sweep().await;

    let connection = harness.coupa_connection().await;
    let agreements = harness.agreements(&connection).await;
    let [agreement] = agreements.as_slice() else { panic!("{agreements:?}") };
    assert_eq!(agreement.order.order_id, order);
    assert_eq!(agreement.account.as_str(), "111122220001");

    let mails = harness.mails();
    let [(_, mail)] = mails.as_slice() else { panic!("{mails:?}") };
    assert!(mail.contains("To: aws-research@analytics.example, ada@buyer.example"), "{mail}");
    assert!(mail.contains("Auto-Submitted: auto-generated"), "{mail}");
    assert!(mail.contains(&order), "{mail}");

    let received = harness.coupa().received_invoices();
    let [invoice] = received.as_slice() else { panic!("{received:?}") };
    assert_eq!(invoice.order, order);
    assert_eq!(invoice.net, agreement.quote.total.amount);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_requester_sees_the_subscription_with_its_po_number() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;

    let shopping = Shopping::start(harness.coupa()).await;
    let page = shopping.open("/subscriptions").await;
    assert!(page.says(&order), "{}", page.html);
    assert!(page.says("Lumen Logs"), "{}", page.html);

    let ben = Shopping::start_with(harness.coupa(), buyer::PunchOut::create("ben")).await;
    let page = ben.open("/subscriptions").await;
    assert!(!page.says(&order), "another requester sees it: {}", page.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_instalment_is_invoiced_on_its_day_and_they_sum_to_the_contract_value() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::TALLY_LEDGER).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;

    let connection = harness.coupa_connection().await;
    let agreement = harness.agreements(&connection).await.remove(0);
    let mut amounts = Vec::new();
    for (index, part) in agreement.schedule.iter().enumerate() {
        let day = part.date.to_zoned(jiff::tz::TimeZone::UTC).expect("a day").timestamp();
        if day > harness.now() {
            harness.clock.set(day - SignedDuration::from_secs(1));
            harness.sweep().await;
            assert_eq!(harness.coupa().received_invoices().len(), index, "an invoice came before its day");
            harness.clock.set(day);
            harness.sweep().await;
        }
        let received = harness.coupa().received_invoices();
        assert_eq!(received.len(), index + 1, "no invoice came on {}", part.date);
        amounts.push(received[index].net);
    }
    assert_eq!(amounts.iter().copied().sum::<rust_decimal::Decimal>(), agreement.quote.total.amount);
    let numbers: Vec<String> =
        harness.invoices(&connection).await.into_iter().map(|one| one.number).collect();
    let ends: Vec<&str> = numbers.iter().map(|number| &number[number.len() - 6..]).collect();
    assert_eq!(ends, ["000001", "000002", "000003"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn pay_as_you_go_has_an_agreement_over_the_blanket_amount_and_no_invoice() {
    let harness = Harness::start().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::HARBOR_SCAN).await;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;

    let connection = harness.coupa_connection().await;
    let agreement = harness.agreements(&connection).await.remove(0);
    assert_eq!(agreement.quote.total.to_string(), "10000.00 USD");
    assert!(harness.invoices(&connection).await.is_empty());
    assert!(harness.coupa().received_invoices().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_may_come_days_later_without_its_punch_out() {
    let mut harness = Harness::on_a_file().await;
    let order = Shopping::approved_order(harness.coupa(), Offered::LUMEN_LOGS).await;
    harness.advance(SignedDuration::from_hours(24 * 5));
    harness.restart().await;

    let answer = harness.coupa().send_po(&order).await.expect("an answer");
    assert_eq!(answer.code(), Some(200), "{answer:?}");
    harness.sweep().await;
    assert_eq!(harness.agreements(&harness.coupa_connection().await).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_items_of_one_cart_become_two_agreements() {
    let harness = Harness::start().await;
    let shopping = Shopping::start(harness.coupa()).await;
    shopping.request(Offered::LUMEN_LOGS).await;
    shopping.request(Offered::HARBOR_SCAN).await;
    let requisition = shopping.check_out().await;
    harness.coupa().submit(requisition).expect("submitted");
    let order = harness.coupa().approve(requisition).expect("approved").number;
    harness.coupa().send_po(&order).await.expect("an answer");
    harness.sweep().await;

    let connection = harness.coupa_connection().await;
    assert_eq!(harness.agreements(&connection).await.len(), 2);
    let invoices = harness.invoices(&connection).await;
    assert_eq!(invoices.len(), 1, "only the contract is invoiced");
    assert!(matches!(invoices[0].state, InvoiceState::Delivered { .. }));
    for requisition in harness.requisitions(&connection).await {
        assert!(matches!(requisition.status, Status::Subscribed { .. }), "{:?}", requisition.status);
    }
}
